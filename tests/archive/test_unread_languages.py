"""A question in a language that the encoder does not read gets no verdict: it says so, and which can be asked in."""

from pathlib import Path

import pytest
from rich.console import Console

from qa.archive.archive import Archive
from qa.cli.answer_text import print_answer
from qa.models.languages import DEFAULT_ENCODER, MULTILINGUAL_ENCODER
from qa.page.rendering.results import results
from qa.page.words.english import ENGLISH as ENGLISH_WORDS
from qa.page.words.kazakh import KAZAKH as KAZAKH_WORDS
from qa.page.words.russian import RUSSIAN as RUSSIAN_WORDS
from qa.page.words.words import Words
from qa.records import SearchRequest
from tests.articles.test_language import ENGLISH, RUSSIAN
from tests.support.hand_encoder import HandEncoder

RUSSIAN_QUESTION = "Что обсудили президенты на переговорах?"


def made(folder: Path, text: str, name: str) -> Archive:
    articles = folder / "articles"
    articles.mkdir(exist_ok=True)
    for number in range(3):
        (articles / f"{number}.txt").write_text(f"Report {number}\n\n{text}\n\n{text} {number}\n", "utf-8")
    return Archive.build(articles, folder / name.replace("/", "-"), encoder=HandEncoder(name=name))


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN], ids=["English articles", "Russian articles"])
@pytest.mark.parametrize(
    "question",
    [RUSSIAN_QUESTION, "Президенттер не туралы сөйлесті?", "Wie lang war der Besuch?", "Que dijo el presidente?"],
)
def test_it_is_never_denied_whatever_the_articles_are_in(tmp_path: Path, text: str, question: str) -> None:
    answer = made(tmp_path, text, DEFAULT_ENCODER).ask(question)
    assert (answer.verdict, answer.confidence, answer.best) == (None, None, None)
    assert answer.readable == ("en",)
    assert {it.probability for it in answer.evidence} <= {None}
    assert answer.to_dict()["readable"] == ["en"]


def test_what_it_finds_shares_its_words(tmp_path: Path) -> None:
    answer = made(tmp_path, RUSSIAN, DEFAULT_ENCODER).ask(RUSSIAN_QUESTION)
    assert answer.evidence
    assert {it.parts["passage"] for it in answer.evidence} == {0.0}
    assert answer.evidence[0].parts["words"] > 0


@pytest.mark.parametrize("name", [MULTILINGUAL_ENCODER, "somebody/model"])
def test_an_encoder_that_reads_it_or_of_which_nobody_knows_gives_a_verdict(tmp_path: Path, name: str) -> None:
    answer = made(tmp_path, RUSSIAN, name).ask(RUSSIAN_QUESTION)
    assert answer.readable == ()
    assert answer.verdict is not None


def test_an_english_question_gets_a_verdict(tmp_path: Path) -> None:
    assert made(tmp_path, ENGLISH, DEFAULT_ENCODER).ask("What did the presidents discuss?").verdict is not None


@pytest.mark.parametrize(
    ("words", "heading", "names"),
    [
        (ENGLISH_WORDS, "This archive does not understand questions in Russian", "It reads English."),
        (RUSSIAN_WORDS, "Язык вопроса — русский, модель архива его не знает", "английский"),
        (KAZAKH_WORDS, "Сұрақ тілі — орыс тілі, мұрағаттың моделі оны білмейді", "ағылшын"),
    ],
    ids=["en", "ru", "kk"],
)
def test_the_page_says_which_languages_it_can_be_asked_in(
    tmp_path: Path, words: Words, heading: str, names: str
) -> None:
    answer = made(tmp_path, ENGLISH, DEFAULT_ENCODER).ask(RUSSIAN_QUESTION)
    page = str(results(answer, SearchRequest(RUSSIAN_QUESTION), words))
    assert f"<h2>{heading}</h2>" in page
    assert names in page
    assert words.answer.denied not in page
    assert "--encoder multilingual" in page


def test_the_shell_says_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = made(tmp_path, ENGLISH, DEFAULT_ENCODER).ask(RUSSIAN_QUESTION)
    print_answer(Console(width=200, highlight=False), answer, SearchRequest(RUSSIAN_QUESTION))
    printed = capsys.readouterr().out
    assert printed.startswith("This archive does not understand questions in Russian")
    assert "--kind" not in printed
    assert "likely" not in printed
