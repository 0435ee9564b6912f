"""English questions of English sentences: natural ones, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.example_questions.english import english
from tests.archive.example_questions.made import asked, names, statements

BACKGROUND = (
    "Crowds saw Portville, Ivo Marsh, the Harbour Board, Oracle, President Dahl, Japan and the Oscars.",
    "People say Portville, Ivo Marsh, the Harbour Board, Oracle, President Dahl, Japan and the Oscars are known.",
    "All met in Portville, with Ivo Marsh of the Harbour Board and of Oracle, President Dahl of Japan and the Oscars.",
)
KNOWN = names(*BACKGROUND)


@pytest.mark.parametrize(
    ("statement", "question", "answer"),
    [
        (
            "President Dahl is scheduled to make a state visit to Japan on November 12.",
            "When is President Dahl scheduled to make a state visit to Japan?",
            "November 12",
        ),
        ("The Oscars will be held on 27 February 2005.", "When will the Oscars be held?", "27 February 2005"),
        ("Ivo Marsh was freed from prison in July 2003.", "When was Ivo Marsh freed from prison?", "July 2003"),
        ("The Oscars will be held in Portville.", "Where will the Oscars be held?", "Portville"),
        ("Japan's economy grew by about 8.5% over the year.", "By how much did Japan's economy grow?", "8.5%"),
        ("In the last quarter, sales at Oracle fell 12%.", "By how much did sales at Oracle fall?", "12%"),
        ("Oracle has rejected a takeover.", "What did Oracle reject?", "a takeover."),
        ("At noon, the Portville mayor called for peace.", "What did the Portville mayor call for?", "peace."),
        ("It was Japan foreign minister Taro Abe who came.", "Who is the Japan foreign minister?", "Taro Abe"),
        ("It was Oracle's chief executive Ann Lee who came.", "Who is Oracle's chief executive?", "Ann Lee"),
    ],
)
def test_a_clear_statement_makes_its_question(statement: str, question: str, answer: str) -> None:
    assert asked(english(statements(statement), KNOWN)) == {question: answer}


@pytest.mark.parametrize(
    "statement",
    [
        "He is scheduled to make a state visit to Japan on November 12.",
        "The meeting was held on 3 May.",
        "The Oscars, which were held on 3 May, were long.",
        "But Japan's economy grew 3%.",
        "Sales grew 3%.",
        "Figures showed Japan's economy grew 3%.",
        "The Portville mayor said Oracle rejected a takeover.",
        "Their next meeting will be held in Portville.",
        "It was former Japan president Taro Abe who came.",
        "It was former president Taro Abe who came.",
        "That pleased the Portville mayor Eva Lind.",
        "The Oscars were not held in 2003.",
        "",
    ],
)
def test_what_needs_another_sentence_or_reads_oddly_makes_none(statement: str) -> None:
    assert asked(english(statements(statement), KNOWN)) == {}


def test_what_somebody_said_is_asked_by_full_name_about_what_is_known() -> None:
    told = "Ivo Marsh came late. Then Marsh said the Harbour Board was wrong about October."
    said = statements(told, *BACKGROUND)[0]
    sentence = "Mr Marsh said the Harbour Board was wrong about October."
    made = english([type(said)(sentence, 0, said.article)], KNOWN)
    assert asked(made) == {"What did Ivo Marsh say about the Harbour Board?": sentence}


@pytest.mark.parametrize(
    "statement",
    [
        "Mr Marsh said it in Portville.",
        "Mr Marsh told Oracle.",
        "The Harbour Board said Japan was wrong.",
        "Marsh said Japan was wrong.",
        "Mr Marsh said Marsland was wrong.",
    ],
)
def test_where_and_to_whom_somebody_spoke_is_not_what_about(statement: str) -> None:
    assert asked(english(statements(statement), KNOWN)) == {}


def test_who_holds_a_post_is_asked_only_where_those_who_say_so_agree() -> None:
    agreed = statements("It was Japan coach Taro Abe.", "We saw Japan coach Taro Abe.", "Ask the Japan coach Ken Ito.")
    assert asked(english(agreed, KNOWN)) == {"Who is the Japan coach?": "Taro Abe"}
    disputed = statements("It was Japan coach Taro Abe.", "Ask the Japan coach Ken Ito.")
    assert asked(english(disputed, KNOWN)) == {}


PIECES = ["A", "The", "In", "was", "will", "due", "to", "said", "told", "on", "May", "2004", "rose", "5%", "Aa's", ","]


@given(st.text(max_size=400) | st.lists(st.sampled_from(PIECES), max_size=90).map(" ".join))
def test_whatever_is_written_makes_questions_or_none(text: str) -> None:
    for question in asked(english(statements(text, *BACKGROUND), KNOWN)):
        assert question.endswith("?")
        assert question.split(" ")[0] in {"When", "Where", "What", "Who", "By"}
