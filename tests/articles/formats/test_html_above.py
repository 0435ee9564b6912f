"""A date above the headline is the article's where it stands with it; one in the head of the site is not."""

import pytest

from qa.articles.formats import Record
from tests.articles.formats.making import PROSE, TEXT, record

H1 = "<h1>Storm closes the harbour bridge</h1>"
SHOWN = "11 March 2025, 21:40"


def read(body: str) -> Record:
    foot = "<footer><p>© 2019 Portville Courier.</p></footer>"
    return record("a.html", f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}{foot}</body></html>')


@pytest.mark.parametrize(
    "body",
    [
        f'<article><div class="date">{SHOWN}</div>{H1}{PROSE}</article>',
        f'<div class="date">{SHOWN}</div>{H1}{PROSE}',
        f'<main><div class="meta"><span>City</span><span>{SHOWN}</span></div>{H1}{PROSE}</main>',
        f'<div class="article"><div class="article__date">{SHOWN}</div>{H1}{PROSE}</div>',
        f'<div class="content"><p>{SHOWN}</p>{H1}{PROSE}</div>',
        f"<article><header><span>{SHOWN}</span>{H1}</header>{PROSE}</article>",
        f'<article><time datetime="2025-03-11T21:40:00+03:00">Сегодня, 21:40</time>{H1}{PROSE}</article>',
        f'<div class="news"><span class="news-date">11 марта 2025, 21:40</span>{H1}{PROSE}</div>',
        f'<div class="news"><span class="news-date">11.03.2025 21:40</span>{H1}{PROSE}</div>',
        f'<div><div class="info"><span>2025 жылғы 11 наурыз, 21:40</span></div><div>{H1}</div>{PROSE}</div>',
        f'<article><div class="date">{SHOWN}</div><div><a href="/c">City</a></div>{H1}{PROSE}</article>',
        f'<article><div class="date">{SHOWN}</div><figure><img src="a.jpg"></figure>{H1}{PROSE}</article>',
        f'<article><p>{SHOWN}</p><ul class="breadcrumbs"><li>Home</li><li>City</li></ul>{H1}{PROSE}</article>',
        f'<table><tr><td class="date">{SHOWN}</td></tr><tr><td>{H1}{PROSE}</td></tr></table>',
    ],
)
def test_a_date_above_the_headline_is_the_article_s(body: str) -> None:
    found = read(body)
    assert (found.date, found.text) == ("2025-03-11", TEXT)


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Published: 11 March 2025 | Updated: 12 March 2025</p>",
        "<div>Опубликовано: 11.03.2025</div><div>Обновлено: 12.03.2025</div>",
        "<div><span>Опубликовано: 11.03.2025</span> <span>Обновлено: 12.03.2025</span></div>",
    ],
)
def test_the_day_of_change_is_kept_apart_above_the_headline_and_below_it(shown: str) -> None:
    for body in (f"<article>{shown}{H1}{PROSE}</article>", f"<article>{H1}{shown}{PROSE}</article>"):
        found = read(body)
        assert (found.date, found.updated) == ("2025-03-11", "2025-03-12")


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="date">11 March 2025</div><nav><a href="/">Home</a></nav><main>{H1}{PROSE}</main>',
        f'<header><div class="date">Tuesday, 11 March 2025</div></header><main>{H1}{PROSE}</main>',
        f'<div>Tuesday, 11 March 2025</div><div id="content">{H1}{PROSE}</div>',
        f'<div><div id="header"><div class="date">11 March 2025</div></div><div id="content">{H1}{PROSE}</div></div>',
        f'<div id="page"><div class="current-date">11 March 2025</div>{H1}{PROSE}</div>',
        f'<main><div class="teaser"><a href="/x">Port</a> <i class="date">10 March 2025</i></div>{H1}{PROSE}</main>',
        f'<main><div><a href="/x">The port is open to all ships</a> <i>10 March 2025</i></div>{H1}{PROSE}</main>',
        f'<main><aside><span class="date">10 March 2025</span></aside>{H1}{PROSE}</main>',
        f'<article><h2>Port open</h2><i class="date">10 March 2025</i></article><article>{H1}{PROSE}</article>',
        f'<div><h3>Port open</h3><span class="date">10 March 2025</span></div><div>{H1}{PROSE}</div>',
        f'<main><ul><li><span class="date">10 March 2025</span> Port open</li></ul>{H1}{PROSE}</main>',
        f'<div class="last-news"><i class="date">10.03.2025</i> <a href="/x">Port open</a></div><div>{H1}{PROSE}</div>',
        f'<article><div class="date">11 March</div>{H1}{PROSE}</article>',
    ],
)
def test_the_day_of_reading_and_that_of_another_report_are_not_the_article_s(body: str) -> None:
    assert read(body).date is None


def test_a_date_below_the_headline_counts_before_one_above_it() -> None:
    assert (
        read(f'<article><div class="date">{SHOWN}</div>{H1}<p>10 March 2025</p>{PROSE}</article>').date == "2025-03-10"
    )
