"""Measure a collection: how its questions are ranked, what the verdict is worth, what ranking adds to a question."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from benchmarks.quality.examples import examples
from benchmarks.quality.judged_collections import Collection
from benchmarks.quality.ranking_archive import RankingArchive
from benchmarks.quality.topics import measure_topics, read_topics
from benchmarks.quality.verdict_figures import VerdictFigures, as_shipped, when_fitted_on_others
from qa.archive.archive import Archive
from qa.evaluation.evaluation import Evaluation, evaluate
from qa.evaluation.judged import read_judged_file
from qa.evaluation.metrics import Figure, bootstrap
from qa.index.index import Index
from qa.models.encoder.protocol import Encoder
from qa.models.reader.choice import find_reader
from qa.retrieval.query import query_of
from qa.retrieval.question import parse
from qa.retrieval.ranking import Models
from qa.settings import Settings

_TIMED = 30
"""For how many questions the added time is measured."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of a collection."""

    evaluation: Evaluation
    verdict: VerdictFigures
    figures: Mapping[str, Figure]
    """All of them by name, but times."""
    articles: int
    passages: int


def measure(collection: Collection, models: Models, settings: Settings) -> Measured:
    """Measure all but times over the collection's index.

    Raises:
        QaError: the index or the questions cannot be used.
    """
    archive = RankingArchive(Index(collection.index), models, settings)
    questions = read_judged_file(collection.questions, archive).judged
    evaluation = evaluate(archive, collection.questions)
    made = list(examples(archive, questions))
    verdict = when_fitted_on_others(made) if collection.fitted else as_shipped(made)
    others = ("verdict", "median time", "95th percentile")  # a reader out of fold takes no time
    ranking = {name: it for name, it in evaluation.figures.items() if not name.startswith(others)}
    denied = np.array([it.verdict == "none" for it in evaluation.outcomes if it.answerable])
    ranking["wrongly denied"] = bootstrap(len(denied), lambda some: float(denied[some].mean()))
    topics = {} if collection.topics is None else measure_topics(archive, read_topics(collection.topics))
    status = archive.status()
    return Measured(evaluation, verdict, ranking | verdict.figures | topics, status.articles, status.passages)


def added_milliseconds(
    collection: Collection, encoder: Encoder, settings: Settings, questions: Sequence[str]
) -> Figure:
    """Measure what ranking and verdict add to a warm question: all of `Archive.ask` but its encoding and both searches.

    Returns the median over questions; each is asked once before, without the reader, to warm its rows up, so that its
    encoding is known. The searches are timed once more beside it: an ask has no place to take their time.
    """
    reader = find_reader(encoder.name) if settings.read else None
    encoder, index, added = _EncodesOnce(encoder), Index(collection.index), list[float]()
    archive = Archive(index, Models(encoder, reader), settings)
    warming = Archive(index, Models(encoder), replace(settings, read=0))
    for question in questions[:_TIMED]:
        warming.ask(question, kind="question")
        started = time.perf_counter()
        archive.ask(question, kind="question")
        asked = time.perf_counter() - started
        added.append((asked - _searching(index, encoder, settings, question)) * 1_000)
    milliseconds = np.array(added)
    return bootstrap(len(added), lambda some: float(np.median(milliseconds[some])))


class _EncodesOnce:
    """An encoder that encodes no question twice."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self.fingerprint, self.max_tokens = encoder.name, encoder.fingerprint, encoder.max_tokens
        self.tokens, self.encode_passages = encoder.tokens, encoder.encode_passages
        self.encode_question = cache(encoder.encode_question)


def _searching(index: Index, encoder: Encoder, settings: Settings, question: str) -> float:
    """Time both searches as the ranking makes them."""
    with index.view() as view:
        asked = parse(question)
        query = query_of(view, encoder, asked, encoder.encode_question(asked.words))
        started = time.perf_counter()
        view.snapshot.dense.search(query.vector, settings.candidates, None)
        view.snapshot.lexical.search(query.terms.sought, settings.candidates, None)
        return time.perf_counter() - started
