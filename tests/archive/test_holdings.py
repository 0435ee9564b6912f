"""What an archive holds is counted as somebody would who opens every article."""

from collections import Counter
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.archive.holdings import ArticleCount
from tests.support.hand_encoder import HandEncoder

STATED = (
    ("Example Wire", "2022-01-05"), ("EXAMPLE WIRE", "2022-01-06"), ("Example Wire", "--12-10"), ("The Herald", None),
    ("AT&amp;T News", "2021-12-31"), (None, "2022-01-31"), (None, None), ("Agence", "2022-12-10"),
    ("AT&T News", "0987-12-10"),
)  # fmt: skip


@pytest.fixture
def holding(tmp_path: Path) -> Archive:
    """An article for each pair of outlet and date."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, (outlet, date) in enumerate(STATED):
        front = "".join(f"{name}: {value}\n" for name, value in (("outlet", outlet), ("date", date)) if value)
        (folder / f"{number}.txt").write_text(f"---\ntitle: T{number}\n{front}---\nThe ship of {number} sailed.\n")
    return Archive.build(folder, tmp_path / "index", encoder=HandEncoder())


def test_articles_are_counted_by_month_and_outlet_and_apart_where_they_state_none(holding: Archive) -> None:
    held = holding.holdings()
    assert (held.revision, held.articles) == (1, 9)
    assert held.months == (
        ArticleCount("0987-12", 1),
        ArticleCount("2021-12", 1),
        ArticleCount("2022-01", 3),
        ArticleCount("2022-12", 1),
    )
    assert held.undated == 3
    assert held.outlets == (
        ArticleCount("Example Wire", 3),
        ArticleCount("AT&T News", 2),
        ArticleCount("Agence", 1),
        ArticleCount("The Herald", 1),
    )
    assert held.no_outlet == 2


def test_every_count_is_what_the_list_of_articles_gives(holding: Archive) -> None:
    held = holding.holdings()
    assert all(holding.contents(month=it.name).total == it.articles for it in held.months)
    years = Counter[str]()
    for it in held.months:
        years[it.name[:4]] += it.articles
    assert all(holding.contents(month=year).total == articles for year, articles in years.items())
    assert all(holding.contents(outlet=it.name).total == it.articles for it in held.outlets)
    assert holding.contents(month="undated").total == held.undated
    assert holding.contents(outlet="").total == held.no_outlet


def test_holdings_follow_the_archive(holding: Archive, tmp_path: Path) -> None:
    before = holding.holdings()
    assert holding.holdings() is before
    (tmp_path / "articles" / "7.txt").unlink()
    (tmp_path / "articles" / "0.txt").write_text("---\ntitle: T0\noutlet: EXAMPLE WIRE\n---\nThe ship sailed.\n")
    holding.update([tmp_path / "articles"])
    held = holding.holdings()
    assert (held.revision, held.articles, held.undated) == (2, 8, 4)
    assert held.outlets == (
        ArticleCount("EXAMPLE WIRE", 3),
        ArticleCount("AT&T News", 2),
        ArticleCount("The Herald", 1),
    )
    assert Counter({it.name: it.articles for it in held.months}) == {"0987-12": 1, "2021-12": 1, "2022-01": 2}


def test_an_archive_that_states_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Talks\n\nThe ship sailed.\n")
    held = Archive.build(tmp_path / "articles", tmp_path / "index", encoder=HandEncoder()).holdings()
    assert (held.months, held.undated, held.outlets, held.no_outlet) == ((), 1, (), 1)
