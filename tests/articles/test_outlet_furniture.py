"""Lines that come again around different reports are furniture; what one report says is none."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.around_reports import blanked, furniture_spans
from qa.articles.outlet_furniture import find_furniture, groups_of, line_key, lines_of
from qa.articles.parsing import read_article
from qa.build.furniture import KnownFurniture
from qa.records import Article, ParsedArticle, Source
from qa.settings import Settings

FOLDER = "folder 2024"
ABOUT = "The Courier is published by Example Press and has been read in Portville since 1889."


def report(number: int) -> str:
    return f"The council of ward {number} met on day {number} and chose to mend the bridge that leads to pier {number}."


def furniture_of(texts: list[str], name: str = "2024/{}.txt") -> dict[str, int]:
    read = [read_article(name.format(number), text.encode()) for number, text in enumerate(texts)]
    return dict(find_furniture([lines_of(it) for it in read]).get(FOLDER, {}))


def test_a_line_around_different_reports_is_furniture() -> None:
    found = furniture_of([f"Ward {n} meets\n\n{report(n)}\n\n{ABOUT}" for n in range(8)])
    assert found == {ABOUT.lower(): 8}


def test_what_copies_of_one_report_share_is_none() -> None:
    assert furniture_of([f"Ward {n} meets\n\n{report(1)}\n\n{ABOUT}" for n in range(8)]) == {}


def test_a_line_in_few_articles_is_none() -> None:
    assert furniture_of([f"Ward {n} meets\n\n{report(n)}\n\n{ABOUT}" for n in range(4)]) == {}


def test_in_a_large_outlet_it_stands_in_a_tenth_or_comes_again_at_the_end() -> None:
    others = [f"Ward {n} meets\n\n{report(n)}" for n in range(100, 160)]
    in_front = [
        f"Ward {n} meets\n\n{ABOUT}\n\n" + "\n\n".join(report(n * 10 + it) for it in range(7)) for n in range(6)
    ]
    at_end = [f"Ward {n} meets\n\n{report(n)}\n\n{ABOUT}" for n in range(6)]
    assert furniture_of(others + in_front) == {}
    assert ABOUT.lower() in furniture_of(others[:50] + in_front)
    assert ABOUT.lower() in furniture_of(others + at_end)


def test_what_an_article_states_of_itself_is_none() -> None:
    head = "World\n\nWard {0} meets\n\nBy Jane Doe\n\n5 March 2024\n\nLONDON (Reuters) - {1}\n\n/TASS/"
    assert furniture_of([head.format(n, report(n)) for n in range(8)]) == {}


def test_a_long_paragraph_is_none() -> None:
    long = f"{ABOUT} " * 5
    assert furniture_of([f"Ward {n} meets\n\n{report(n)}\n\n{long}" for n in range(8)]) == {}


def test_articles_share_by_outlet_by_host_and_by_folder() -> None:
    article = Article(
        "a.csv#7", "", "", outlet="The  Courier", url="https://www.courier.example/x", source=Source("2024/a.csv")
    )
    assert groups_of(article) == (FOLDER, "outlet the courier", "host courier.example")


def test_on_a_whole_page_the_short_lines_around_the_report_go_too() -> None:
    menu = [f"Menu {n}" for n in range(10)]
    lines = [
        *menu,
        "Storm shuts port",
        *menu,
        "Ward 3 meets",
        report(1),
        "A short line inside",
        report(2),
        *menu,
        "Boats wait",
        *menu,
    ]
    text = "\n".join(lines)
    shown = blanked(text, furniture_spans(text, {it.lower() for it in menu}))
    assert shown.split() == f"Ward 3 meets {report(1)} A short line inside {report(2)}".split()


def test_on_another_text_only_the_furniture_goes() -> None:
    text = f"Ward 3 meets\n\n{report(1)}\n\nA short line\n\n{ABOUT}"
    shown = blanked(text, furniture_spans(text, {ABOUT.lower()}))
    assert shown.split() == text.removesuffix(ABOUT).split()


TOPICS = (
    "bridge",
    "harbour",
    "library",
    "tunnel",
    "market",
    "school",
    "museum",
    "railway",
    "forest",
    "theatre",
    "airport",
)
DONE = ("opens", "closes", "burns", "moves", "grows", "is sold")
FOOT = "About us\nContact the newsroom\nTerms of use\nThe Courier is published by Example Press."


def headline(number: int) -> str:
    return f"Old {TOPICS[number % 11]} {DONE[number % 6]} after {TOPICS[(number // 11 + 3 * number) % 11]} vote"


def story(number: int) -> list[str]:
    first, second = TOPICS[number % 11], TOPICS[(number // 11 + 3 * number) % 11]
    return [
        f"Families near the old {first} have had their vote on the {second}, and {it} of them said yes." for it in "ABC"
    ]


def pages(above: str, below: str, end: str = "", number: int = 30) -> list[ParsedArticle]:
    """Read pages of an outlet without what comes again; `{n}` is a page's number, `{0}` … are other headlines."""
    texts = []
    for n in range(number):
        others = [headline(n + 7 * (it + 1)) for it in range(9)]
        parts = [
            above.format(*others, n=n + 7),
            headline(n),
            *story(n),
            end.format(n=n),
            below.format(*others, n=n + 7),
        ]
        texts.append("\n\n".join(it for it in parts if it))
    read = [read_article(f"2024/{n}.txt", text.encode()) for n, text in enumerate(texts)]
    read = [replace(it, article=replace(it.article, source=Source(it.article.file))) for it in read]
    known = KnownFurniture(find_furniture([lines_of(it) for it in read]))
    return [known.leave_out(it, Settings()) for it in read]


