"""Measure a collection: how its questions are ranked, what the verdict is worth, what ranking adds to a question."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from benchmarks.quality.added_time import added_milliseconds
from benchmarks.quality.examples import examples
from benchmarks.quality.judged_collections import Collection
from benchmarks.quality.verdict_figures import VerdictFigures, as_shipped, when_fitted_on_others
from qa.archive.archive import Archive
from qa.build.ingest import Progress
from qa.evaluation.evaluation import Evaluation, evaluate
from qa.evaluation.judged import read_questions
from qa.evaluation.metrics import Figure
from qa.index.index import Index
from qa.models.reader.trained_reader import find_reader
from qa.retrieval.ranking import Models
from qa.settings import Settings

_TIMED = 100
"""For how many questions the added time is measured."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of a collection."""

    evaluation: Evaluation
    verdict: VerdictFigures
    figures: Mapping[str, Figure]
    """All of them by name."""
    articles: int
    passages: int


def measure(collection: Collection, models: Models, settings: Settings, progress: Progress | None = None) -> Measured:
    """Update the collection's index, which encodes only what changed, and measure.

    Raises:
        QaError: the articles, the index or the questions cannot be used.
    """
    encoder = models.encoder
    Archive.build(collection.articles, collection.index, encoder=encoder, replace=True, yes=True, progress=progress)
    index = Index(collection.index)
    archive = Archive(index, models, settings)
    questions = read_questions(collection.questions, archive)
    evaluation = evaluate(archive, collection.questions)
    made = list(examples(archive, index, models, settings, questions))
    verdict = when_fitted_on_others(made) if collection.fitted else as_shipped(made)
    others = ("verdict", "median time", "95th percentile")  # a reader out of fold takes no time
    ranking = {name: it for name, it in evaluation.figures.items() if not name.startswith(others)}
    asked = [it.question for it in questions[:_TIMED]]
    shipped = replace(models, reader=None if models.reader is None else find_reader(encoder.name))
    added = {"added to encoding and searches, ms": added_milliseconds(collection.index, shipped, settings, asked)}
    status = archive.status()
    return Measured(evaluation, verdict, ranking | verdict.figures | added, status.articles, status.passages)
