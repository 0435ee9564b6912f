"""Lines that come again around different reports are furniture; what one report says is none."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.articles.outlet_furniture import blanked, find_furniture, furniture_spans, groups_of, line_key, lines_of
from qa.articles.parsing import read_article
from qa.records import Article, Source

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


LINES = st.lists(st.sampled_from(["", "  ", "Menu", "Home page", "Ward meets", report(1), report(2), "Ж й", "\u2028x"]))


@given(LINES, st.frozensets(st.sampled_from(["menu", "home page", "ward meets"])))
def test_what_is_left_stands_where_it_stood(lines: list[str], furniture: frozenset[str]) -> None:
    text = "\n".join(lines)
    spans = furniture_spans(text, furniture)
    shown = blanked(text, spans)
    assert len(shown) == len(text)
    assert all(new in (old, " ") for new, old in zip(shown, text, strict=True))
    assert all(first.end < second.start for first, second in pairwise(spans))
    for line in shown.split("\n"):
        assert line_key(line) not in furniture
    assert furniture_spans(text, ()) == ()
