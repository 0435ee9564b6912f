"""The list of articles is what somebody would make of the articles one by one, page by page, in every order."""

import re
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.archive.article_list import ArticleList, Titles, read_names
from qa.articles.stated_names import fold
from qa.errors import IndexDamaged, InvalidFilter, InvalidLimit, QaError
from qa.index.index import Index, View
from qa.records import Entry
from tests.support.examples import few
from tests.support.hand_encoder import HandEncoder
from tests.support.settings import ADDED_TO

DATES = ("2021-12-31", "2022-01-05", "2022-01-06", "2022-12-10", "--12-10", None)
OUTLETS = ("Example Wire", "EXAMPLE WIRE", "The Herald", "AT&amp;T News", None)
TITLES = (
    "Border talks open", "border talks OPEN", "Élan at the border", "“Straße” closed: trade stops", "Граница открыта",
    "AT&amp;T trade &#233;lan", "A talk", "Zebras cross", "Cafe\u0301 by the river", "100% of trade_open",
)  # fmt: skip
ORDERS = ("newest", "oldest", "title", "outlet", "passages")


def write_article(folder: Path, number: int) -> None:
    stated = {
        "title": f'"{TITLES[number % len(TITLES)]}"' if number % 11 else None,
        "outlet": OUTLETS[number * 3 % len(OUTLETS)],
        "date": DATES[number % len(DATES)],
        "author": "Jane Doe" if number % 2 else None,
        "place": "ASTANA/MOSCOW" if number % 3 else None,
        "section": "Business" if number % 4 else None,
    }
    front = "".join(f"{name}: {value}\n" for name, value in stated.items() if value)
    paragraphs = "\n\n".join(f"The ship of {number} sailed {at} times to trade." for at in range(number % 4 + 1))
    (folder / f"{number * 37 % 100:02}.txt").write_text(f"---\n{front}---\n{paragraphs}\n")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """40 articles; 15 more went after the derived files were written, and 5 came."""
    folder = tmp_path_factory.mktemp("listed")
    (folder / "articles").mkdir()
    for number in range(50):
        write_article(folder / "articles", number)
    archive = Archive.build(folder / "articles", folder / "index", encoder=HandEncoder(), settings=ADDED_TO)
    for number in range(15):
        (folder / "articles" / f"{number * 37 % 100:02}.txt").unlink()
    for number in range(50, 55):
        write_article(folder / "articles", number)
    archive.update([folder / "articles"])
    return archive


@pytest.fixture(scope="module")
def entries(archive: Archive) -> list[Entry]:
    """What somebody who opens every article would list."""
    files = [f"{number * 37 % 100:02}.txt" for number in range(15, 55)]
    articles = [archive.article(file) for file in files]
    return [
        Entry(
            file=it.file,
            name=it.name,
            outlet=it.outlet,
            date=it.date,
            author=it.author,
            place=it.place,
            section=it.section,
            passages=len(archive.passages(it.file)),
            language=it.language,
            second_language=it.second_language,
        )
        for it in articles
    ]


def full(entry: Entry) -> str:
    return "" if entry.date is None or entry.date.startswith("-") else entry.date


def newest(entry: Entry) -> tuple[bool, int, str]:
    return not full(entry), -int(full(entry).replace("-", "") or 0), entry.file


KEYS: dict[str, Callable[[Entry], Any]] = {
    "newest": newest,
    "oldest": lambda it: (not full(it), full(it), it.file),
    "title": lambda it: (fold(it.name), it.file),
    "outlet": lambda it: (it.outlet is None, fold(it.outlet), newest(it)),
    "passages": lambda it: (-it.passages, newest(it)),
}


def wanted(entry: Entry, outlet: str | None, month: str | None, title: str | None) -> bool:
    if outlet is not None and fold(entry.outlet) != fold(outlet):
        return False
    if month is not None and (full(entry)[: len(month)] or "undated") != month:
        return False
    name = fold(entry.name)
    starts = [0, *(at for at in range(1, len(name)) if not name[at - 1].isalnum())]
    return all(
        any(name.startswith(word, at) for at in starts) or (word in name and not word[0].isalnum())
        for word in fold(title).split()
    )


