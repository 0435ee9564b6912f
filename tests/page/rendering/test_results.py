import re
from dataclasses import replace

import pytest

from qa.evaluation.judgements import Thumb
from qa.page.language import LANGUAGES
from qa.page.rendering.results import before_asking, notice, results
from qa.page.words.english import ENGLISH
from qa.page.words.words import Words
from qa.records import ORDERS, Correction, Parts, SearchRequest, Unknown, Verdict
from tests.page.golden_files import assert_golden
from tests.page.records_made import ABSENCE, BARE, EVIDENCE, LATER, LATER_EVIDENCE, LATEST, THIS_WEEK, answer, topic
from tests.page.rendered import rendered

SEARCH = SearchRequest("How long is the border?", 10)


def test_the_verdict_leads_and_the_evidence_follows() -> None:
    assert_golden("results_answered.html", results(answer("answered", 0.93), SEARCH, ENGLISH))
    assert_golden("results_weak.html", results(answer("weak", 0.41), SEARCH, ENGLISH))


def test_under_no_answer_the_closest_passages_stand_apart() -> None:
    assert_golden("results_none.html", results(replace(answer("none", 0.07), absence=ABSENCE), SEARCH, ENGLISH))


def test_passages_of_one_article_stand_under_the_best_of_them() -> None:
    some = replace(answer("answered", 0.9), evidence=(EVIDENCE, LATER_EVIDENCE, BARE))
    html = results(some, SEARCH, ENGLISH)
    assert html.count("<h3 class=") == 2
    assert html.count("<h4 class=") == 1
    assert html.index("1 more from this article") < html.index(LATER_EVIDENCE.passage.id) < html.index("f" * 16)


def test_an_answer_without_evidence_says_whether_filters_are_to_blame() -> None:
    nothing = replace(answer("none", 0.01), evidence=(), undated=3)
    html = results(nothing, SEARCH, ENGLISH)
    assert "No passage is close to this question." in html
    assert "leaves out 3 articles without a full date" in html
    filtered = results(nothing, SearchRequest("Who?", outlets=("TASS",)), ENGLISH)
    assert "<h2>No passage matches the filters. Widen them or remove one.</h2>" in filtered
    assert "leaves out 3 articles without a full date" in filtered
    assert 'class="chip"' in filtered
    assert "does not answer" not in filtered
    assert "likely" not in filtered


def test_a_verdict_over_some_of_the_articles_is_not_judged_for_it_says_nothing_of_the_archive() -> None:
    judged = 'data-judges=""'
    assert judged in results(answer("none", 0.1), SEARCH, ENGLISH)
    assert judged not in results(answer("none", 0.1), SearchRequest(SEARCH.question, after="2030"), ENGLISH)


def test_thumbs_that_were_given_before_are_shown_as_pressed() -> None:
    given = (Thumb(True, EVIDENCE.passage.text), Thumb(False))
    html = results(answer("answered", 0.9), SEARCH, ENGLISH, given)
    assert 'data-judges="" data-says="no" aria-pressed="true"' in html, "it was called wrong that it is answered"
    assert f'data-judges="{EVIDENCE.passage.id}" data-says="yes" aria-pressed="true"' in html
    assert 'data-judges="" data-says="yes" aria-pressed="true"' in results(answer("none", 0.1), SEARCH, ENGLISH, given)


def test_what_was_quoted_and_stands_nowhere_is_said() -> None:
    html = results(replace(answer("weak", 0.5), unheld=("state <visit>",)), SEARCH, ENGLISH)
    assert "No passage contains “state &lt;visit&gt;” exactly as quoted. The search ignored the quot" in html
    html = results(replace(answer("weak", 0.5), unheld=("state visit", "by ship")), SEARCH, ENGLISH)
    assert "No passage contains all of “state visit”, “by ship” exactly as quoted. The search" in html


