"""What the archive holds is rendered as links, each of which lists what it counts."""

import re
from html import unescape
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.page.address import Listing, parse
from qa.page.rendering.holdings import PER_PAGE, contents, holdings, holds
from qa.page.words.english import ENGLISH
from qa.page.words.russian import RUSSIAN
from tests.page.records_made import status
from tests.page.rendered import rendered
from tests.support.hand_encoder import HandEncoder

PERIOD = re.compile(r'<a class="period"[^>]*href="([^"]+)"[^>]*>(.*?)</a>')


def test_the_first_line_is_what_the_archive_holds() -> None:
    said = rendered(holds(status(), RUSSIAN)).text.replace("\xa0", " ")
    assert (
        said
        == "2 124 статьи · 11 001 отрывок · статей с полной датой: 2 112 из 2 124 (1 января 2020 — 31 декабря 2022)"
    )


@pytest.mark.parametrize(
    "dates", [("2022-01-05", "2022-01-31", "2022-12-10"), ("1998-01-05", "2004-06-01", "2023-12-10")]
)
def test_every_bar_lists_the_articles_that_it_counts_whether_months_or_years_are_shown(
    tmp_path: Path, dates: tuple[str, ...]
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, date in enumerate(dates):
        (folder / f"{number}.txt").write_text(f"---\ntitle: T{number}\ndate: {date}\n---\nShip {number} sailed.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    bars = PERIOD.findall(holdings(archive.holdings(), Listing(), ENGLISH))
    assert len(bars) == len({date[:7] for date in dates})
    for href, said in bars:
        listing, counted = parse(unescape(href)).listing, rendered(said).text.rpartition(": ")[2]
        listed = archive.contents(limit=PER_PAGE, month=listing.month)
        assert f"{counted} in this list" in contents(listed, listing, ENGLISH)
        assert holdings(archive.holdings(), listing, ENGLISH).count("aria-current") == 1
