"""Articles added without a file are asked, shown, cited, exported and repeated as those of files are."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build.verify import verify_index
from qa.exports.citations import as_text, cite, export
from qa.exports.receipts import receipt_of, replay_receipt
from qa.records import NewArticle, SearchRequest
from tests.conftest import SEEDS
from tests.support.shell import qa

pytestmark = pytest.mark.model

QUESTION = "Who was chosen as the new chair of the Portville council?"
TEXT = "The council of Portville met on Monday.\n\nIt chose Ann Lee as its new chair, by nine votes to two."
KNOWN = {"title": "Minutes of the council", "outlet": "Town Hall", "date": "2024-03-05", "author": "Bo Clerk"}


@pytest.fixture
def place(seeds_index: Path, tmp_path: Path) -> Path:
    """A folder with the seeds and their index, to be changed."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    shutil.copytree(seeds_index, tmp_path / "index")
    Archive.build(tmp_path / "seeds", tmp_path / "index", replace=True)
    return tmp_path


@pytest.fixture
def added(place: Path) -> Archive:
    """The seeds and the minutes of a council."""
    archive = Archive.open(place / "index")
    assert archive.add(text=TEXT, id="minutes/7", **KNOWN) == "minutes/7"
    return archive


def test_it_answers_at_once_with_what_was_given(added: Archive) -> None:
    first = added.ask(QUESTION).evidence[0]
    assert first.sentence.text == "It chose Ann Lee as its new chair, by nine votes to two."
    assert first.article.text == TEXT
    assert (first.article.file, first.article.published) == ("minutes/7", date(2024, 3, 5))
    assert first.article.text[first.passage.start : first.passage.end] == first.passage.text
    assert added.passage(first.passage.id).article.file == "minutes/7"
    for filters in ({"outlets": ["town hall"]}, {"articles": ["minutes/7"]}, {"after": "2024-03-05"}):
        assert {it.article.file for it in added.ask("Who met?", **filters).evidence} == {"minutes/7"}


def test_it_is_cited_and_exported_by_its_id(added: Archive) -> None:
    citation = cite(added.ask(QUESTION).evidence[0], QUESTION, date(2024, 4, 1))
    assert citation.file == "minutes/7"
    said = "— Bo Clerk, “Minutes of the council”, Town Hall, 5 March 2024, paragraph 2 (retrieved 1 April 2024)"
    assert as_text(citation).endswith(said)
    assert "minutes/7" in export([citation], "csv")
    for form in ("bibtex", "ris", "csv", "markdown", "jsonl"):
        assert "Minutes of the council" in export([citation], form)


def test_permalinks_and_receipts_outlive_what_happens_to_the_folder(added: Archive, place: Path) -> None:
    search = SearchRequest(QUESTION, limit=2)
    receipt = receipt_of(search, added.answer(search), added.models, datetime.now(UTC))
    permalinks = [it.id for it in added.passages("minutes/7")]
    (place / "seeds" / "001_09a015d091362e36.txt").unlink()
    built = qa("build", place / "seeds", "--index", place / "index")
    assert built.stdout.startswith("0 added, 0 changed, 1 removed, 4 unchanged")
    assert qa("compact", "--index", place / "index").returncode == 0
    assert [it.id for it in added.passages("minutes/7")] == permalinks
    assert replay_receipt(added, receipt).results[0].now == 1
    assert verify_index(place / "index").problems == ()


def test_the_shell_counts_it_and_shows_how_it_was_read(added: Archive, place: Path) -> None:
    status = qa("status", "--index", place / "index")
    assert "6 in " in status.stdout
    assert "; 1 of them without a file" in status.stdout
    assert "no change since the build" in status.stdout
    assert status.returncode == 0
    assert "It chose Ann Lee" in qa("status", "--article", "minutes/7", "--index", place / "index").stdout


def test_an_index_may_have_no_folder_at_all(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "index") as archive:
        archive.add_many([NewArticle(TEXT, id="minutes/7"), NewArticle("The harbour was closed in May.", id="h")])
        assert archive.ask(QUESTION).evidence[0].article.file == "minutes/7"
        assert archive.example_questions(count=1) is not None
        assert len(archive.map().points) == 3
    status = qa("status", "--index", tmp_path / "index")
    assert "2; 2 of them without a file" in status.stdout
    assert status.returncode == 0
    for command in (["build"], ["watch"]):
        ran = qa(*command, "--index", tmp_path / "index")
        assert ran.returncode == 2
        assert "follows no folder: name one with `qa build FOLDER --index" in ran.stderr
        assert len(ran.stderr.splitlines()) == 1
