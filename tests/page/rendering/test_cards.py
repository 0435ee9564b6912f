import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.page.highlighting import question_words
from qa.page.language import LANGUAGES
from qa.page.rendering.cards import CardContext, card, neighbour
from qa.page.words.english import ENGLISH
from qa.records import Copy, Evidence, Parts, SearchRequest, Sentence
from tests.page.golden_files import assert_golden
from tests.page.records_made import ARTICLE, BARE, EVIDENCE, LATER_EVIDENCE, PASSAGE, answer
from tests.page.rendered import rendered

SEARCH = SearchRequest("How long is the border?")
SHOWN = CardContext(SEARCH, question_words(answer("answered", 0.9)), ENGLISH, 3)
ANY_TEXT = st.text(max_size=40) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "${alert(1)}",
        "{{x}}",
        '" onclick="alert(1)',
        "`",
        "{}",
    ]
)


def test_a_card_says_all_that_is_known_of_its_source() -> None:
    assert_golden("card.html", card(EVIDENCE, (), SHOWN))


def test_a_card_says_what_is_not_known_of_its_source() -> None:
    assert_golden("card_unstated.html", card(BARE, (), replace(SHOWN, heading=4)))


def test_other_passages_of_the_article_are_folded_under_it() -> None:
    html = card(EVIDENCE, (LATER_EVIDENCE,), SHOWN)
    assert "1 more from this article</span></summary>" in html
    assert html.count("<h3") == 1
    assert html.count("<h4") == 1
    assert html.count('class="card own slight"') == 1


def test_a_passage_of_another_article_keeps_its_headline_where_it_is_folded() -> None:
    elsewhere = replace(
        LATER_EVIDENCE, article=replace(ARTICLE, file="wire.txt", title=None, name="Border <talks> open")
    )
    html = card(EVIDENCE, (elsewhere,), SHOWN)
    assert "card own" not in html
    assert "Border &lt;talks&gt; open</h4>" in html


BRIEF = replace(
    EVIDENCE,
    article=replace(ARTICLE, section=None, author=None, place=None),
    passage=replace(PASSAGE, text="All of it.", heading=None),
    sentence=Sentence("All of it.", 0, 10),
    paragraphs=1,
)


@pytest.mark.parametrize(
    ("evidence", "offered"),
    [
        (BRIEF, False),
        (replace(BRIEF, passage=replace(BRIEF.passage, text="All of it.\n")), False),
        (replace(BRIEF, passage=replace(BRIEF.passage, text="All of it. And more.")), True),
        (replace(BRIEF, paragraphs=2), True),
        (replace(BRIEF, passage=replace(BRIEF.passage, heading="Trade")), True),
        (replace(BRIEF, article=replace(BRIEF.article, author="A. Writer")), True),
        (replace(BRIEF, article=replace(BRIEF.article, place="ASTANA")), True),
        (replace(BRIEF, article=replace(BRIEF.article, section="World")), True),
    ],
)
def test_more_is_offered_where_there_is_more_alone(evidence: Evidence, offered: bool) -> None:
    html = card(evidence, (), SHOWN)
    assert ("data-unfolds" in html) == offered
    assert ("folded whole" in html) != offered, "and nothing of it is cut off"


@pytest.mark.parametrize(("probability", "said"), [(0.049, False), (0.01, False), (0.05, True), (0.84, True)])
def test_a_likelihood_under_one_in_twenty_is_nowhere_a_figure(probability: float, said: bool) -> None:
    html = card(replace(EVIDENCE, probability=probability), (), SHOWN)
    assert ("likely to answer" in html) == said
    assert ("<caption>" in html) == said


@pytest.mark.parametrize("date", ["2022-12-10", "--10-22", "2003-02", None])
def test_a_date_stands_on_one_line(date: str | None) -> None:
    html = card(replace(EVIDENCE, article=replace(ARTICLE, date=date)), (), SHOWN)
    assert re.search(rf'class="date unbroken"[^>]*>{ENGLISH.locale.date(date)}<', html)


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_figures_are_written_as_the_language_writes_them(code: str) -> None:
    html = card(
        replace(EVIDENCE, score=1_234.5, parts=Parts({"passage": 0.16})), (), replace(SHOWN, words=LANGUAGES[code])
    )
    assert "<td>0,160</td>" in html
    assert "<td>1\u00a0234,500</td>" in html


