"""Kazakh questions of Kazakh sentences."""

import pytest

from qa.archive.example_questions.kazakh import kazakh
from tests.archive.example_questions.made import asked, names, statements

KNOWN = names("Онда Мұрат Нұртілеу мен Қазақстан болды.", "Тағы да Мұрат Нұртілеу келді.")


@pytest.mark.parametrize(
    ("statement", "question", "answer"),
    [
        ("ШЫҰ саммиті 3 шілдеде Астанада өтеді.", "ШЫҰ саммиті қашан өтеді?", "3 шілде"),
        ("Жабылу рәсімі 28 қыркүйекте басталады.", "Жабылу рәсімі қашан басталады?", "28 қыркүйек"),
        ("Астық экспорты 18 пайызға өсті.", "Астық экспорты қанша пайызға өсті?", "18"),
        ("Баға 3,5%-ға төмендеді.", "Баға қанша пайызға төмендеді?", "3,5"),
        ("«Иә», – деді министр Мұрат Нұртілеу.", "Мұрат Нұртілеу не деді?", "«Иә», – деді министр Мұрат Нұртілеу."),
    ],
)
def test_a_clear_statement_makes_its_question(statement: str, question: str, answer: str) -> None:
    assert asked(kazakh(statements(statement), KNOWN)) == {question: answer}


@pytest.mark.parametrize("statement", ["Ол 3 шілдеде өтеді.", "«Иә», – деді ол.", ""])
def test_what_needs_another_sentence_makes_none(statement: str) -> None:
    assert asked(kazakh(statements(statement), KNOWN)) == {}