def test_the_time_that_a_question_points_at_is_a_chip_that_takes_it_off() -> None:
    search = SearchRequest("Who spoke this week?", asked_on="2022-12-10")
    off = 'href="?q=Who+spoke+this+week%3F&amp;asked_on=2022-12-10&amp;time=any"'
    for time, said in ((THIS_WEEK, "this week: 5–10 December 2022"), (LATEST, "latest: newest first among equals")):
        html = results(replace(answer("weak", 0.5), time=time), search, ENGLISH)
        assert html.count('class="chip"') == 1
        assert f"<bdi>{said}</bdi>" in html
        assert off in html
    assert 'class="chip"' not in results(replace(answer("weak", 0.5), time=None), search, ENGLISH)
    for words in LANGUAGES.values():
        assert words.filters.newest_first in results(replace(answer("weak", 0.5), time=LATEST), search, words)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2022-05-01", None, "from 1 May 2022"),
        (None, "2004-12-31", "to 31 December 2004"),
        ("2004-01-01", "2004-12-31", "1 January 2004 to 31 December 2004"),
        ("2022-12-10", "2022-12-10", "10 December 2022"),
    ],
)
def test_a_chip_says_which_days_are_meant(first: str | None, last: str | None, said: str) -> None:
    time = replace(THIS_WEEK, words="published", first=first, last=last)
    assert f"<bdi>published: {said}</bdi>" in results(replace(answer("weak", 0.5), time=time), SEARCH, ENGLISH)


def test_where_no_passage_is_of_that_time_it_is_said_and_there_is_no_chip() -> None:
    unused = replace(answer("weak", 0.5), time=replace(THIS_WEEK, applied=False))
    html = results(unused, SEARCH, ENGLISH)
    assert "No passage with a full date is from “this week: 5–10 December 2022”. The search ignored that time." in html
    assert 'class="chip"' not in html
    dated = replace(unused, request=SearchRequest("Who?", after="2022"))
    assert "ignored that time" not in results(dated, dated.request, ENGLISH), "the stated dates stand instead"


def test_a_verdict_over_the_articles_of_a_week_is_not_judged_and_no_passage_is_the_fault_of_its_days() -> None:
    for time, judged in ((THIS_WEEK, False), (LATEST, True)):
        html = results(replace(answer("none", 0.1), time=time), SEARCH, ENGLISH)
        assert ('data-judges=""' in html) == judged
    html = results(replace(answer("none", 0.01), evidence=(), time=THIS_WEEK), SEARCH, ENGLISH)
    assert "<h2>No passage matches the filters. Widen them or remove one.</h2>" in html
    assert "<bdi>this week: 5–10 December 2022</bdi>" in html


def test_an_answer_says_which_search_it_answers() -> None:
    html = results(answer("weak", 0.5), SearchRequest('"Who" & where?', outlets=("TASS",)), ENGLISH)
    assert 'data-asked="?q=%22Who%22+%26+where%3F&amp;outlet=TASS"' in html


def test_each_filter_in_force_is_one_press_to_clear() -> None:
    search = SearchRequest("Who?", after="2022", before="2023-04", outlets=("TASS", "A<P"), places=("ASTANA",))
    html = results(answer("weak", 0.5), search, ENGLISH)
    assert html.count('class="chip"') == 5
    assert 'href="?q=Who%3F&amp;before=2023-04&amp;outlet=TASS&amp;outlet=A%3CP&amp;place=ASTANA"' in html
    assert "A&lt;P" in html


def test_more_is_offered_as_long_as_there_is_more() -> None:
    assert "There are no more relevant passages." in results(answer("weak", 0.5), SEARCH, ENGLISH)
    full = replace(answer("weak", 0.5), evidence=(EVIDENCE,) * 10)
    assert 'href="?q=How+long+is+the+border%3F&amp;shown=20"' in results(full, SEARCH, ENGLISH)


