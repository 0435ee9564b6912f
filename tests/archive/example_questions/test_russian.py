"""Russian questions of Russian sentences, no word inflected otherwise."""

import pytest

from qa.archive.example_questions.russian import russian
from tests.archive.example_questions.made import asked, names, statements

KNOWN = names("Там были Мурат Нуртлеу и министр экономики России.", "Снова Мурат Нуртлеу из России, а саммит прошел.")


@pytest.mark.parametrize(
    ("statement", "question", "answer"),
    [
        ("Саммит ШОС состоится 3 июля в Астане.", "Когда состоится саммит ШОС?", "3 июля"),
        ("Ремонт моста через Иртыш начнётся 15 мая.", "Когда начнётся ремонт моста через Иртыш?", "15 мая"),
        ("Экспорт пшеницы вырос на 18% за год.", "На сколько процентов вырос экспорт пшеницы?", "18%"),
        ("Цены упали почти на 3,5 процента.", "На сколько процентов упали цены?", "3,5 процент"),
    ],
)
def test_a_clear_statement_makes_its_question(statement: str, question: str, answer: str) -> None:
    assert asked(russian(statements(statement), KNOWN)) == {question: answer}


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("«Да», — заявил Мурат Нуртлеу.", "Что заявил Мурат Нуртлеу?"),
        ("«Да», — сообщила глава банка Анна Ли.", "Что сообщила Анна Ли?"),
        ("Об этом рассказал министр экономики России Мурат Нуртлеу.", "Что рассказал Мурат Нуртлеу?"),
    ],
)
def test_who_spoke_is_asked_with_the_verb_that_stands_there(statement: str, question: str) -> None:
    assert asked(russian(statements(statement), KNOWN)) == {question: statement}


@pytest.mark.parametrize(
    "statement",
    [
        "Он состоится 3 июля.",
        "Об этом заявил посол Российской Федерации.",
        "Об этом заявил Нуртлеу.",
        "Об этом заявил в интервью Агентству Рейтер посол.",
        "Ремонт моста начнется в понедельник, 15 мая.",
        "",
    ],
)
def test_what_needs_another_sentence_or_another_case_makes_none(statement: str) -> None:
    assert asked(russian(statements(statement), KNOWN)) == {}
