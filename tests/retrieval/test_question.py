from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.records import SearchRequest
from qa.retrieval.question import Question, parse, read_question
from qa.settings import Settings

SETTINGS = Settings()


def read(question: str) -> Question:
    return read_question(SearchRequest(question), SETTINGS)


TIDY = st.text().map(lambda text: " ".join(text.split()))
WORD = st.text("abcxyzéЖ7", min_size=1, max_size=6)
PHRASE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
MARKS = st.sampled_from([('"', '"'), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»")])


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ('Who said "we will win"?', Question("", "Who said we will win?", ("we will win",))),
        ("Who said “we will win”?", Question("", "Who said we will win?", ("we will win",))),
        ("Wer sagte „wir siegen“?", Question("", "Wer sagte wir siegen?", ("wir siegen",))),
        ("Kto rzekł „wygramy”?", Question("", "Kto rzekł wygramy?", ("wygramy",))),
        ("Кто сказал «мы победим»?", Question("", "Кто сказал мы победим?", ("мы победим",))),
        ('"state visit"', Question("", "state visit", ("state visit",))),
        ('"a" and "b" and "a"', Question("", "a and b and a", ("a", "b"))),
        ("border -ship", Question("", "border", excluded=("ship",))),
        ("-ship border", Question("", "border", excluded=("ship",))),
        (
            "Which border -ship, -Ann's -long-term?",
            Question("", "Which border", excluded=("ship", "Ann's", "long-term")),
        ),
        ('border -"by ship" along', Question("", "border along", excluded_quotes=("by ship",))),
        ("border -«by ship»", Question("", "border", excluded_quotes=("by ship",))),
        ('-ship "the border" -river', Question("", "the border", ("the border",), ("ship", "river"))),
        ("-ship -river", Question("", "", excluded=("ship", "river"))),
    ],
)
def test_quoted_words_are_required_and_those_behind_a_minus_excluded(question: str, parts: Question) -> None:
    assert replace(parse(question), text="") == parts


@pytest.mark.parametrize(
    "question",
    [
        "a - b",
        "a long-term plan",
        "Is it -5 degrees, or -½?",
        "What is --limit, or -?",
        "the year 2004–05 –trade −trade",
        'Who said "we will win?',
        "Who said “we will win?",
        "Who said we will win”?",
        "Is it » or «?",
        'A 5" pipe and a 10" pipe, or a 6\'2" man',
        "Don't the 'state visit' and ‘the talks’ matter to Tokayev's guests?",
    ],
)
def test_everything_else_is_an_ordinary_character(question: str) -> None:
    assert parse(question) == Question(question, question)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ('trade ""', "trade"),
        ("trade “ ” rose", "trade rose"),
        ('trade "?!" rose', "trade ?! rose"),
        ('trade -""', "trade"),
    ],
)
def test_quotation_marks_around_no_word_ask_for_nothing(question: str, words: str) -> None:
    assert parse(question) == Question(question, words)


@pytest.mark.parametrize(
    ("question", "required"),
    [
        ('Who were "the Methodists?"', "the Methodists"),
        ("“We won,” said who?", "We won"),
        ("Who said “… and we won …”?", "and we won"),
        ('Who said " we won "?', "we won"),
        ('What is "C++"?', "C++"),
        ('Who said “it was a "great" day”?', 'it was a "great" day'),
    ],
)
def test_what_a_sentence_puts_beside_quoted_words_is_not_required(question: str, required: str) -> None:
    assert parse(question).required == (required,)


def test_words_that_quotation_marks_kept_apart_stay_apart() -> None:
    assert parse("say«hello»now").words == "say hello now"
    assert parse("say «hello», now").words == "say hello, now"


def test_a_minus_within_a_word_leaves_quoted_words_required() -> None:
    assert parse(question := 'non-"stop music"') == Question(question, "non-stop music", ("stop music",))


@given(TIDY.filter(lambda text: not set('"“”„«»-') & set(text)))
def test_a_question_without_marks_and_minus_is_its_words(question: str) -> None:
    assert parse(question) == Question(question, question)


@given(TIDY)
def test_every_part_holds_a_word_and_comes_once(question: str) -> None:
    parsed = parse(question)
    for parts in (parsed.required, parsed.excluded, parsed.excluded_quotes):
        assert len(set(parts)) == len(parts)
        assert all(any(character.isalnum() for character in part) for part in parts)
    assert parsed.words == " ".join(parsed.words.split())


@given(st.lists(st.tuples(st.sampled_from(["word", "required", "excluded", "excluded quote"]), PHRASE, MARKS)))
def test_a_question_put_together_is_parsed_into_the_same(parts: list[tuple[str, str, tuple[str, str]]]) -> None:
    words, required, excluded, quotes, question = list[str](), list[str](), list[str](), list[str](), list[str]()
    for kind, phrase, (opening, closing) in parts:
        if kind == "excluded":
            word = "x" + phrase.replace(" ", "-")
            excluded.append(word)
            question.append(f"-{word}")
        elif kind == "excluded quote":
            quotes.append(phrase)
            question.append(f"-{opening}{phrase}{closing}")
        else:
            words.append(phrase)
            question.append(phrase if kind == "word" else f"{opening}{phrase}{closing}")
            required += [phrase] if kind == "required" else []
    held, lacked, unquoted = (tuple(dict.fromkeys(it)) for it in (required, excluded, quotes))
    text = " ".join(question)
    assert parse(text) == Question(text, " ".join(words), held, lacked, unquoted)


def test_a_question_is_tidied_and_no_more() -> None:
    assert read("  Who\n visited\tCaf&#233; “Astana”?  ").text == "Who visited Café “Astana”?"


def test_a_question_may_ask_for_something_beside_what_it_leaves_out() -> None:
    assert read('"Astana" -visits').words == "Astana"


@pytest.mark.parametrize("question", ["x", "7", "Кто?", "谁来了？", "x" * 1_000])
def test_a_question_in_any_script_of_up_to_a_thousand_characters_can_be_asked(question: str) -> None:
    assert read(question).text == question