def test_the_verdict_names_the_card_that_carries_it_wherever_it_stands() -> None:
    by_date = replace(answer("weak", 0.85), evidence=(replace(BARE, passage=LATER), EVIDENCE), best=2)
    assert "No. 2 is best: " in results(by_date, replace(SEARCH, order="newest"), ENGLISH)
    folded = replace(answer("weak", 0.85), evidence=(LATER_EVIDENCE, BARE, EVIDENCE), best=3)
    assert "No. 1 is best: " in results(folded, SEARCH, ENGLISH), "it is folded under the first card"


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=lambda it: it.code)
@pytest.mark.parametrize(
    ("verdict", "best", "leads"),
    [
        ("answered", 12, "order=newest&amp;shown=20"),
        ("weak", 31, "order=newest&amp;shown=40"),
        ("none", 20, "order=newest&amp;shown=20"),
        ("answered", 201, "border%3F"),
    ],
)
def test_a_passage_that_carries_the_verdict_is_led_to_where_it_is_not_shown_yet(
    verdict: Verdict, best: int, leads: str, words: Words
) -> None:
    html = results(replace(answer(verdict, 0.5), best=best), replace(SEARCH, order="newest"), words)
    assert words.carrier.further_down[verdict] in html
    assert f'{leads}">{words.carrier.show}</a>' in html
    shown = results(answer(verdict, 0.5), SEARCH, words)
    assert words.carrier.show not in shown
    assert words.carrier.further_down[verdict] not in shown


def test_what_the_best_passages_lack_is_said_even_where_the_best_one_is_not_shown_yet() -> None:
    html = results(replace(answer("weak", 0.5), best=12, lacking=("Sony",)), SEARCH, ENGLISH)
    assert "further down. None of the best passages contains “Sony”." in html


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=lambda it: it.code)
def test_what_is_closest_is_said_in_one_meaning_each_where_nothing_answers(words: Words) -> None:
    absent = replace(answer("none", 0.07), absence=ABSENCE)
    unread = rendered(results(absent, SEARCH, words)).text
    assert words.carrier.reasons["meant"] not in unread
    assert words.absence.nearest_in_meaning in unread
    read = replace(absent, evidence=(replace(EVIDENCE, parts=Parts({"reader": 0.01})),))
    assert words.carrier.reasons["unlike"] in rendered(results(read, SEARCH, words)).text


def test_a_name_that_the_best_passages_lack_is_named_and_nothing_else_is() -> None:
    lacking = replace(answer("weak", 0.5), lacking=("Sony", "2004"))
    assert "None of the best passages contains “Sony”, “2004”." in results(lacking, SEARCH, ENGLISH)
    assert "None of the best" not in results(answer("weak", 0.5), SEARCH, ENGLISH)


def test_a_plain_denial_is_left_to_where_it_is_nearly_sure() -> None:
    assert "<h2>This archive does not answer that</h2>" in results(answer("none", 0.19), SEARCH, ENGLISH)
    assert "<h2>Probably not answered here</h2>" in results(answer("none", 0.21), SEARCH, ENGLISH)


def test_a_topic_has_counts_and_neither_verdict_nor_probability() -> None:
    html = results(topic(passages=1_049, articles=21), SearchRequest("border talks", 10), ENGLISH)
    assert "<h2>1,049 passages in 21 articles on “border talks”</h2>" in html
    assert not re.search("likely|thumb|verdict (answered|weak|none)|does not answer", html)
    assert 'href="?q=border+talks&amp;as=question">Ask as a question</a>' in html


@pytest.mark.parametrize(
    ("asked", "unheld", "said"),
    [
        ("tariffs", (), "No passage contains “tariffs”"),
        ("border talks", (), "No passage contains all of “border”, “talks”"),
        ('Tokayev "flying circus"', ("flying circus",), "No passage contains all of “Tokayev”, “flying”, “circus”"),
        ('Tokayev "state visit"', (), "No passage contains all of “state visit”, “Tokayev”"),
        ("the Bank of England", (), "No passage contains all of “Bank”, “England”"),
    ],
)
def test_a_topic_that_nothing_is_on_is_never_quoted_as_nobody_wrote_it(
    asked: str, unheld: tuple[str, ...], said: str
) -> None:
    words = asked.replace('"', "")
    nothing = replace(topic(words, 0, 0), request=SearchRequest(asked), unheld=unheld)
    assert f"<h2>{said}</h2>" in results(nothing, SEARCH, ENGLISH)


