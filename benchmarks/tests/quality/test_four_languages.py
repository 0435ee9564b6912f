"""Our own questions in four languages are what they are said to be, and are asked over one archive of many."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality.judged_collections import bring_up_to_date, given_collections
from benchmarks.quality.mixed_archive import FOUR_LANGUAGES, write_mixed
from qa.archive.archive import Archive
from qa.articles.parsing import read_article
from qa.articles.passages import split
from qa.evaluation.judged import read_judged_file, text_blocks, tidy
from qa.index.lexical.words import held_terms
from tests.support.hand_encoder import HandEncoder

LANGUAGES = ("de", "es", "zh", "ar")
RARE = 5
"""A term is rare that fewer paragraphs of its language hold."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article, which is no headline."""

    file: str
    number: int
    words: str
    terms: frozenset[str]


@cache
def paragraphs(language: str) -> Sequence[Paragraph]:
    found = []
    for path in sorted(FOUR_LANGUAGES.glob(f"{language}_*.txt")):
        text = path.read_text("utf-8")
        for number, block in enumerate(text_blocks(text)[1:], start=1):
            terms = held_terms(text[block.start : block.end], language)
            found.append(Paragraph(path.name, number, block.words, terms))
    return found


@cache
def rows(language: str) -> Sequence[Mapping[str, Any]]:
    lines = (FOUR_LANGUAGES / "questions.jsonl").read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["id"][:-2] == language]


def answerable(language: str) -> Sequence[Mapping[str, Any]]:
    return [row for row in rows(language) if row["answerable"]]


def gold(row: Mapping[str, Any], language: str) -> Paragraph:
    """The one paragraph, among those of all languages, that holds the quote."""
    (quote,) = map(tidy, row["gold_quotes"])
    (found,) = [it for other in LANGUAGES for it in paragraphs(other) if quote in it.words]
    assert found.file.startswith(language)
    return found


def rare_words_shared(row: Mapping[str, Any], language: str) -> set[str]:
    paragraphs_with = Counter(term for it in paragraphs(language) for term in it.terms)
    shared = held_terms(row["question"], language) & gold(row, language).terms
    return {term for term in shared if paragraphs_with[term] < RARE}


def test_there_are_no_other_files_and_no_other_questions() -> None:
    named = {f"{language}_{number:02}.txt" for language in LANGUAGES for number in range(1, 11)}
    assert {it.name for it in FOUR_LANGUAGES.iterdir()} == named | {"questions.jsonl"}
    assert len((FOUR_LANGUAGES / "questions.jsonl").read_text("utf-8").splitlines()) == 25 * len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_twenty_questions_with_an_answer_and_five_without(language: str) -> None:
    assert [row["id"] for row in rows(language)] == [f"{language}{number:02}" for number in range(1, 26)]
    assert [row["answerable"] for row in rows(language)] == [True] * 20 + [False] * 5
    assert not any(row["gold_quotes"] or "answer" in row for row in rows(language)[20:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_paragraphs_of_each_article_are_asked_about_and_each_quote_stands_in_one_alone(language: str) -> None:
    asked = {(it.file, it.number) for it in (gold(row, language) for row in answerable(language))}
    assert len(asked) == 20
    assert set(Counter(file for file, _ in asked).values()) == {2}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_stands_in_its_quote(language: str) -> None:
    assert [row["id"] for row in answerable(language) if row["answer"] not in row["gold_quotes"][0]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paraphrased_questions_share_no_rare_word_with_what_answers_them_and_the_others_do(language: str) -> None:
    shared = {row["id"]: rare_words_shared(row, language) for row in answerable(language)}
    paraphrased = {row["id"] for row in rows(language) if row.get("paraphrased", False)}
    assert len(paraphrased) == 8
    assert {name: words for name, words in shared.items() if bool(words) is (name in paraphrased)} == {}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive.build(FOUR_LANGUAGES, tmp_path_factory.mktemp("four") / "index", encoder=HandEncoder())


def test_each_question_is_read_as_judged_and_one_passage_answers_it(archive: Archive) -> None:
    judged = read_judged_file(FOUR_LANGUAGES / "questions.jsonl", archive).judged
    parsed = [read_article(it.name, it.read_bytes()) for it in sorted(FOUR_LANGUAGES.glob("*.txt"))]
    wide = HandEncoder(max_tokens=400)
    passages = [(it.article, cut.passage) for it in parsed for cut in split(it, wide)]
    found = {question.id: sum(bool(question.found_in(*it)) for it in passages) for question in judged}
    assert found == {question.id: int(question.answerable) for question in judged}


def test_the_four_are_asked_over_one_archive_with_what_else_is_given(tmp_path: Path) -> None:
    (tmp_path / "xquad.en.json").write_text('{"data": []}')
    for name in ("kazqad/articles/a.txt", "kazqad/questions.jsonl"):
        (tmp_path / "collections" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "collections" / name).write_text("Тақырып\n\nӨзен теңізге құяды.\n", "utf-8")
    news = tmp_path / "news"
    news.mkdir()
    for number in range(21):
        (news / f"{number:02}.txt").write_text(f"Harbour {number}\n\nShip {number} left the harbour.\n")
    four = given_collections(tmp_path, news, tmp_path / "work")[-4:]
    assert [it.name for it in four] == [f"mixed, asked in {it}" for it in ("German", "Spanish", "Chinese", "Arabic")]
    assert len({(it.articles, it.index) for it in four}) == 1
    assert len({it.evaluation for it in four}) == 4
    bring_up_to_date(four[0], HandEncoder())
    opened = Archive.open(four[0].index, encoder=HandEncoder())
    files = {it.file for it in opened.contents().articles}
    assert {it for it in files if not it.startswith("four-languages/")} == {
        "kazqad/a.txt",
        "news/00.txt",
        "news/10.txt",
        "news/20.txt",
    }
    assert len(files) == 44
    for it in four:
        judged = read_judged_file(it.questions, opened).judged
        assert (len(judged), sum(question.answerable for question in judged)) == (25, 20)


def test_an_article_that_is_no_longer_given_leaves_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    write_mixed(tmp_path / "mixed", {"one": [tmp_path / "a.txt"], "two": [tmp_path / "a.txt"]})
    write_mixed(tmp_path / "mixed", {"one": [tmp_path / "a.txt"], "two": []})
    assert [it.name for it in sorted((tmp_path / "mixed").rglob("*"))] == ["one", "a.txt", "two"]