def said(parsed: ParsedArticle) -> list[str]:
    return [parsed.article.text[it.start : it.end] for it in parsed.paragraphs]


@pytest.mark.parametrize(
    ("menu", "section"),
    [
        ("Home\nNews\nSport\nWeather", None),
        ("Главная\nНовости\nПолитика\nОбщество\nСпорт", None),
        ("Басты бет\nСаясат\nҚоғам", None),
        ("World\nBusiness", None),
        ("World | Business | Sport", None),
        ("Home\nNews\nSport\nWeather\n\nSport", "Sport"),
        ("World", "World"),
    ],
)
def test_a_menu_is_no_headline_and_no_section_and_a_stated_section_is_one(menu: str, section: str | None) -> None:
    found = [it.article for it in pages(menu, FOOT, number=12)]
    assert [(it.title, it.section, it.outlet) for it in found] == [(headline(n), section, None) for n in range(12)]


TEASERS = "From the newsroom\n{0}\n{1}\n{2}\n{3}\n\nOur picks\n{4}\n{5}\n{6}\n{7}\n{8}"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Home\nNews\nSport\nWeather", TEASERS),
        ("Home\nNews\nSport\nWeather", TEASERS.replace("\n", "\n\n")),
        ("Home\nNews\nSport\nWeather", TEASERS.replace("\n{", "\n- {")),
        ("Home\nNews\nSport\nWeather", "Related articles\n{0}\n{1}\n{2}\n{3}\n\nMost read\n1. {4}\n2. {5}\n3. {6}"),
        ("Home\nNews\nSport\nWeather\n\nRead by 71{n} people\nStory {n} of 40", "{n} of our readers liked this"),
    ],
)
def test_teasers_and_counters_around_a_report_are_no_passages(above: str, below: str) -> None:
    for n, parsed in enumerate(pages(above, f"{below}\n\n{FOOT}")):
        assert (parsed.article.title, said(parsed)) == (headline(n), story(n))


def test_teasers_above_the_headline_are_neither_it_nor_passages() -> None:
    found = pages(
        "Home\nNews\nSport\nWeather\n\nTop stories\nFog\nLast ferry of the year\nSnow expected on hills", FOOT
    )
    assert [it.article.title for it in found] == [headline(n) for n in range(30)]


@pytest.mark.parametrize(
    "end", ["“We gave {n} yeses,” she said.", "“Whatever comes, it is ours for {n} years”", "- Yes {n}"]
)
def test_a_short_last_paragraph_a_quote_and_a_list_stay(end: str) -> None:
    for n, parsed in enumerate(pages("Home\nNews\nSport\nWeather", f"{TEASERS}\n\n{FOOT}", end)):
        lost = [parsed.article.text[it.start : it.end] for it in parsed.dropped if it.reason == "outlet furniture"]
        assert not any(end.format(n=n) in it for it in lost)


def test_a_figure_of_a_report_is_no_counter() -> None:
    for n, parsed in enumerate(pages("", "", "Attendance: 4{n}")):
        assert f"Attendance: 4{n}" in said(parsed)


LINES = st.lists(st.sampled_from(["", "  ", "Menu", "Home page", "Ward meets", report(1), report(2), "Ж й", "\u2028x"]))


@given(LINES, st.frozensets(st.sampled_from(["menu", "home page", "ward meets"])))
def test_what_is_left_stands_where_it_stood(lines: list[str], furniture: frozenset[str]) -> None:
    text = "\n".join(lines)
    spans = furniture_spans(text, furniture)
    shown = blanked(text, spans)
    assert len(shown) == len(text)
    assert all(new in (old, " ") for new, old in zip(shown, text, strict=True))
    assert all(first.end < second.start for first, second in pairwise(spans))
    left = [line for line in shown.split("\n") if line_key(line) in furniture]
    assert len(left) <= 1, "a headline of the words of the report"
    assert furniture_spans(text, ()) == ()