def test_a_card_speaks_the_language_of_the_page() -> None:
    for words in LANGUAGES.values():
        text = rendered(card(EVIDENCE, (), replace(SHOWN, words=words))).text
        assert words.card.read in text
        assert words.card.paragraph.format("1", "2") in text
        assert words.locale.date("2022-12-10") in text


def test_the_sentence_and_the_words_of_the_question_are_marked_apart() -> None:
    html = card(EVIDENCE, (), SHOWN)
    assert html.count('<mark class="sentence">') == 1
    assert '<b class="term">border</b>' in html


def test_why_this_adds_up_to_the_score() -> None:
    html = card(replace(EVIDENCE, parts=Parts({"passage": 1.0, "reader": 0.234})), (), SHOWN)
    cells = html.split('<details class="why">')[1].split("</details>")[0]
    numbers = [float(it.split("</td>")[0]) for it in cells.split("<td>")[1:]]
    assert numbers == [1.0, 0.234, 1.234]
    assert "the reader finds an answer in it" in cells


@given(title=ANY_TEXT, outlet=ANY_TEXT, date=ANY_TEXT, place=ANY_TEXT, text=ANY_TEXT, question=ANY_TEXT)
def test_no_text_in_any_field_adds_a_tag_or_an_attribute(
    title: str, outlet: str, date: str, place: str, text: str, question: str
) -> None:
    article = replace(
        ARTICLE, name=title, outlet=outlet, author=title, date=date, place=place, section=title, file=text
    )
    passage = replace(PASSAGE, id=text, text=text, heading=outlet)
    half = len(text) // 2
    sentence = Sentence(text[half:], half, len(text))
    evidence = replace(
        EVIDENCE,
        article=article,
        passage=passage,
        sentence=sentence,
        copies=(Copy(article, passage),),
        parts=Parts({title: 1.0}),
    )
    usual = rendered(card(EVIDENCE, (), SHOWN))
    hostile = rendered(
        card(
            evidence,
            (),
            CardContext(SearchRequest(question), question_words(answer("answered", 0.9, question)), ENGLISH, 3),
        )
    )
    optional = {"mark", "time", "span", "bdi", "b", "tr", "th", "td"}
    assert [tag for tag in hostile.tags if tag not in optional] == [tag for tag in usual.tags if tag not in optional]
    assert set(hostile.attributes) <= set(usual.attributes)
    for shown in (title, outlet, place, text[:half], text[half:]):
        assert plain(shown) in hostile.text


def test_no_paragraph_is_offered_before_the_first_or_after_the_last() -> None:
    offered = {
        number: re.findall(r'data-fetches="(\w+)"', card(replace(EVIDENCE, passage=it, paragraphs=3), (), SHOWN))
        for number in (1, 2, 3)
        for it in [replace(PASSAGE, number=number)]
    }
    assert offered == {1: ["following"], 2: ["previous", "following"], 3: ["previous"]}


PASSAGES = tuple(replace(PASSAGE, id=str(number), number=number, text=f"Text <{number}>") for number in (1, 2, 3))


def test_the_paragraph_before_and_after_with_the_way_on() -> None:
    html = neighbour(PASSAGES, "3", "previous", ENGLISH)
    assert "paragraph 2 of 3" in html
    assert "Text &lt;2&gt;" in html
    assert 'data-of="2"' in html


def test_at_the_end_there_is_no_way_on() -> None:
    assert "data-of" not in neighbour(PASSAGES, "2", "following", ENGLISH)
    assert "This is the last paragraph." in neighbour(PASSAGES, "3", "following", ENGLISH)
    assert "This is the first paragraph." in neighbour(PASSAGES, "1", "previous", ENGLISH)


def test_a_passage_that_is_no_longer_there_has_no_neighbour() -> None:
    assert "Text" not in neighbour(PASSAGES, "gone", "following", ENGLISH)
