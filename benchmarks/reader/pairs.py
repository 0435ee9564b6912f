"""Make pairs of a question and a text to train the reader on, from articles with questions written for them."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.articles.sentences import sentence_spans
from qa.index.lexical.asked_words import question_terms
from qa.index.lexical.words import terms

_WORDS = 70
"""Paragraphs of an encyclopedia are cropped to about as many words as those of the news have."""
_HELD_OUT = 6
"""How many articles are kept to measure on."""
_OF_SENTENCE = 8
"""How many of the questions of a sentence are taken: there are some forty, many of them alike."""
_HARD = 0.6
"""How many of the questions are also put to another paragraph of their article, one that shares their words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, a text, and whether and where that answers it."""

    question: str
    text: str
    answers: bool
    span: tuple[int, int] | None = None
    """Where the answer stands in the text, in characters, if it is known."""


@dataclass(frozen=True, slots=True)
class ReadingPairs:
    """Pairs to train on, and pairs of other articles to measure on."""

    train: tuple[Pair, ...]
    measure: tuple[Pair, ...]


def reading_pairs(path: Path, seed: int) -> ReadingPairs:
    """Read a list of articles, each with paragraphs, each with questions written for it: answerable there, or not."""
    articles = json.loads(path.read_text("utf-8"))
    chance = random.Random(seed)
    held_out = set(chance.sample(range(len(articles)), _HELD_OUT))
    made = [list(_of_article(article["paragraphs"], chance)) for article in articles]
    return ReadingPairs(
        tuple(pair for place, pairs in enumerate(made) if place not in held_out for pair in pairs),
        tuple(pair for place, pairs in enumerate(made) if place in held_out for pair in pairs),
    )


def sentence_pairs(path: Path, seed: int) -> Iterator[Pair]:
    """Read single sentences with questions, one JSON object a line; yield some of the questions of each.

    Some are also put to another sentence, of all those that lack the answer the one with the most of their words.
    """
    chance = random.Random(seed)
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = [line["sentence"] for line in lines]
    held = [set(terms(text)) for text in texts]
    for line in lines:
        for asked in chance.sample(line["questions"], min(_OF_SENTENCE, len(line["questions"]))):
            question, answer = asked["question"], asked["answer"]
            if (span := _find(line["sentence"], answer)) is None:
                continue
            yield Pair(question, line["sentence"], answers=True, span=span)
            if chance.random() < _HARD:
                words = set(question_terms(question))
                others = [place for place, text in enumerate(texts) if answer not in text]
                nearest = max(others, key=lambda other: len(words & held[other]) + chance.random() / 2)
                yield Pair(question, texts[nearest], answers=False)


def _of_article(paragraphs: Sequence[Mapping[str, Any]], chance: random.Random) -> Iterator[Pair]:
    held = [set(terms(paragraph["text"])) for paragraph in paragraphs]
    for place, paragraph in enumerate(paragraphs):
        for asked in paragraph["questions"]:
            question, answers = asked["question"], asked["answers"] if asked["answerable"] else []
            span = next((found for answer in answers if (found := _find(paragraph["text"], answer))), None)
            if asked["answerable"] and span is None:
                continue
            yield _cropped(Pair(question, paragraph["text"], span is not None, span), chance)
            others = [
                other
                for other in range(len(paragraphs))
                if other != place and not any(answer in paragraphs[other]["text"] for answer in answers)
            ]
            if others and chance.random() < _HARD:
                words = set(question_terms(question))
                nearest = max(others, key=lambda other: len(words & held[other]) + chance.random() / 2)
                yield _cropped(Pair(question, paragraphs[nearest]["text"], answers=False), chance)


def _find(text: str, answer: str) -> tuple[int, int] | None:
    at = text.find(answer)
    return (at, at + len(answer)) if at >= 0 else None


def _cropped(pair: Pair, chance: random.Random) -> Pair:
    """Keep some neighbouring sentences: those around the answer, or around the words of the question."""
    sentences = [(it.start, it.end) for it in sentence_spans(pair.text)]
    if len(pair.text.split()) <= 1.15 * _WORDS or not sentences:
        return pair
    asked = set(question_terms(pair.question))
    if pair.span is not None:
        answer = pair.span[0]
        home = next((at for at, (start, end) in enumerate(sentences) if start <= answer < end), 0)
    else:
        shared = [len(asked & set(terms(pair.text[start:end]))) + chance.random() for start, end in sentences]
        home = shared.index(max(shared))
    first = last = home
    while True:
        wider = [(first - 1, last), (first, last + 1)]
        wider = [
            (low, high)
            for low, high in wider
            if low >= 0
            and high < len(sentences)
            and len(pair.text[sentences[low][0] : sentences[high][1]].split()) <= _WORDS
        ]
        if not wider:
            break
        first, last = chance.choice(wider)
    start, end = sentences[first][0], sentences[last][1]
    if pair.span is None:
        return Pair(pair.question, pair.text[start:end], pair.answers)
    span = (pair.span[0] - start, min(pair.span[1], end) - start)
    return Pair(pair.question, pair.text[start:end], pair.answers, span)
