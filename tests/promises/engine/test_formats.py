"""An index of another format is never misread.

`golden/` keeps an index of each format. That of the newest is made by
`python -m tests.promises.engine.test_formats` when a format is new, and never again.
"""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.articles.stated_names import FOLDING
from qa.build.verify import verify_index
from qa.errors import IndexIncompatible
from qa.index.store.schema import FORMAT
from tests.conftest import ARTICLES
from tests.support.hand_encoder import HandEncoder
from tests.support.settings import ADDED_TO

GOLDEN = Path(__file__).parent / "golden"
QUESTION = "How long is the border along the river?"


def copied(number: int, tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    return Path(shutil.copytree(GOLDEN / f"format-{number}" / "index", tmp_path / "index"))


def test_there_is_an_index_of_every_format() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == [f"format-{number + 1}" for number in range(FORMAT)]


def test_an_index_of_the_newest_format_answers_as_on_the_day_it_was_made(tmp_path: Path) -> None:
    index = copied(FORMAT, tmp_path)
    archive = Archive.open(index, encoder=HandEncoder())
    answer = archive.ask(QUESTION)
    assert answer.revision == 2
    assert answer.evidence[0].passage.text == "The border follows the river for 300 miles. Nobody guards it."
    assert verify_index(index).problems == ()
    assert (
        str(archive.update([tmp_path / "articles"])) == "0 added, 0 changed, 0 removed, 3 unchanged; 0 passages encoded"
    )


def test_derived_files_of_a_version_that_folded_names_otherwise_are_rebuilt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder, index = tmp_path / "articles", tmp_path / "index"
    folder.mkdir()
    (folder / "old.txt").write_text("---\noutlet: AT&amp;T News\n---\nTrade\n\nTrade rose.\n")
    with monkeypatch.context() as patch:
        for user in ("qa.index.catalogue", "qa.index.lexical.documents"):
            patch.setattr(f"{user}.fold", lambda name: (name or "").casefold())
        patch.setattr("qa.index.catalogue_file.FOLDING", FOLDING - 1)
        patch.setattr("qa.index.lexical.documents.RULES", f"folding {FOLDING - 1}")
        Archive.build(folder, index, encoder=HandEncoder(), settings=ADDED_TO)
    (folder / "new.txt").write_text("---\noutlet: AT&amp;T News\n---\nMore trade\n\nTrade rose again.\n")
    Archive.build(folder, index, encoder=HandEncoder(), settings=ADDED_TO)
    assert [record.getMessage() for record in caplog.records if "older version: rebuilt" in record.getMessage()]
    archive = Archive.open(index, encoder=HandEncoder(), settings=ADDED_TO)
    assert len(archive.ask("trade", outlets=["AT&T News"]).evidence) == 2
    assert re.search(r"catalogue-000001\.npz was written by an older version: rebuilt from the database", caplog.text)
    assert verify_index(index).problems == ()
    caplog.clear()
    assert len(Archive.open(index, encoder=HandEncoder()).ask("trade", outlets=["AT&T News"]).evidence) == 2
    assert not caplog.records


@pytest.mark.parametrize("number", range(1, FORMAT))
def test_an_index_of_an_older_format_says_how_to_get_a_new_one(tmp_path: Path, number: int) -> None:
    index = copied(number, tmp_path)
    with pytest.raises(IndexIncompatible, match=r"old format .*delete the files in .* and run `qa build` again"):
        Archive.open(index, encoder=HandEncoder())
    with pytest.raises(IndexIncompatible, match="qa build"):
        Archive.build(tmp_path / "articles", index, encoder=HandEncoder())
    for path in index.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert Archive.build(tmp_path / "articles", index, encoder=HandEncoder()).ask(QUESTION).evidence


def test_an_index_of_a_newer_format_is_left_alone(tmp_path: Path) -> None:
    index = copied(FORMAT, tmp_path)
    connection = sqlite3.connect(index / "archive.sqlite")
    connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()
    before = (index / "archive.sqlite").read_bytes()
    for command in (Archive.open, lambda it, encoder: Archive.build(tmp_path / "articles", it, encoder=encoder)):
        with pytest.raises(IndexIncompatible, match="newer version.*upgrade"):
            command(index, encoder=HandEncoder())
    assert (index / "archive.sqlite").read_bytes() == before


def make_golden(folder: Path) -> None:
    """Make an index of the newest format in two revisions."""
    (folder / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text.replace("300", "200"), encoding="utf-8")
    Archive.build(folder / "articles", folder / "index", encoder=HandEncoder())
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    Archive.build(folder / "articles", folder / "index", encoder=HandEncoder())
    shutil.rmtree(folder / "articles")
    (folder / "index" / "writer.lock").unlink()


if __name__ == "__main__":
    make_golden(GOLDEN / f"format-{FORMAT}")
