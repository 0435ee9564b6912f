"""Write an index of as many passages as wanted, made from the passages of a real one.

Every synthetic article is a real one whose words and vectors were perturbed (see `synthetic`), with a date and an
outlet drawn at random. The rows go the way that a build's go, behind reading and encoding.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice
from pathlib import Path

import numpy as np

from benchmarks.scaling.synthetic import Vectors, perturbed_texts, perturbed_vectors
from qa.articles.passages import PASSAGE_RULES, SplitPassage, passage_id
from qa.index.derived_files import Derivation
from qa.index.index import Index
from qa.index.rebuild_policy import rewrite_derived
from qa.index.store.articles import PassageRows, insert_article
from qa.index.store.connection import writing
from qa.index.store.passages import StoredPassage, each_passage, insert_passage
from qa.index.store.schema import State
from qa.index.store.state import write_state
from qa.index.store.vectors import pack
from qa.models.encoder.protocol import unit_length
from qa.records import Article, Passage, Sentence
from qa.settings import Settings

FINGERPRINT = "synthetic"
FIRST_DAY, DAYS = date(2000, 1, 1), 9_000
OUTLETS = 100
"""Drawn evenly: a filter by one of them leaves 1% of the archive."""
_SEED = 1


@dataclass(frozen=True, slots=True)
class Made:
    """A passage before it has a place in an article."""

    source: StoredPassage
    text: str
    vector: Vectors


def write_archive(real: Sequence[StoredPassage], index: Path, passages: int) -> None:
    """Write an index of at least the given number of passages: its last article is whole."""
    index.mkdir(parents=True)
    random = np.random.default_rng(_SEED)
    articles = rows = 0
    with writing(index) as connection:
        for copy, made in enumerate(_articles(real, passages)):
            article, pieces = _article(copy, made, random)
            row = insert_article(connection, article, FINGERPRINT, PassageRows(rows + 1, len(pieces)))
            for piece, it in zip(pieces, made, strict=True):
                rows += 1
                insert_passage(connection, rows, row, piece, pack(piece.key, it.vector, _sentence_vectors(it)))
            articles += 1
        state = State(
            revision=1,
            built_at="2026-01-01T00:00:00+00:00",
            folder="../articles",
            passage_rules=PASSAGE_RULES,
            encoder_name=FINGERPRINT,
            encoder_fingerprint=FINGERPRINT,
            articles=articles,
            passages=rows,
        )
        write_state(connection, rewrite_derived(Derivation(connection, index, Settings()), state))


def real_passages(index: Path) -> list[StoredPassage]:
    """Read the passages that everything is made of."""
    with Index(index).view() as view:
        return list(each_passage(view.connection))


def _articles(real: Sequence[StoredPassage], passages: int) -> Iterator[list[Made]]:
    vectors = np.stack([it.vector for it in real])
    texts = perturbed_texts([it.passage.text for it in real], passages, _SEED)
    made = (
        Made(real[number % len(real)], text, vector)
        for number, (text, vector) in enumerate(
            zip(texts, (row for block in perturbed_vectors(vectors, passages, _SEED) for row in block), strict=False)
        )
    )
    for _article_row, group in groupby(islice(made, passages), key=lambda it: it.source.article_row):
        yield list(group)


def _article(copy: int, made: Sequence[Made], random: np.random.Generator) -> tuple[Article, list[SplitPassage]]:
    file = f"{copy // 1000:04d}/{copy:07d}.txt"
    title = " ".join(made[-1].text.split()[:7])
    text, pieces = f"{title}\n\n", list[SplitPassage]()
    for number, it in enumerate(made, start=1):
        passage = Passage(passage_id(file, it.text, number), it.text, len(text), len(text) + len(it.text), number, None)
        key = hashlib.sha256(f"{file} {number}".encode()).digest()
        pieces.append(SplitPassage(passage, "", tuple(_sentences(it)), (), key))
        text += it.text + "\n\n"
    day = FIRST_DAY + timedelta(days=int(random.integers(DAYS)))
    outlet = f"Outlet {int(random.integers(OUTLETS))}"
    return Article(file, text, title, title, outlet, day.isoformat()), pieces


def _sentences(made: Made) -> Iterator[Sentence]:
    """Cut the new words where the real ones end their sentences: there are as many."""
    words, start = made.text.split(" "), 0
    for number, sentence in enumerate(made.source.sentences):
        last = number == len(made.source.sentences) - 1
        count = len(words) if last else len(sentence.text.split())
        text = " ".join(words[:count])
        yield Sentence(text, start, start + len(text))
        words, start = words[count:], start + len(text) + 1


def _sentence_vectors(made: Made) -> Vectors:
    """Move the real sentences' vectors as far as the passage's was moved."""
    return unit_length(made.source.sentence_vectors + (made.vector - made.source.vector))