@few(200)
@given(
    st.sampled_from(ORDERS),
    st.integers(1, 50),
    st.integers(0, 45),
    st.none() | st.sampled_from(["example wire", "The  HERALD", "AT&T News", "", "Nobody"]),
    st.none() | st.sampled_from(["2022-01", "2022-12", "2022", "2021", "undated", "1999-01", "1999", "0000"]),
    st.none()
    | st.sampled_from(["talk", "alk", "OPEN border", "ÉLAN", "strasse", "ГРАНИЦА", "at&t", "café", "", "%", "_"]),
)
@example("title", 5, 10**30, None, None, None)
def test_a_page_is_what_somebody_who_opens_all_articles_would_list(
    archive: Archive,
    entries: Sequence[Entry],
    order: str,
    limit: int,
    offset: int,
    outlet: str | None,
    month: str | None,
    title: str | None,
) -> None:
    listed = archive.contents(order=order, limit=limit, offset=offset, outlet=outlet, month=month, title=title)
    expected = sorted((it for it in entries if wanted(it, outlet, month, title)), key=KEYS[order])
    assert listed == ArticleList(2, len(expected), tuple(expected[offset : offset + limit]))


@pytest.mark.parametrize("order", ORDERS)
def test_pages_follow_each_other_without_a_gap(archive: Archive, order: str) -> None:
    pages = [archive.contents(order=order, limit=7, offset=offset) for offset in range(0, 42, 7)]
    assert tuple(it for page in pages for it in page.articles) == archive.contents(order=order).articles
    assert {page.total for page in pages} == {40}


def test_the_newest_stand_first_unless_another_order_is_asked_for(archive: Archive) -> None:
    assert archive.contents() == archive.contents(order="newest", limit=50, offset=0)


def test_an_article_lists_what_it_states_and_how_many_passages_it_has(archive: Archive) -> None:
    (entry,) = archive.contents(title="zebras", month="2022-12").articles
    expected = Entry("99.txt", "Zebras cross", "EXAMPLE WIRE", "2022-12-10", "Jane Doe", None, "Business", 4, "en")
    assert entry == expected


