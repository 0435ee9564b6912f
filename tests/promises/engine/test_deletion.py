"""What is deleted is gone: at once from every answer, and after a compaction from every file."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build.compact import compact_index
from qa.errors import NotInArchive
from qa.index.index import Index
from qa.settings import Settings
from tests.promises.engine.seen import dense, every_passage, lexical
from tests.support.hand_encoder import HandEncoder
from tests.support.settings import ADDED_TO

SECRET = "zebrafinch"
OLD = "quicksilvery"


def write(folder: Path, name: str, *paragraphs: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("\n\n".join((f"Headline of {name}", *paragraphs)) + "\n")


@pytest.fixture
def where(tmp_path: Path) -> Path:
    """An index over ten articles, one of which is to go and one to change."""
    folder = tmp_path / "articles"
    for number in range(8):
        write(folder, f"{number}.txt", f"The river ship {number} met the bank.", f"Music was played on day {number}.")
    write(folder, "secret.txt", f"The {SECRET} trade with the president.", f"A visit of the {SECRET} to the border.")
    write(folder, "changing.txt", f"The {OLD} bank and the river trade.", "The president heard music.")
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=ADDED_TO)
    return tmp_path / "index"


def change(where: Path, settings: Settings, *, by_update: bool = False) -> Archive:
    folder = where.parent / "articles"
    (folder / "secret.txt").unlink()
    write(folder, "changing.txt", "The silver bank and the river trade.", "The president heard music.")
    if by_update:
        archive = Archive.open(where, encoder=HandEncoder(), settings=settings)
        archive.update([folder / "secret.txt", folder / "changing.txt"])
        return archive
    return Archive.build(folder, where, encoder=HandEncoder(), settings=settings)


def leftovers(where: Path, *words: str) -> list[tuple[str, str]]:
    """List the files of an index that hold some words, in any case, as text or in pieces of UTF-16."""
    found = []
    for path in (path for path in where.rglob("*") if path.is_file()):
        data = path.read_bytes().lower()
        found += [(word, path.name) for word in words if word.encode() in data or word.encode("utf-16-le") in data]
    return found


@pytest.mark.parametrize("by_update", [False, True])
def test_a_deleted_article_and_a_changed_text_are_gone_from_every_answer_at_once(where: Path, by_update: bool) -> None:
    archive = Archive.open(where, encoder=HandEncoder(), settings=ADDED_TO)
    gone = [evidence.passage.id for evidence in archive.ask(f"the {SECRET} trade", limit=3).evidence]
    change(where, ADDED_TO, by_update=by_update)
    index = Index(where, ADDED_TO)
    every = {
        *(found.text for found in dense(index, HandEncoder().encode_question("trade president visit"), 1000)),
        *(found.text for found in lexical(index, [SECRET, OLD, "trade", "river", "bank"], 1000)),
        *(text for _file, text in every_passage(where).values()),
    }
    for question in (f"the {SECRET} trade", f"what about the {OLD} bank", "trade with the president"):
        for evidence in archive.ask(question, limit=1000).evidence:
            every |= {evidence.passage.text, evidence.article.text, *(copy.passage.text for copy in evidence.copies)}
    assert len(every) > 15
    assert not [text for text in every if SECRET in text or OLD in text]
    assert lexical(index, [SECRET[:-1], SECRET, OLD], 10) == []
    with index.view() as view:
        assert view.snapshot.lexical.passages_holding(SECRET) == 0
    with pytest.raises(NotInArchive):
        archive.article("secret.txt")
    for passage_id in gone[:2]:
        with pytest.raises(NotInArchive):
            archive.passage(passage_id)


def test_after_a_compaction_no_file_holds_a_word_of_what_was_deleted(where: Path) -> None:
    assert {word for word, _name in leftovers(where, SECRET, OLD)} == {SECRET, OLD}, "the test must be able to fail"
    change(where, ADDED_TO)
    expected = every_passage(where)
    compact_index(where, ADDED_TO)
    assert leftovers(where, SECRET, OLD, "secret.txt") == []
    assert every_passage(where) == expected


def test_the_same_at_twenty_per_cent_dead_without_being_asked(where: Path) -> None:
    (where.parent / "articles" / "0.txt").unlink()
    change(where, Settings(rewritten_up_to=0))
    assert Index(where).state().compacted == Index(where).state().revision
    assert leftovers(where, SECRET, OLD, "secret.txt") == []


def test_compacting_keeps_the_revision_and_every_answer(where: Path) -> None:
    archive = change(where, ADDED_TO)
    before = archive.ask("the river trade and the president", limit=50)
    compact_index(where, ADDED_TO)
    assert archive.ask("the river trade and the president", limit=50) == before


def test_compacting_gives_room_back(where: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    for number in range(400):
        write(folder, f"bulk/{number}.txt", *(f"The ship {number} met the bank {it} times." for it in range(6)))
    Archive.build(folder, where, encoder=HandEncoder())
    for path in (folder / "bulk").iterdir():
        path.unlink()
    Archive.build(folder, where, encoder=HandEncoder(), yes=True)
    size = (where / "archive.sqlite").stat().st_size
    compact_index(where, Settings())
    assert (where / "archive.sqlite").stat().st_size < size / 2
