"""Damage of any file of an index is noticed, whatever it is: never a wrong answer, never a traceback."""

import logging
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.archive.article_list import ArticleList
from qa.build.compact import compact_index
from qa.build.verify import verify_index
from qa.errors import ArchiveIndexError, IndexDamaged, QaError
from qa.index.store.schema import PAGE_BYTES
from qa.records import Article, Evidence
from tests.support.hand_encoder import HandEncoder
from tests.support.settings import ADDED_TO

QUESTION = "When does the ship meet the bank by the river?"
DERIVED = ("catalogue", "vectors", "lexical")

Seen = tuple[tuple[Evidence, ...], tuple[Evidence, ...], ArticleList, tuple[Article, ...]]
Evil = Callable[[bytes, random.Random], bytes]


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def zeroed(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    end = min(at + 4096, len(data))
    return data[:at] + bytes(end - at) + data[end:]


EVILS: dict[str, Evil] = {
    "flipped bit": flipped,
    "zeroed page": zeroed,
    "cut to nothing": lambda _data, _chance: b"",
    "cut to one byte": lambda data, _chance: data[:1],
    "cut in half": lambda data, _chance: data[: len(data) // 2],
    "last byte cut": lambda data, _chance: data[:-1],
    "one byte more": lambda data, _chance: data + b"\0",
}


SURE = ("zeroed page", "cut to nothing", "cut to one byte", "cut in half")
"""What no question survives; most single bytes of a small database hold nothing that an answer depends on."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index made in three revisions, so that it has a tail, passages that are gone, and files linked from before."""
    folder = tmp_path_factory.mktemp("whole") / "articles"
    folder.mkdir()
    for number in range(12):
        first = f"The ship {number} met the bank by the river. It was late."
        (folder / f"{number}.txt").write_text(f"Headline {number}\n\n{first}\n\nMusic {number} for all.\n")
    index = folder.parent / "index"
    archive = Archive.build(folder, index, encoder=HandEncoder(), settings=ADDED_TO)
    shutil.copytree(index, folder.parent / "earlier")
    (folder / "1.txt").unlink()
    (folder / "new.txt").write_text("A new ship\n\nThe newest ship met the bank and the river with music.\n")
    archive.update([folder])
    shutil.copytree(index, folder.parent / "later")
    compact_index(folder.parent / "later", ADDED_TO)
    return index


@pytest.fixture
def index(whole: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    shutil.copytree(whole, tmp_path / "index")
    (tmp_path / "articles").mkdir()
    return tmp_path / "index"


def ask(index: Path) -> tuple[Evidence, ...]:
    return Archive.open(index, encoder=HandEncoder(), settings=ADDED_TO).ask(QUESTION, limit=30).evidence


def files(index: Path, beginning: str) -> list[Path]:
    found = [
        path
        for path in index.rglob("*")
        if path.is_file() and path.name not in (".tantivy-meta.lock", ".tantivy-writer.lock")
    ]
    return sorted(path for path in found if str(path.relative_to(index)).startswith(beginning))


@pytest.mark.parametrize("evil", EVILS)
def test_a_derived_file_that_was_damaged_is_rebuilt_from_the_database_with_a_warning(
    index: Path, whole: Path, evil: str, caplog: pytest.LogCaptureFixture
) -> None:
    expected, chance = ask(whole), random.Random(evil)
    for kind in DERIVED:
        for path in files(index, kind):
            copy = index.parent / "copy"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(index, copy)
            damaged = copy / path.relative_to(index)
            data = EVILS[evil](damaged.read_bytes(), chance)
            if data == damaged.read_bytes():
                continue
            damaged.write_bytes(data)
            caplog.clear()
            with caplog.at_level(logging.WARNING):
                assert ask(copy) == expected, path.name
            assert [record.getMessage() for record in caplog.records if "rebuilt" in record.getMessage()], path.name
            assert verify_index(copy).problems == ()


@pytest.mark.parametrize("kind", DERIVED)
@pytest.mark.parametrize("replaced", [False, True])
def test_a_derived_file_that_was_deleted_or_is_of_another_revision_is_rebuilt(
    index: Path, whole: Path, kind: str, replaced: bool, caplog: pytest.LogCaptureFixture
) -> None:
    expected = ask(whole)
    (gone,), (other,) = index.glob(f"{kind}-*"), whole.parent.joinpath("later").glob(f"{kind}-*")
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    if replaced:
        shutil.copytree(other, gone) if other.is_dir() else shutil.copy(other, gone)
    with caplog.at_level(logging.WARNING):
        assert ask(index) == expected
    assert f"{gone.name}" in caplog.text
    assert "rebuilt" in caplog.text
    assert verify_index(index).problems == ()


@pytest.mark.parametrize("evil", EVILS)
def test_damage_of_the_database_is_never_served_and_is_found_by_a_check(index: Path, whole: Path, evil: str) -> None:
    expected, chance = everything(whole), random.Random(evil)
    database = index / "archive.sqlite"
    data = database.read_bytes()
    noticed = 0
    for broken in [EVILS[evil](data, chance) for _ in range(30 if evil == "zeroed page" else 1)]:
        if broken != data:
            noticed += found_or_harmless(index, broken, expected)
    assert noticed or evil not in SURE


@pytest.mark.parametrize("part", range(4))
def test_a_flipped_byte_anywhere_in_the_database_is_found_by_a_check_or_changes_no_answer(
    index: Path, whole: Path, part: int
) -> None:
    """Flip in every page: its header, the list of its cells, its cells, and wherever chance has it."""
    expected, chance = everything(whole), random.Random(part)
    data = (index / "archive.sqlite").read_bytes()
    noticed = 0
    for page in range(0, len(data), PAGE_BYTES):
        filled = [at for at in range(page, page + PAGE_BYTES) if data[at]]
        head = (100 if page == 0 else page) + chance.randrange(16)
        places = [head, *chance.sample(filled, min(len(filled), 5)), page + chance.randrange(PAGE_BYTES)]
        if page == 0:
            places += chance.sample(range(100), 12)
        for at in places:
            broken = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
            noticed += found_or_harmless(index, broken, expected)
    assert noticed


def found_or_harmless(index: Path, broken: bytes, expected: Seen) -> bool:
    """Put a damaged database in place: a check says so, or whatever can be seen of it is as it was."""
    database = index / "archive.sqlite"
    for beside in index.glob("archive.sqlite-*"):
        beside.unlink()
    database.write_bytes(broken)
    noticed = bool(told_by_verify(index))
    database.write_bytes(broken)  # a repair of what seemed damaged may have changed it
    try:
        seen = everything(index)
    except QaError as error:  # a damaged tree may hide an article from who asks for it by its file
        assert "\n" not in str(error)
        assert noticed, f"{error}: a check must find it too"
    else:
        assert seen[0] == expected[0], "an answer is never a wrong one, noticed or not"
        assert noticed or seen == expected
    return noticed


def everything(index: Path) -> Seen:
    """Answers with and without a filter, the list of articles, and each article whole."""
    archive = Archive.open(index, encoder=HandEncoder(), settings=ADDED_TO)
    listed = archive.contents(limit=30)
    filtered = archive.ask(QUESTION, limit=30, articles=["3.txt", "new.txt"])
    articles = tuple(archive.article(it.file) for it in listed.articles)
    return archive.ask(QUESTION, limit=30).evidence, filtered.evidence, listed, articles


def told_by_verify(index: Path) -> tuple[str, ...]:
    try:
        return verify_index(index).problems
    except ArchiveIndexError as error:
        return (str(error),)


def test_a_flipped_byte_in_what_an_answer_shows_names_the_file_and_the_remedy(index: Path) -> None:
    database = index / "archive.sqlite"
    data = database.read_bytes()
    at = data.index(b"newest ship met")
    database.write_bytes(data[:at] + b"N" + data[at + 1 :])
    with pytest.raises(IndexDamaged, match=r"archive\.sqlite is damaged: row .*run `qa build` again"):
        ask(index)


@pytest.mark.parametrize("catalogue", [True, False])
def test_a_flipped_byte_in_a_date_that_a_filter_reads_is_never_obeyed(tmp_path: Path, catalogue: bool) -> None:
    folder, index = tmp_path / "articles", tmp_path / "index"
    folder.mkdir()
    (folder / "old.txt").write_text("---\ndate: 2020-01-01\n---\nOld\n\nThe ship met the bank.\n")
    (folder / "new.txt").write_text("---\ndate: 2024-05-05\n---\nNew\n\nThe ship met the river.\n")
    Archive.build(folder, index, encoder=HandEncoder())
    data, told = (index / "archive.sqlite").read_bytes(), 0
    for place in [place for place in range(len(data)) if data.startswith(b"2020-01-01", place)]:
        copy = Path(shutil.copytree(index, tmp_path / f"copy-{place}"))
        (copy / "archive.sqlite").write_bytes(data[: place + 3] + b"9" + data[place + 4 :])  # 2029
        if not catalogue:
            next(copy.glob("catalogue-*")).unlink()
        for after, before, right in (("2021-01-01", None, "new.txt"), (None, "2021-01-01", "old.txt")):
            try:
                found = Archive.open(copy, encoder=HandEncoder()).ask("ship", after=after, before=before).evidence
            except IndexDamaged:
                told += 1
            else:
                assert [it.article.file for it in found] == [right]
    assert told >= (1 if catalogue else 2), "what shows the article, and what reads its date, must have noticed"


def test_a_copied_index_is_whole(index: Path) -> None:
    found = verify_index(index)
    assert (found.problems, found.notes, found.articles) == ((), (), 12)


def test_a_database_of_another_revision_in_its_place_answers_as_that_revision(index: Path, whole: Path) -> None:
    earlier = whole.parent / "earlier"
    shutil.copy(earlier / "archive.sqlite", index / "archive.sqlite")
    assert ask(index) == ask(earlier)
