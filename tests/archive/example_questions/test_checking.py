"""Only questions that the archive answers are offered, and no more are asked than must be."""

import pytest

from qa.archive.archive import Archive
from qa.archive.example_questions.candidate import Candidate
from qa.archive.example_questions.checking import ExampleQuestions
from qa.errors import IndexMissing
from qa.records import Answer
from tests.archive.example_questions.made import statements

BORDER = "How long is the border along the river?"


def candidate(question: str, answer: str) -> Candidate:
    (statement,) = statements(answer)
    return Candidate("", question, answer, statement, 1)


class Asked:
    """Ask an archive, and know what it was asked."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.questions = list[str]()

    def __call__(self, question: str) -> Answer:
        self.questions.append(question)
        return self._archive.ask(question)


@pytest.fixture
def ask(archive: Archive) -> Asked:
    return Asked(archive)


def test_a_question_is_offered_if_its_answer_is_what_is_marked(ask: Asked) -> None:
    good, other = candidate(BORDER, "300 miles"), candidate("Where is the border along the river?", "Portville")
    unanswered = candidate("Which password opens the router?", "harbour")
    assert ask(other.question).verdict == ask(good.question).verdict == "answered"
    assert ask(unanswered.question).verdict == "none"
    assert ExampleQuestions([unanswered, other, good]).first(2, ask) == (BORDER,)


def test_asking_stops_when_enough_are_found_and_nothing_is_asked_twice(ask: Asked) -> None:
    many = [candidate(BORDER + "?" * at, "300 miles") for at in range(5)]
    questions = ExampleQuestions(many)
    assert len(questions.first(2, ask)) == 2
    assert len(ask.questions) == 2
    assert questions.first(1, ask) == (BORDER,)
    assert questions.first(-1, ask) == ()
    assert len(questions.first(3, ask)) == 3
    assert len(ask.questions) == 3


def test_three_are_tried_for_one_that_is_wanted_at_most(ask: Asked) -> None:
    wrong = [candidate(BORDER + "?" * at, "400 miles") for at in range(50)]
    questions = ExampleQuestions(wrong)
    assert questions.first(2, ask) == questions.first(2, ask) == ()
    assert len(ask.questions) == 6


def test_an_error_is_raised_and_the_next_time_goes_on(ask: Asked) -> None:
    questions = ExampleQuestions([candidate(BORDER, "300 miles"), candidate(BORDER + "?", "300 miles")])
    with pytest.raises(IndexMissing):
        questions.first(1, _gone)
    assert questions.first(1, ask) == (BORDER + "?",)


def _gone(question: str) -> Answer:
    raise IndexMissing("there is none")
