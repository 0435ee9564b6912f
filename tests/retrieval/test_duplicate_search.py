"""Where a passage stands in the whole archive, whatever was asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.index.index import Index
from qa.index.store.passages import passage_row_of, read_passages
from qa.records import Copy
from qa.retrieval.duplicate_search import find_copies
from tests.support.hand_encoder import HandEncoder

REPORT = (
    "The harbour of Freedonia closed on Tuesday after a crane fell on the northern quay, its master {name} said, "
    "adding that {number} ships would wait outside until divers had looked at the wreck and the pilots had been asked."
)
PLAIN = REPORT.format(name="Ivo Marsh", number=14)
OTHERS = (
    "The {nth} choir of the valley sang about snow, kettles, wool and oxen, and walked home over the ridge of {nth}."
)


def article(text: str, headline: str, outlet: str = "Outlet", date: str | None = None) -> str:
    stated = f"date: {date}\n" if date else ""
    return f"---\ntitle: {headline}\noutlet: {outlet}\n{stated}---\n\n{text}\n"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """One report in many outlets, dated and undated, changed and unchanged, among other articles."""
    articles = tmp_path / "articles"
    articles.mkdir()
    written = {
        "lead.txt": article(PLAIN, "Crane falls", date="2021-03-05"),
        "early.txt": article(PLAIN.replace("Tuesday", "Tuesday evening"), "Harbour shut", "Early", "2021-03-02"),
        "late.txt": article(PLAIN, "Quay closed", "Late", "2021-03-09"),
        "undated.txt": article(PLAIN.split(" until")[0] + ".", "Wreck", "Undated"),
        "number.txt": article(PLAIN.replace("14", "41"), "Crane falls on 41", date="2021-03-05"),
        "name.txt": article(PLAIN.replace("Ivo Marsh", "Ivo Stone"), "Crane hits quay", date="2021-03-05"),
    }
    written |= {f"other{at:02}.txt": article(OTHERS.format(nth=f"n{at}th"), f"Choir {at}") for at in range(40)}
    for name, text in written.items():
        (articles / name).write_text(text, encoding="utf-8")
    Archive.build(articles, tmp_path / "index", encoder=HandEncoder(200))
    return tmp_path / "index"


def copies_of(index: Path, file: str, known: Callable[[Archive], list[Copy]] | None = None) -> list[str]:
    archive = Archive.open(index, encoder=HandEncoder(200))
    (passage,) = archive.passages(file)
    with Index(index).view() as view:
        row = passage_row_of(view.connection, passage.id)
        assert row is not None
        stored = read_passages(view.connection, [row])[row]
        found = find_copies(view, stored, known(archive) if known else ())
    assert all(copy.passage.text == copy.article.text[copy.passage.start : copy.passage.end] for copy in found)
    return [copy.article.file for copy in found]


def test_all_copies_are_found_and_the_earliest_dated_stands_first(index: Path) -> None:
    assert copies_of(index, "lead.txt") == ["early.txt", "late.txt", "undated.txt"]


def test_copies_of_a_shorter_edition_are_found_too(index: Path) -> None:
    assert copies_of(index, "undated.txt") == ["early.txt", "lead.txt", "late.txt"]


def test_a_report_with_another_number_or_name_is_no_copy(index: Path) -> None:
    assert "lead.txt" not in copies_of(index, "number.txt")
    assert "lead.txt" not in copies_of(index, "name.txt")


def test_a_passage_that_stands_alone_has_no_copies(index: Path) -> None:
    assert copies_of(index, "other07.txt") == []


def test_what_is_known_to_be_a_copy_is_kept_and_stands_once(index: Path) -> None:
    def known(archive: Archive) -> list[Copy]:
        late, other = archive.passages("late.txt")[0], archive.passages("other01.txt")[0]
        return [Copy(archive.article("late.txt"), late), Copy(archive.article("other01.txt"), other)]

    assert copies_of(index, "lead.txt", known) == ["early.txt", "late.txt", "other01.txt", "undated.txt"]


def test_a_report_in_a_hundred_outlets_is_found_in_all(index: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    for at in range(100):
        text = article(PLAIN, f"Version {at}", f"Outlet {at}", f"2021-04-{at % 28 + 1:02}")
        (articles / f"again{at:03}.txt").write_text(text, encoding="utf-8")
    Archive.build(articles, index, encoder=HandEncoder(200))
    found = copies_of(index, "lead.txt")
    assert len(found) == 103
    assert found[0] == "early.txt"


def test_a_copy_that_is_removed_is_found_no_more(index: Path, tmp_path: Path) -> None:
    (tmp_path / "articles" / "late.txt").unlink()
    Archive.build(tmp_path / "articles", index, encoder=HandEncoder(200))
    assert copies_of(index, "lead.txt") == ["early.txt", "undated.txt"]
