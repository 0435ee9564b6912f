from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qa.page.cards import card
from qa.page.results import before_asking, notice, results
from qa.plain_text import plain
from qa.records import Copy, Sentence

from .golden_files import assert_golden
from .records_made import ARTICLE, BARE, ELSEWHERE, EVIDENCE, LATER, PASSAGE, answer
from .rendered import rendered

ANY_TEXT = st.text(max_size=40) | st.sampled_from(
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "${alert(1)}", "{{x}}", '" onclick="alert(1)', "`"]
)


def test_a_card_says_all_that_is_known_of_its_source() -> None:
    assert_golden("card.html", card(EVIDENCE, 1, "How long is the border?"))


def test_a_card_says_what_is_not_known_of_its_source() -> None:
    assert_golden("card_unstated.html", card(BARE, 2, "How long is the border?", heading=4))


def test_only_other_articles_count_as_other_sources() -> None:
    other, own = Copy(ELSEWHERE, PASSAGE), Copy(ARTICLE, LATER)
    for copies, words in (
        ((own,), "Again in this article"),
        ((other, other), "Also in 1 other source"),
        ((own, own, other), "Also in 1 other source, and again in this article"),
    ):
        assert f"<summary>{words}</summary>" in card(replace(EVIDENCE, copies=copies), 1, "How long is the border?")


def test_the_verdict_leads_and_the_evidence_follows() -> None:
    assert_golden("results_answered.html", results(answer("answered", 0.93)))
    assert_golden("results_weak.html", results(answer("weak", 0.41)))


def test_under_no_answer_the_closest_passages_stand_apart() -> None:
    assert_golden("results_none.html", results(answer("none", 0.07)))


def test_an_answer_without_evidence_and_one_that_left_articles_out_say_so() -> None:
    html = results(replace(answer("none", 0.01), evidence=(), undated=3))
    assert "No passage comes close." in html
    assert "leave out 3 articles that state no full date" in html


def test_what_stands_before_a_question_and_in_place_of_an_answer() -> None:
    assert_golden("before_asking.html", before_asking())
    assert_golden("notice.html", notice("Please ask that another way", "the question is empty: type <one>"))


@given(title=ANY_TEXT, outlet=ANY_TEXT, date=ANY_TEXT, place=ANY_TEXT, text=ANY_TEXT, question=ANY_TEXT)
def test_no_text_in_any_field_adds_a_tag_or_an_attribute(
    title: str, outlet: str, date: str, place: str, text: str, question: str
) -> None:
    article = replace(ARTICLE, name=title, outlet=outlet, date=date, place=place, section=title, file=text)
    passage = replace(PASSAGE, id=text, text=text, heading=outlet)
    half = len(text) // 2
    sentence = Sentence(text[half:], half, len(text))
    evidence = replace(EVIDENCE, article=article, passage=passage, sentence=sentence, copies=(Copy(article, passage),))
    usual = rendered(card(EVIDENCE, 1, "q"))
    hostile = rendered(card(evidence, 1, question))
    optional = {"mark", "time", "span"}
    assert [tag for tag in hostile.tags if tag not in optional] == [tag for tag in usual.tags if tag not in optional]
    assert set(hostile.attributes) <= set(usual.attributes)
    for shown in (title, outlet, place, text[:half], text[half:]):
        assert plain(shown) in hostile.text
