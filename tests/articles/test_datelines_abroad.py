"""The openings of reports in languages that have no pages of their own here: datelines, and prose that is none."""

import pytest

from qa.articles.dateline import read_dateline
from qa.articles.labels import label
from tests.articles.parsed import paragraphs

from .foreign_datelines import DATELINES
from .foreign_prose import PROSE
from .heads_abroad import REPORT, each, names, read


@pytest.mark.parametrize(("line", "stated"), each(DATELINES))
def test_a_dateline_gives_where_when_and_for_whom_and_stays_in_its_passage(line: str, stated: str) -> None:
    place, date, outlet, author = ([it.strip() or None for it in stated.split("|")] + [None])[:4]
    parsed = read(f"{line} {REPORT}")
    assert (parsed.article.date, *names(parsed)) == (date, place, outlet, author, None)
    shown = paragraphs(parsed)
    assert shown == [f"{line} {REPORT}"]
    dateline = read_dateline(shown[0])
    assert dateline is not None
    assert shown[0][dateline.end :].strip() == REPORT


@pytest.mark.parametrize("prose", each(PROSE))
@pytest.mark.parametrize("report", ["", f" {REPORT}"], ids=["alone", "with more behind it"])
def test_a_first_paragraph_that_mentions_a_date_is_a_passage_and_gives_none(prose: str, report: str) -> None:
    parsed = read(prose + report, REPORT)
    assert (parsed.article.date, *names(parsed)) == (None, None, None, None, None)
    assert paragraphs(parsed) == [prose + report, REPORT]
    assert label(prose) is None
    assert read_dateline(prose + report) is None


def test_a_place_with_its_full_date_before_a_lone_sentence_is_a_caption_s_and_no_dateline() -> None:
    caption = "Berlin, 9. November 1989. Ein Bild und seine Geschichte."
    assert read_dateline(caption) is None
    assert read_dateline(f"{caption} {REPORT}") is not None


@pytest.mark.parametrize(
    ("line", "expected"),
    [("القاهرة - رويترز", ("القاهرة", "رويترز", None, None)), ("محمد علي - رويترز", (None, "رويترز", None, None))],
)
def test_a_dateline_on_a_line_of_its_own_names_the_agency_and_a_place_of_one_word(
    line: str, expected: tuple[str | None, ...]
) -> None:
    assert names(read(line, REPORT)) == expected
