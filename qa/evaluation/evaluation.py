"""Every question of a judged file, asked as a visitor would, and metrics over the answers."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from qa.archive.archive import Archive
from qa.evaluation import metrics
from qa.evaluation.judged import JudgedQuestion, digest, read_judged_file, tidy
from qa.evaluation.metrics import DEPTH, Figure, Group, Marks, Numbers, bootstrap
from qa.records import Answer, Verdict

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class QuestionOutcome:
    """How one judged question was answered."""

    id: str
    question: str
    answerable: bool
    verdict: Verdict
    confidence: float
    answered: bool
    """Whether one of the first five passages, or a copy of theirs, answers; as judged, where no gold is known."""
    measures: Mapping[str, float]
    """Each metric of the ranking by name; empty where the question has no answer, or no gold."""
    place: int | None
    """The rank of the first evidence that answers, from 1."""
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well an archive answers a file of judged questions."""

    questions_digest: str
    revision: int
    outcomes: tuple[QuestionOutcome, ...]
    figures: Mapping[str, Figure]
    reliability: tuple[Group, ...]
    """Empty where every question has an answer."""
    not_judged: int = 0
    """The number of questions in the file that nobody has called answered or not."""


def evaluate(archive: Archive, path: Path) -> Evaluation:
    """Ask the questions of a file and measure the answers.

    Raises:
        InvalidJudgements: it cannot be used.
    """
    questions = read_judged_file(path, archive)
    archive.ask(questions.judged[0].question, kind="question")  # loads what later questions find loaded
    outcomes = tuple(_ask(archive, judged) for judged in questions.judged)
    judged_both = any(not it.answerable for it in outcomes) and any(it.answerable for it in outcomes)
    likely: Numbers = np.array([it.confidence for it in outcomes])
    true: Marks = np.array([it.answered for it in outcomes])
    return Evaluation(
        questions_digest=digest(path),
        revision=archive.status().revision,
        outcomes=outcomes,
        figures=_ranking(outcomes) | (_verdict(outcomes, likely, true) if judged_both else {}) | _times(outcomes),
        reliability=metrics.reliability(likely, true) if judged_both else (),
        not_judged=questions.not_judged,
    )


def _ask(archive: Archive, judged: JudgedQuestion) -> QuestionOutcome:
    """Ask one question and compare the first ten evidences with its gold."""
    started = time.perf_counter()
    answer = archive.ask(judged.question, limit=DEPTH, kind="question")
    milliseconds = (time.perf_counter() - started) * 1_000
    gains, known = [], frozenset[str]()
    for evidence in answer.evidence:
        held = judged.found(evidence)
        gains.append(bool(held - known))
        known |= held
    return QuestionOutcome(
        id=judged.id,
        question=judged.question,
        answerable=judged.answerable,
        verdict=answer.verdict or ("weak" if answer.readable else "none"),
        confidence=answer.confidence or 0.0,
        answered=any(gains[:_SHOWN]) if judged.to_find else judged.answerable,
        measures=_measures(judged, answer, gains, len(known)) if judged.to_find else {},
        place=gains.index(True) + 1 if any(gains) else None,
        milliseconds=milliseconds,
    )


def _measures(judged: JudgedQuestion, answer: Answer, gains: Sequence[bool], found: int) -> Mapping[str, float]:
    measured = metrics.ranking_metrics(gains, found, judged.to_find - found)
    if judged.answer:
        marked = any(gains[:1]) and judged.answer in tidy(answer.evidence[0].sentence.text)
        measured["answer in the marked sentence@1"] = float(marked)
    return measured


def _ranking(outcomes: Sequence[QuestionOutcome]) -> dict[str, Figure]:
    """Average every metric over the questions that have it."""
    names = dict.fromkeys(name for it in outcomes for name in it.measures)
    return {name: metrics.mean([it.measures[name] for it in outcomes if name in it.measures]) for name in names}


def _verdict(outcomes: Sequence[QuestionOutcome], likely: Numbers, true: Marks) -> dict[str, Figure]:
    """Measure how well verdict and confidence separate the questions that are answered."""
    verdicts: Marks = np.array([it.verdict == "answered" for it in outcomes])
    return {
        "verdict AUROC": _over(metrics.auroc, likely, true),
        "verdict balanced accuracy": _over(metrics.balanced_accuracy, verdicts, true),
        "verdict Brier score": _over(metrics.brier_score, likely, true),
        "verdict calibration error": _over(metrics.calibration_error, likely, true),
    }


def _times(outcomes: Sequence[QuestionOutcome]) -> dict[str, Figure]:
    times = np.array([it.milliseconds for it in outcomes])
    return {
        "median time, ms": bootstrap(len(times), lambda some: float(np.median(times[some]))),
        "95th percentile, ms": bootstrap(len(times), lambda some: float(np.percentile(times[some], 95))),
    }


def _over(measure: Callable[[Any, Marks], float], predicted: Numbers | Marks, true: Marks) -> Figure:
    """Measure over all questions."""
    return bootstrap(len(true), lambda some: measure(predicted[some], true[some]))
