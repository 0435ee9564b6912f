"""A request holds what is asked, is answered as it, and is refused where it cannot be met."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import numpy as np
import pytest

from qa.archive.archive import Archive
from qa.errors import InvalidFilter, InvalidLimit, InvalidQuestion, QaError, QuestionError
from qa.index.filters import Filters
from qa.records import SearchRequest
from qa.retrieval.request import check_limit, check_page, filters_of
from qa.settings import Settings

SETTINGS = Settings()
PRESIDENT = SearchRequest("What did the president open?")


@dataclass(frozen=True)
class Bad:
    """Something that cannot be asked, the error it raises, and the words of its remedy."""

    error: type[QaError]
    remedy: str
    question: object = "Who came?"
    more: dict[str, Any] = field(default_factory=dict)


BAD = {
    "no question": Bad(InvalidQuestion, "ask something", ""),
    "a blank question": Bad(InvalidQuestion, "ask something", " \n\t\u00a0"),
    "10,000 characters": Bad(InvalidQuestion, "10,000 characters, and the limit is 1,000: shorten it", "x" * 10_000),
    "emoji only": Bad(InvalidQuestion, "use letters or digits", "🚢🎶👩\u200d🚀"),
    "marks only": Bad(InvalidQuestion, "use letters or digits", "?!… —"),
    "hidden characters only": Bad(InvalidQuestion, "use letters or digits", "\u200b\u202e"),
    "an entity of nothing": Bad(InvalidQuestion, "use letters or digits", "&nbsp;"),
    "nothing but what to leave out": Bad(InvalidQuestion, "ask for something too, such as “visits -Astana”", "-Astana"),
    "limit 0": Bad(InvalidLimit, "limit is 0 and must be a whole number from 1 to 1,000", more={"limit": 0}),
    "limit -1": Bad(InvalidLimit, "whole number from 1 to 1,000", more={"limit": -1}),
    "limit 1001": Bad(InvalidLimit, "whole number from 1 to 1,000", more={"limit": 1001}),
    "limit True": Bad(InvalidLimit, "whole number from 1 to 1,000", more={"limit": True}),
    "limit 1.5": Bad(InvalidLimit, "whole number from 1 to 1,000", more={"limit": 1.5}),
    "limit as text": Bad(InvalidLimit, "whole number from 1 to 1,000", more={"limit": "5"}),
    "offset -1": Bad(InvalidLimit, "whole number, 0 or more", more={"offset": -1}),
    "offset 1.5": Bad(InvalidLimit, "whole number, 0 or more", more={"offset": 1.5}),
    "no such order": Bad(InvalidFilter, "choose relevance, newest, oldest", more={"order": "best"}),
    "dates crossed": Bad(InvalidFilter, "swap them", more={"after": "2022-12-11", "before": "2022-12-10"}),
    "years crossed": Bad(InvalidFilter, "swap them", more={"after": "2023", "before": "2022"}),
    "30 February": Bad(InvalidFilter, "which is not a date", more={"after": "2023-02-30"}),
    "29 February": Bad(InvalidFilter, "which is not a date", more={"before": "2023-02-29"}),
    "month 13": Bad(InvalidFilter, "which is not a date", more={"after": "2023-13"}),
    "month 0": Bad(InvalidFilter, "which is not a date", more={"after": "2023-00"}),
    "month 0 of a day": Bad(InvalidFilter, "which is not a date", more={"before": "2023-00-10"}),
    "day 0": Bad(InvalidFilter, "which is not a date", more={"before": "2023-12-00"}),
    "year 0": Bad(InvalidFilter, "which is not a date", more={"before": "0000"}),
    "no date": Bad(InvalidFilter, "such as 2022-12-31, 2022-12 or 2022", more={"after": "last week"}),
    "another order of day and month": Bad(InvalidFilter, "such as 2022-12-31", more={"after": "10.12.2022"}),
    "no year": Bad(InvalidFilter, "such as 2022-12-31", more={"after": "--12-10"}),
    "a number": Bad(InvalidFilter, "such as 2022-12-31", more={"after": 20221210}),
    "one outlet as text": Bad(InvalidFilter, "write outlets=['TASS']", more={"outlets": "TASS"}),
    "one place as text": Bad(InvalidFilter, "write places=['ASTANA']", more={"places": "ASTANA"}),
    "an outlet of bytes that are no text": Bad(InvalidFilter, r"outlets holds '\udcff'", more={"outlets": ["\udcff"]}),
    "a place of bytes that are no text": Bad(InvalidFilter, "which is not text", more={"places": ["PARIS", "a\udcff"]}),
    "a file name of bytes that are no text": Bad(InvalidFilter, "correct it", more={"articles": iter(["\udcff.txt"])}),
    "a number of outlets": Bad(InvalidFilter, "outlets must be a list of names", more={"outlets": 5}),
    "a limit as long as a request": Bad(InvalidLimit, "whole number", more={"limit": "9" * 60_000}),
    "a date as long as a request": Bad(InvalidFilter, "which is not a date", more={"after": "9" * 60_000}),
    "no outlet: 0": Bad(InvalidFilter, "outlets must be a list of names, not 0", more={"outlets": 0}),
    "no place: False": Bad(InvalidFilter, "places must be a list of names, not False", more={"places": False}),
    "an array without a length": Bad(InvalidFilter, "must be a list of names", more={"outlets": np.array("TASS")}),
    "an array of numbers": Bad(InvalidFilter, "which is not text", more={"outlets": np.array([1, 2])}),
    "a missing value of a table": Bad(InvalidFilter, "holds nan, which is not text", more={"outlets": [float("nan")]}),
    "an empty outlet": Bad(InvalidFilter, "outlets holds '', which is empty", more={"outlets": [""]}),
    "a blank place beside another": Bad(InvalidFilter, "name something or leave it out", more={"places": ["A", " "]}),
    "a hidden outlet": Bad(InvalidFilter, r"holds '\u200b', which is empty", more={"outlets": ["\u200b"]}),
    "an outlet of controls": Bad(InvalidFilter, r"holds '\x00', which is empty", more={"outlets": ["\x00"]}),
    "an outlet of an entity": Bad(InvalidFilter, "which is empty", more={"outlets": ["&nbsp;"]}),
    "an empty language": Bad(InvalidFilter, "languages holds '', which is empty", more={"languages": [""]}),
    "an empty article": Bad(InvalidFilter, "articles holds '', which is empty", more={"articles": [""]}),
    "an empty date": Bad(InvalidFilter, "after is '', which is not a date", more={"after": ""}),
    "an empty day to stand on": Bad(InvalidFilter, "asked_on is '', which is not a date", more={"asked_on": ""}),
    "lists in lists": Bad(InvalidFilter, "which is not text", more={"places": [[["x" * 60_000] * 99] * 99]}),
    "one article as text": Bad(InvalidFilter, "write articles=['a.txt']", more={"articles": "a.txt"}),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_what_cannot_be_asked_is_refused_in_one_line_with_the_remedy(bad: Bad, archive: Archive) -> None:
    with pytest.raises(bad.error) as refused:
        archive.ask(bad.question, **bad.more)  # type: ignore[arg-type]
    message = str(refused.value)
    assert bad.remedy in message
    assert "\n" not in message
    assert len(message) < 200
    assert isinstance(refused.value, QuestionError)


@pytest.mark.parametrize(
    "asked",
    [
        PRESIDENT,
        replace(PRESIDENT, limit=2, offset=1),
        replace(PRESIDENT, order="newest"),
        replace(PRESIDENT, order="oldest", after="2020-05-04", before="2021"),
        replace(PRESIDENT, outlets=("example wire",)),
        replace(PRESIDENT, places=("portville",)),
        replace(PRESIDENT, articles=("music.txt", "border.txt")),
    ],
)
def test_all_that_was_asked_reaches_the_archive(archive: Archive, asked: SearchRequest) -> None:
    expected = archive.ask(
        asked.question,
        asked.limit,
        offset=asked.offset,
        order=asked.order,
        after=asked.after,
        before=asked.before,
        outlets=asked.outlets,
        places=asked.places,
        articles=asked.articles,
    )
    assert expected.evidence
    assert archive.answer(asked) == expected
    if asked != PRESIDENT:
        assert expected.evidence != archive.answer(PRESIDENT).evidence


@pytest.mark.parametrize(
    ("asked", "filtered"),
    [
        (replace(PRESIDENT, limit=1, offset=9, order="newest"), False),
        (replace(PRESIDENT, after="2022"), True),
        (replace(PRESIDENT, before="2022"), True),
        (replace(PRESIDENT, outlets=("The Herald",)), True),
        (replace(PRESIDENT, places=("ASTANA",)), True),
        (replace(PRESIDENT, articles=("a.txt",)), True),
    ],
)
def test_only_filters_leave_articles_out(asked: SearchRequest, filtered: bool) -> None:
    assert asked.filtered is filtered


@pytest.mark.parametrize(("limit", "offset"), [(1, 0), (1_000, 0), (5, 10_000)])
def test_one_to_a_thousand_results_can_be_asked_for(limit: int, offset: int) -> None:
    check_limit(limit, offset, SETTINGS)


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_the_three_orders_are_known(order: str) -> None:
    check_page(SearchRequest("Who came?", order=order), SETTINGS)


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2022", 20220101, 20221231),
        ("2022-12", 20221201, 20221231),
        ("2022-02", 20220201, 20220228),
        ("2024-02", 20240201, 20240229),
        ("2022-12-10", 20221210, 20221210),
        ("2022-1-5", 20220105, 20220105),
        (" 2022 ", 20220101, 20221231),
        (date(2022, 12, 10), 20221210, 20221210),
        (datetime(2022, 12, 10, 23, 59), 20221210, 20221210),
        (None, None, None),
    ],
)
def test_a_month_or_a_year_means_the_whole_of_it(
    stated: str | date | None, first: int | None, last: int | None
) -> None:
    request = SearchRequest("Who came?", after=stated, before=stated)  # type: ignore[arg-type]
    assert filters_of(request) == Filters(first, last)


@pytest.mark.parametrize("listed", [list, tuple, set, iter, np.array, dict.fromkeys])
def test_names_come_as_any_list_and_match_whatever_their_case(listed: Callable[[list[str]], Any]) -> None:
    filters = filters_of(
        SearchRequest(
            "Who came?",
            outlets=listed(["TASS", " The  Herald "]),
            places=listed(["ASTANA"]),
            articles=listed(["A/b.txt"]),
        )
    )
    assert filters.outlets == {"tass", "the herald"}
    assert filters.places == {"astana"}
    assert filters.files == {"A/b.txt"}


def test_nothing_named_is_no_filter() -> None:
    assert filters_of(SearchRequest("Who came?")).empty
    nothing: Any = {"outlets": None, "places": [], "articles": np.array([])}
    assert filters_of(SearchRequest("Who came?", **nothing)) == filters_of(SearchRequest("Who came?"))


def test_a_request_can_be_hashed_and_stays_as_it_was_whatever_list_it_was_made_of(archive: Archive) -> None:
    outlets: Any = ["Example Wire"]
    request = SearchRequest("Who came?", outlets=outlets)
    answer = archive.answer(request)
    outlets.append("another")
    assert request == SearchRequest("Who came?", outlets=("Example Wire",))
    assert hash(answer) == hash(archive.answer(request))
    assert answer.to_dict()["filters"]["outlets"] is not answer.request.outlets


def test_names_as_one_text_are_refused_where_the_request_is_made() -> None:
    with pytest.raises(InvalidFilter, match=r"write outlets=\['TASS'\]"):
        SearchRequest("Who came?", outlets="TASS")  # type: ignore[arg-type]
