from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qa.page.rendering.grouping import by_report
from qa.records import Article, Copy, Evidence
from tests.page.records_made import ARTICLE, COPY, EVIDENCE, LATER_EVIDENCE

WIRE = replace(ARTICLE, file="wire.txt", title="Talks on the border open today", outlet="The Wire")
DIGEST = replace(ARTICLE, file="digest.txt", title="What else happened on Saturday", outlet="The Evening")


def of(evidence: Evidence, article: Article, *copied_in: Article) -> Evidence:
    return replace(evidence, article=article, copies=tuple(Copy(it, COPY.passage) for it in copied_in))


FIRST, LATER = of(EVIDENCE, ARTICLE, WIRE, DIGEST), of(LATER_EVIDENCE, ARTICLE)


def test_passages_of_one_article_are_folded_under_the_best() -> None:
    (report,) = by_report((FIRST, LATER))
    assert (report.best, report.others) == (FIRST, (LATER,))


def test_another_paragraph_of_the_report_from_another_outlet_is_folded_too() -> None:
    elsewhere = of(LATER_EVIDENCE, WIRE)
    (report,) = by_report((FIRST, elsewhere))
    assert report.others == (elsewhere,)


def test_a_digest_that_repeats_a_paragraph_keeps_a_card_of_its_own() -> None:
    assert [it.best.article for it in by_report((FIRST, of(LATER_EVIDENCE, DIGEST)))] == [ARTICLE, DIGEST]


def test_without_a_headline_nothing_tells_that_two_articles_carry_one_report() -> None:
    untitled = replace(WIRE, title=None)
    first = of(EVIDENCE, ARTICLE, untitled)
    assert len(by_report((first, of(LATER_EVIDENCE, untitled)))) == 2


@given(st.lists(st.tuples(st.sampled_from((ARTICLE, WIRE, DIGEST)), st.sampled_from((ARTICLE, WIRE, DIGEST)))))
def test_every_passage_stands_on_one_card_and_cards_keep_the_order_of_their_best(
    drawn: list[tuple[Article, Article]],
) -> None:
    evidence = [replace(of(EVIDENCE, article, copied), score=place) for place, (article, copied) in enumerate(drawn)]
    reports = by_report(evidence)
    assert sorted(it.score for report in reports for it in (report.best, *report.others)) == list(range(len(drawn)))
    firsts = [report.best.score for report in reports]
    assert firsts == sorted(firsts)
