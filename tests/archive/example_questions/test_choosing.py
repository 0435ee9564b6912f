"""What is offered first: several kinds of questions, about different things."""

import numpy as np

from qa.archive.example_questions.choosing import LANGUAGES, candidates
from qa.archive.sample import Sample, SampledPassage
from qa.records import Article, Passage, Sentence

BACKGROUND = "Portville, Oracle and Japan are here."
TEXTS = (
    "Oracle rejected a bid.",
    "Oracle announced a sale.",
    "Portville banned ships.",
    "Japan's economy grew 3%.",
    "The Portville fair was held in 2003.",
)


def sample_of(*texts: str, near: tuple[int, int] | None = None) -> Sample:
    """A passage each, of one sentence, vectors at right angles but for two."""
    vectors = np.eye(len(texts) + 1, len(texts) + 2, dtype=np.float32)
    if near:
        vectors[near[1]] = vectors[near[0]]
    return Sample(
        1, "hand-1", tuple(_passage(at, text) for at, text in enumerate((*texts, "We know " + BACKGROUND))), vectors
    )


def _passage(at: int, text: str) -> SampledPassage:
    article = Article(f"{at}.txt", text, f"Article {at}")
    return SampledPassage(Passage(f"{at:016}", text, 0, len(text), 1, None), (Sentence(text, 0, len(text)),), article)


def offered(sample: Sample, language: str = "en") -> list[str]:
    return [candidate.question for candidate in candidates(sample, language)]


def test_kinds_take_turns_the_rarest_first() -> None:
    questions = offered(sample_of(*TEXTS))
    assert {question.split()[0] for question in questions[:3]} == {"By", "When", "What"}
    assert len(questions) == 5


def test_what_is_about_the_same_comes_last() -> None:
    questions = offered(sample_of(*TEXTS, near=(3, 0)))
    assert questions[-1] == "What did Oracle reject?"
    assert sorted(questions) == sorted(offered(sample_of(*TEXTS)))


def test_better_known_names_come_first() -> None:
    known = "Ships went on to Portville."
    questions = offered(sample_of("Oracle rejected a bid.", "Portville banned ships.", known, known + " Again."))
    assert questions == ["What did Portville ban?", "What did Oracle reject?"]


def test_a_question_stands_once_and_long_ones_not_at_all() -> None:
    long = (
        "The Portville "
        + "fairly " * 5
        + "unbelievablyextraordinarilylongnamedassociationofshipbuilders"
        + " rejected a bid."
    )
    assert offered(sample_of(TEXTS[0], TEXTS[0], long)) == ["What did Oracle reject?"]


def test_questions_are_in_the_language_of_the_sentences_that_they_are_made_of() -> None:
    mixed = sample_of("Oracle rejected a bid.", "Саммит ШОС состоится 3 июля.", "Астық экспорты 18 пайызға өсті.")
    assert {language: offered(mixed, language) for language in LANGUAGES} == {
        "en": ["What did Oracle reject?"],
        "ru": ["Когда состоится саммит ШОС?"],
        "kk": ["Астық экспорты қанша пайызға өсті?"],
    }