def test_passages_that_do_not_hold_the_words_of_a_topic_stand_apart() -> None:
    html = results(topic("tariffs"), SearchRequest("tariffs", 10), ENGLISH)
    assert html.index(EVIDENCE.passage.id) < html.index("Close in meaning") < html.index(BARE.passage.id)


def test_a_question_that_was_taken_for_one_on_demand_can_be_a_topic_again() -> None:
    asked = replace(SEARCH, kind="question")
    assert 'as=topic">Search as a topic</a>' in results(answer("weak", 0.5), asked, ENGLISH)
    assert "Search as a topic" not in results(answer("weak", 0.5), SEARCH, ENGLISH)


def test_a_correction_stands_above_the_verdict_with_the_way_back() -> None:
    some = replace(answer("weak", 0.5), corrections=(Correction("minimun", "minimum"),))
    html = results(some, SEARCH, ENGLISH)
    assert html.index("Showing results for “minimum”.") < html.index("<h2>")
    assert 'spelling=kept">Search for “minimun” as written</a>' in html.replace('class="as-written" ', "")


def test_a_vague_question_is_said_to_be_so() -> None:
    assert "The question refers to an earlier one." in results(
        replace(answer("weak", 0.5), vague="leaning"), SEARCH, ENGLISH
    )
    assert "names nothing to look for" in results(replace(answer("weak", 0.5), vague="open"), SEARCH, ENGLISH)


@pytest.mark.parametrize("order", ORDERS)
def test_what_is_less_relevant_stands_apart_behind_the_rest_in_any_order(order: str) -> None:
    beyond, search = "Less relevant", replace(SEARCH, order=order)
    far, later = replace(BARE, relevant=False), replace(LATER_EVIDENCE, relevant=False)
    said = results(replace(answer("answered", 0.9), evidence=(EVIDENCE, far, later)), search, ENGLISH)
    assert said.index(EVIDENCE.passage.id) < said.index(beyond) < said.index(far.passage.id)
    assert said.index(beyond) < said.index(later.passage.id), "though its article has a card above"
    assert beyond not in results(replace(answer("none", 0.1), evidence=(far,)), SEARCH, ENGLISH)
    assert ENGLISH.answer.no_more not in said
    assert ENGLISH.answer.no_more in results(answer("answered", 0.9), SEARCH, ENGLISH)


def test_an_outlet_that_no_article_states_is_named() -> None:
    nothing = replace(answer("none", 0.01), evidence=(), unknown=Unknown(outlets=("Reuter <x>",)))
    search = SearchRequest("Who?", outlets=("TASS", "Reuter <x>"), places=("Reuter <x>",))
    said = results(nothing, search, ENGLISH)
    assert "No article in this archive states “Reuter &lt;x&gt;” as its outlet." in said
    assert "as its place" not in said
    some = replace(answer("weak", 0.5), unknown=Unknown(places=("Reuter <x>",)))
    assert "states “Reuter &lt;x&gt;” as its place." in results(some, search, ENGLISH)


def test_that_a_passage_answers_takes_back_that_none_does() -> None:
    answers = Thumb(True, EVIDENCE.passage.text)
    pressed = 'data-judges="" data-says="no" aria-pressed="true"'
    denied = Thumb(False)
    assert pressed in results(answer("answered", 0.9), SEARCH, ENGLISH, (answers, denied))
    assert pressed not in results(answer("answered", 0.9), SEARCH, ENGLISH, (denied, answers))


def test_what_stands_before_a_question_and_in_place_of_an_answer() -> None:
    assert_golden("before_asking.html", before_asking(ENGLISH))
    assert_golden("notice.html", notice("Please change your search", "The question is empty: type <one>."))


def test_every_language_gives_the_same_structure() -> None:
    shown = {code: rendered(results(answer("none", 0.07), SEARCH, words)).tags for code, words in LANGUAGES.items()}
    assert shown["en"] == shown["ru"] == shown["kk"]
