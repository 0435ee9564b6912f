"""A search asks what was asked, and says whether it leaves articles out."""

from dataclasses import replace

import pytest

from qa.archive.archive import Archive
from qa.errors import InvalidLimit
from qa.retrieval.request import Search

PRESIDENT = Search("What did the president open?")


@pytest.mark.parametrize(
    "search",
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
def test_all_that_was_asked_reaches_the_archive(archive: Archive, search: Search) -> None:
    expected = archive.ask(
        search.question,
        search.limit,
        offset=search.offset,
        order=search.order,
        after=search.after,
        before=search.before,
        outlets=search.outlets,
        places=search.places,
        articles=search.articles,
    )
    assert expected.evidence
    assert search.put_to(archive) == expected
    if search != PRESIDENT:
        assert expected.evidence != PRESIDENT.put_to(archive).evidence


def test_what_cannot_be_asked_is_refused(archive: Archive) -> None:
    with pytest.raises(InvalidLimit):
        replace(PRESIDENT, limit=0).put_to(archive)


@pytest.mark.parametrize(
    ("search", "filtered"),
    [
        (replace(PRESIDENT, limit=1, offset=9, order="newest"), False),
        (replace(PRESIDENT, after="2022"), True),
        (replace(PRESIDENT, before="2022"), True),
        (replace(PRESIDENT, outlets=("The Herald",)), True),
        (replace(PRESIDENT, places=("ASTANA",)), True),
        (replace(PRESIDENT, articles=("a.txt",)), True),
    ],
)
def test_only_filters_leave_articles_out(search: Search, filtered: bool) -> None:
    assert search.filtered is filtered
