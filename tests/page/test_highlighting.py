from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.page.highlighting import question_words
from qa.records import Correction, SearchRequest

from .records_made import THIS_WEEK, answer

ASKED = question_words(answer("answered", 0.9, "How long is the Kazakh border with Russia?"))


def found(text: str) -> list[str]:
    return [text[it.start : it.end] for it in ASKED.spans(text)]


def test_the_words_of_a_question_are_found_in_all_their_forms_and_little_words_are_not() -> None:
    assert ASKED.words == ("Kazakh", "border", "Russia")
    assert found("Russia's borders—with the longest—are Kazakh borders.") == ["Russia", "borders", "Kazakh", "borders"]


def test_a_word_for_saying_something_is_not_marked() -> None:
    asked = question_words(answer("answered", 0.9, "What did Brown say about the economy?"))
    text = "Brown said he would say more of Brown's economy."
    assert [text[it.start : it.end] for it in asked.spans(text)] == ["Brown", "Brown", "economy"]


@pytest.mark.parametrize(
    ("question", "text", "marked"),
    [
        (
            "Что Лавров сказал о зерне?",
            "Лавров сказал, что зерно есть, и рассказал о зерне",
            ["Лавров", "зерно", "зерне"],
        ),
        ("Что заявил министр о пошлинах?", "Министр заявил и подчеркнул: пошлины", ["Министр", "пошлины"]),
        ("Что сообщила ТАСС о визите?", "ТАСС сообщило, сообщает, сообщили: визит", ["ТАСС", "визит"]),
        ("Какое заявление сделал министр?", "заявление министра, заявил он", ["заявление", "министра"]),
        ("Министр не мәлімдеді?", "Министр мәлімдеді, мәлімдеген", ["Министр"]),
        ("Тоқаев астық туралы не айтты?", "Тоқаев айтты, айтқан, деді: астық", ["Тоқаев", "астық"]),
        ("What was announced in Astana?", "Astana: he announced, announcing that", ["Astana"]),
        (
            "What has Tokayev stated on the state visit?",
            "Tokayev stated: the state visit",
            ["Tokayev", "state", "visit"],
        ),
        ("What did Lavrov add and emphasize?", "Lavrov added, emphasised and emphasizes", ["Lavrov"]),
        ("Who noted the bank notes?", "He noted the bank notes", ["bank", "notes"]),
        ("What was stressed in the report?", "reported in the report, stressed", ["report"]),
        ("Сколько дел у деда?", "дела дедов, деды", ["дела", "дедов", "деды"]),
        ("Чей приговор объявили?", "приговор объявили, объявление", ["приговор"]),
    ],
)
def test_no_verb_for_saying_something_is_marked_in_any_language_of_the_page(
    question: str, text: str, marked: list[str]
) -> None:
    language = "kk" if set("әіңғүұқөһ") & set(question) else "ru" if "а" <= question[1] <= "я" else "en"
    asked = question_words(replace(answer("answered", 0.9, question), language=language))
    assert [text[it.start : it.end] for it in asked.spans(text, language)] == marked


def test_a_misspelt_word_is_looked_for_as_it_was_read() -> None:
    corrected = replace(
        answer("answered", 0.9),
        request=SearchRequest("Where is the bordr?"),
        corrections=(Correction("bordr", "border"),),
    )
    assert question_words(corrected).words == ("border",)


def test_the_days_that_are_searched_are_not_looked_for() -> None:
    asked = replace(answer("answered", 0.9, "Who crossed the border this week?"), time=THIS_WEEK)
    assert question_words(asked).words == ("crossed", "border")
    assert question_words(replace(asked, time=replace(THIS_WEEK, soft=True))).words == ("crossed", "border", "week")


def test_what_is_excluded_is_not_asked_for() -> None:
    question = '"New Labour" -Blair -"Gordon Brown" won?'
    assert question_words(answer("weak", 0.5, question)).words == (
        "New",
        "Labour",
        "won",
    )


def test_a_question_of_little_words_marks_nothing() -> None:
    nothing = question_words(answer("none", 0.1, "Who is he?"))
    assert (nothing.words, list(nothing.spans("He is who he is."))) == ((), [])


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "Who said 39 pounds in The Times?",
            "it&#39;s 3 &times; 4 &pound;5, 39 &pound;",
            ["&pound;5", "39", "&pound;"],
        ),
        ("What of R&D?", "cut R&amp;D, not R&amp;B", ["R&amp;D"]),
        ("What is 8217?", "the firm&#8217;s 8,217 men", ["8,217"]),
        ("What software?", "soft\u00adware and soft\u200bware", ["soft\u00adware", "soft\u200bware"]),
        ("Where is the café?", "two cafe\u0301s", ["cafe\u0301s"]),
        ("दिल्ली में क्या खुला?", "दिल्ली में", ["दिल्ली", "में"]),
        ("Кто Михаил?", "и Михаи\u0301л был", ["Михаи\u0301л"]),
        ("What did the US say to us?", "The US told us: U.S.-led", ["US", "U.S."]),
        ("Who got $22bn?", "22 billion, $22 billion", ["22", "billion", "$22 billion"]),
        ("Who sent an email?", "an e-mail", ["e-mail"]),
        ("Who didn't pay 1450?", "did not pay 1,450", ["pay", "1,450"]),
        ("What is Tokayev's visit?", "Tokayev’s visits, Putin's", ["Tokayev", "visits"]),
    ],
)
def test_a_word_is_found_whole_however_it_is_written(question: str, text: str, expected: list[str]) -> None:
    asked = question_words(answer("answered", 0.9, question))
    assert [text[it.start : it.end] for it in asked.spans(text)] == expected


@given(st.text())
def test_stretches_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = list(ASKED.spans(text))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(0 <= it.start < it.end <= len(text) for it in spans)