def test_part_of_a_headline_is_found_where_a_word_begins_and_not_within_one(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    within = ("Victory day", "History of rowing")
    for headline in (*within, "Tory leader speaks", "Anti-Tory mood", "“Tory” is a word", "Тормоз"):
        (folder / f"{headline}.txt").write_text(f"---\ntitle: {headline}\n---\nThe ship sailed.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())

    def found(title: str) -> set[str]:
        return {it.name for it in archive.contents(title=title).articles}

    assert found("tory") == found("TOR") == {"Tory leader speaks", "Anti-Tory mood", "“Tory” is a word"}
    assert found("tory mood") == {"Anti-Tory mood"}
    assert found("anti-tory") == {"Anti-Tory mood"}
    assert found("“tory") == {"“Tory” is a word"}
    assert found("торм") == {"Тормоз"}
    assert found("ормоз") == set()


def test_an_article_without_a_title_is_listed_and_found_by_its_first_words(archive: Archive) -> None:
    assert [it.name for it in archive.contents(title="SHIP of 22").articles] == [archive.article("14.txt").name]


def test_what_is_added_and_removed_is_listed_so_at_once(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Border talks open\n\nThe ship of trade sailed.\n")
    changing = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert [it.file for it in changing.contents(title="talks").articles] == ["a.txt"]
    (folder / "b.txt").write_text("Talks end\n\nThe ship of trade came back.\n")
    changing.update([folder])
    assert [it.file for it in changing.contents(order="title", title="talks").articles] == ["a.txt", "b.txt"]
    (folder / "a.txt").unlink()
    changing.update([folder], yes=True)
    assert [it.file for it in changing.contents(title="talks").articles] == ["b.txt"]


@pytest.mark.parametrize(
    ("asked", "error", "remedy"),
    [
        ({"limit": 0}, InvalidLimit, "from 1 to 1,000"),
        ({"limit": 1001}, InvalidLimit, "from 1 to 1,000"),
        ({"limit": True}, InvalidLimit, "from 1 to 1,000"),
        ({"offset": -1}, InvalidLimit, "0 or more"),
        ({"order": "relevance"}, InvalidFilter, "choose newest, oldest, title, outlet, passages"),
        ({"order": None}, InvalidFilter, "choose newest"),
        ({"month": "2022-13"}, InvalidFilter, "such as 2022-12"),
        ({"month": "202"}, InvalidFilter, "a year such as 2022"),
        ({"month": "2022-"}, InvalidFilter, "a year such as 2022"),
        ({"month": ""}, InvalidFilter, "such as 2022-12"),
        ({"month": 202212}, InvalidFilter, "such as 2022-12"),
        ({"month": "２０２２-12"}, InvalidFilter, "such as 2022-12"),
        ({"outlet": ["TASS"]}, InvalidFilter, "leave it out"),
        ({"outlet": "\udcff"}, InvalidFilter, "leave it out"),
        ({"title": 7}, InvalidFilter, "leave it out"),
        ({"title": "\udcff"}, InvalidFilter, "leave it out"),
    ],
)
def test_what_cannot_be_listed_is_a_typed_error_with_its_remedy(
    archive: Archive, asked: dict[str, Any], error: type[QaError], remedy: str
) -> None:
    with pytest.raises(error, match=remedy) as caught:
        archive.contents(**asked)
    assert "\n" not in str(caught.value)


def test_a_damaged_row_is_noticed_where_it_would_be_shown_and_nowhere_else(folder: Path, tmp_path: Path) -> None:
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    with closing(connect(tmp_path / "index" / "archive.sqlite")) as connection, connection:
        connection.execute("UPDATE article SET author = 'Nobody' WHERE file = 'border.txt'")
    assert [it.file for it in archive.contents(limit=2).articles] == ["trade.txt", "music.txt"]
    with pytest.raises(IndexDamaged, match="table article"):
        archive.contents()


def test_bodies_are_not_read(folder: Path, tmp_path: Path) -> None:
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    with closing(connect(tmp_path / "index" / "archive.sqlite")) as connection, connection:
        connection.execute("DELETE FROM body")
    assert len(archive.contents().articles) == 3


NAMES = st.lists(st.text(alphabet="abé “”", max_size=6), max_size=12)


@given(NAMES, st.lists(st.text(alphabet="abé", min_size=1, max_size=2), max_size=3))
def test_a_word_of_the_name_must_begin_with_each_word(names: list[str], words: list[str]) -> None:
    held = Titles(tuple(names)).holding(words).tolist()
    begun = [re.split(r"[ “”]", name) for name in names]
    assert held == [all(any(it.startswith(word) for it in parts) for word in words) for parts in begun]


@given(NAMES)
def test_places_put_names_in_order_and_equal_ones_together(names: list[str]) -> None:
    positions = Titles(tuple(names)).positions.tolist()
    assert [name for _, name in sorted(zip(positions, names, strict=True))] == sorted(names)
    assert len(set(positions)) == len(set(names))


def files_of(view: View) -> dict[int, str]:
    return dict(view.connection.execute("SELECT id, file FROM article").fetchall())


def test_names_are_read_folded_in_the_order_of_the_catalogue(folder: Path, tmp_path: Path) -> None:
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    with Index(tmp_path / "index").view() as view:
        titles, rows = Titles.of(read_names(view)), view.snapshot.catalogue.articles.tolist()
        files = files_of(view)
    assert dict(zip((files[row] for row in rows), titles.folded, strict=True)) == {
        "border.txt": "river marks the line",
        "music.txt": "festival opens",
        "trade.txt": "trade grows again",
    }
