"""The times of events that texts state are read in three languages, and figures are not taken for years."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.retrieval.event_times import Months, agreement, stated_months
from qa.retrieval.scoring import TIME
from tests.support.hand_encoder import HandEncoder


def months(first: str, last: str) -> Months:
    (first_year, first_month), (last_year, last_month) = (map(int, it.split("-")) for it in (first, last))
    return Months(first_year * 12 + first_month - 1, last_year * 12 + last_month - 1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was built in 2004.", "2004-1", "2004-12"),
        ("in March 2004", "2004-3", "2004-3"),
        ("on 26 May 1924", "1924-5", "1924-5"),
        ("on May 26th, 1924", "1924-5", "1924-5"),
        ("on 2022-12-10", "2022-12", "2022-12"),
        ("from 1811 to 1827", "1811-1", "1827-12"),
        ("from Sep 1896 to Mar. 1919", "1896-9", "1919-3"),
        ("between 1990 and 1995", "1990-1", "1995-12"),
        ("1939–45", "1939-1", "1945-12"),
        ("2019-2020", "2019-1", "2020-12"),
        ("May 26, 1924 – September 8, 2009", "1924-5", "2009-9"),
        ("the 1990s", "1990-1", "1999-12"),
        ("before the election of 2005", "2005-1", "2005-12"),
        ("с 1811 по 1827 год", "1811-1", "1827-12"),
        ("в сентябре 2004 года", "2004-9", "2004-9"),
        ("10 декабря 2022 года", "2022-12", "2022-12"),
        ("в 1990-е годы", "1990-1", "1999-12"),
        ("2004 жылғы мамыр айында", "2004-5", "2004-5"),
        ("1990 жылы", "1990-1", "1990-12"),
    ],
)
def test_a_stated_time_is_read(text: str, first: str, last: str) -> None:
    assert stated_months(text) == (months(first, last),)


@pytest.mark.parametrize(
    ("text", "within", "outside"),
    [
        ("since May 1999", "2020-1", "1999-4"),
        ("after 2010", "2011-1", "2009-12"),
        ("from 1990 onwards", "2020-1", "1989-12"),
        ("until 1903", "1850-1", "1904-1"),
        ("by 2010", "2009-5", "2011-1"),
        ("до 1917 года", "1900-1", "1918-1"),
        ("2004 жылдан бері", "2019-1", "2003-12"),
    ],
)
def test_a_time_may_have_no_beginning_or_no_end(text: str, within: str, outside: str) -> None:
    (found,) = stated_months(text)
    assert found.overlaps(months(within, within))
    assert not found.overlaps(months(outside, outside))


@pytest.mark.parametrize(
    "text",
    [
        "1,990 people",
        "$2000",
        "2004.5 metres",
        "2004%",
        "in March",
        "12 men",
        "page 19",
        "£1999",
        "5-2004-7",
        "A2004",
        "0987",
    ],
)
def test_a_figure_is_no_year(text: str) -> None:
    assert stated_months(text) == ()


SPANS = st.builds(lambda first, length: Months(first, first + length), st.integers(0, 25_000), st.integers(0, 600))


@given(SPANS, SPANS)
def test_overlap_is_mutual(one: Months, other: Months) -> None:
    assert one.overlaps(one)
    assert one.overlaps(other) == other.overlaps(one)


@given(st.lists(SPANS, min_size=1), st.lists(SPANS))
def test_agreement_is_whole_with_the_same_times_and_nothing_with_others(
    asked: list[Months], stated: list[Months]
) -> None:
    assert agreement(asked, asked) == 1.0
    assert agreement(asked, []) == 0.25
    assert 0.0 <= agreement(asked, stated) <= agreement(asked, [*stated, *asked]) == 1.0


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert all(it.first <= it.last for it in stated_months(text))


@pytest.fixture
def archive(tmp_path: Path, encoder: HandEncoder) -> Archive:
    folder = tmp_path / "terms"
    folder.mkdir()
    for name, text in {
        "ruiz": "The mayor of Portville, Ana Ruiz, was in office from 1998 to 2006.",
        "berg": "The mayor of Portville, Tom Berg, was in office from 2006 to 2019.",
        "none": "The mayor of Portville, Eva Lind, was in office for a year.",
    }.items():
        (folder / f"{name}.txt").write_text(f"Mayors of Portville\n\n{text}\n")
    (folder / "dated.txt").write_text(
        "Mayors of Portville\n\n3 May 2011\n\nThe mayor of Portville, Kim Stone, was in office for a day.\n"
    )
    return Archive.build(folder, tmp_path / "index", encoder=encoder)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Who was the mayor of Portville from 2000 to 2003?", {"ruiz": 1, "berg": 0, "none": 0.25, "dated": 0}),
        ("Who was the mayor of Portville in 2011?", {"ruiz": 0, "berg": 1, "none": 0.25, "dated": 1}),
    ],
)
def test_a_time_that_is_asked_about_agrees_with_what_a_passage_states(
    archive: Archive, question: str, parts: dict[str, float]
) -> None:
    found = {it.article.file.removesuffix(".txt"): it.parts[TIME] for it in archive.ask(question)}
    most = max(found.values())
    assert {name: part / most for name, part in found.items()} == parts
    assert archive.ask(question).undated == 0, "no article is left out"


def test_nothing_is_asked_of_times_without_a_time_word(archive: Archive) -> None:
    assert all(TIME not in it.parts for it in archive.ask("Who was the mayor of Portville?"))
    assert all(TIME not in it.parts for it in archive.ask("What was published in articles from 2011 about Portville?"))
