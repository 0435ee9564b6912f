"""Measure what ranking and verdict add to a warm question: all of `Archive.ask` but its encoding and both searches."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from qa.archive.archive import Archive
from qa.evaluation.metrics import Figure, bootstrap
from qa.index.index import Index
from qa.models.encoder.protocol import Encoder, Token, Vectors
from qa.retrieval.query import query_of
from qa.retrieval.question import parse
from qa.retrieval.ranking import Models
from qa.settings import Settings


class TimedEncoder:
    """An encoder that notes how long the encoding of questions takes."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.fingerprint, self.max_tokens = encoder.name, encoder.fingerprint, encoder.max_tokens
        self.seconds = 0.0
        """What all questions took so far; passages, which copies are compared by, do not count."""

    def tokens(self, text: str) -> Sequence[Token]:
        """Cut a text as the encoder does."""
        return self._encoder.tokens(text)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages as the encoder does."""
        return self._encoder.encode_passages(texts)

    def encode_question(self, text: str) -> Vectors:
        """Encode a question as the encoder does."""
        started = time.perf_counter()
        vector = self._encoder.encode_question(text)
        self.seconds += time.perf_counter() - started
        return vector


def added_milliseconds(folder: Path, models: Models, settings: Settings, questions: Sequence[str]) -> Figure:
    """Return the median over questions; each is asked once before, without the reader, to warm its rows up.

    The encoding is timed where it happens, the searches once more beside it: an ask has no place to take their time.
    """
    timed, index = TimedEncoder(models.encoder), Index(folder)
    archive, added = Archive(index, replace(models, encoder=timed), settings), []
    warming = Archive(index, replace(models, reader=None), replace(settings, read=0))
    for question in questions:
        warming.ask(question)
        encoded, started = timed.seconds, time.perf_counter()
        archive.ask(question)
        asked = time.perf_counter() - started - (timed.seconds - encoded)
        added.append((asked - _searching(index, models.encoder, settings, question)) * 1_000)
    milliseconds = np.array(added)
    return bootstrap(len(added), lambda some: float(np.median(milliseconds[some])))


def _searching(index: Index, encoder: Encoder, settings: Settings, question: str) -> float:
    """Time both searches as the ranking makes them."""
    with index.view() as view:
        asked = parse(question)
        query = query_of(view, encoder, asked, encoder.encode_question(asked.words))
        started = time.perf_counter()
        view.snapshot.dense.search(query.vector, settings.candidates, None)
        view.snapshot.lexical.search(list(query.terms.weights), settings.candidates, None)
        return time.perf_counter() - started
