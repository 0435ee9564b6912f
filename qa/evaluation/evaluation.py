"""Ask every question of a judged file as a reader would, and sum up how well it went."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from qa.archive.archive import Archive
from qa.evaluation.judged import Judged, digest, read_file, tidy
from qa.evaluation.metrics import (
    DEPTH,
    Figure,
    Group,
    Marks,
    Numbers,
    balanced_accuracy,
    bootstrap,
    brier,
    calibration_error,
    mean,
    of_ranking,
    reliability,
    separation,
)
from qa.records import Answer, Verdict

_SHOWN = 5

Column = TypeVar("Column", Numbers, Marks)


@dataclass(frozen=True, slots=True)
class Asked:
    """What one question gave."""

    id: str
    question: str
    answerable: bool
    verdict: Verdict
    confidence: float
    answered: bool
    """Whether one of the first five answers, or a copy of theirs; as judged, where it is not known which."""
    measures: Mapping[str, float]
    """What each measure of the ranking gives for this question; none where it has no answer, or none that is known."""
    place: int | None
    """Where the first evidence that answers stands, from 1."""
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well an archive answers a file of judged questions."""

    questions_digest: str
    revision: int
    asked: tuple[Asked, ...]
    figures: Mapping[str, Figure]
    reliability: tuple[Group, ...]
    """Empty where every question has an answer."""
    not_judged: int = 0
    """How many other questions the file holds, which nobody has called answered or not."""


def evaluate(archive: Archive, path: Path) -> Evaluation:
    """Ask the questions of a file.

    Raises:
        InvalidJudgements: it cannot be used.
    """
    questions = read_file(path, archive)
    archive.ask(questions.judged[0].question)  # loads what later questions find loaded
    asked = tuple(_ask(archive, judged) for judged in questions.judged)
    judged_both = any(not it.answerable for it in asked) and any(it.answerable for it in asked)
    likely: Numbers = np.array([it.confidence for it in asked])
    true: Marks = np.array([it.answered for it in asked])
    return Evaluation(
        questions_digest=digest(path),
        revision=archive.status().revision,
        asked=asked,
        figures=_ranking(asked) | (_verdict(asked, likely, true) if judged_both else {}) | _times(asked),
        reliability=reliability(likely, true) if judged_both else (),
        not_judged=questions.not_judged,
    )


def _ask(archive: Archive, judged: Judged) -> Asked:
    """Ask one question and judge the first ten evidences."""
    started = time.perf_counter()
    answer = archive.ask(judged.question, limit=DEPTH)
    milliseconds = (time.perf_counter() - started) * 1_000
    gains, known = [], frozenset[str]()
    for evidence in answer.evidence:
        held = judged.found(evidence)
        gains.append(bool(held - known))
        known |= held
    return Asked(
        id=judged.id,
        question=judged.question,
        answerable=judged.answerable,
        verdict=answer.verdict,
        confidence=answer.confidence,
        answered=any(gains[:_SHOWN]) if judged.to_find else judged.answerable,
        measures=_measures(judged, answer, gains, len(known)) if judged.to_find else {},
        place=gains.index(True) + 1 if any(gains) else None,
        milliseconds=milliseconds,
    )


def _measures(judged: Judged, answer: Answer, gains: Sequence[bool], found: int) -> Mapping[str, float]:
    measures = of_ranking(gains, found, judged.to_find - found)
    if judged.answer:
        marked = any(gains[:1]) and judged.answer in tidy(answer.evidence[0].sentence.text)
        measures["answer in the marked sentence@1"] = float(marked)
    return measures


def _ranking(asked: Sequence[Asked]) -> dict[str, Figure]:
    """Average every measure over the questions that it is known for."""
    names = dict.fromkeys(name for it in asked for name in it.measures)
    return {name: mean([it.measures[name] for it in asked if name in it.measures]) for name in names}


def _verdict(asked: Sequence[Asked], likely: Numbers, true: Marks) -> dict[str, Figure]:
    """Measure how well the confidence tells questions that are answered from the others."""
    said: Marks = np.array([it.verdict == "answered" for it in asked])
    return {
        "verdict AUROC": _over(separation, likely, true),
        "verdict balanced accuracy": _over(balanced_accuracy, said, true),
        "verdict Brier score": _over(brier, likely, true),
        "verdict calibration error": _over(calibration_error, likely, true),
    }


def _times(asked: Sequence[Asked]) -> dict[str, Figure]:
    taken = np.array([it.milliseconds for it in asked])
    return {
        "median time, ms": bootstrap(len(taken), lambda some: float(np.median(taken[some]))),
        "95th percentile, ms": bootstrap(len(taken), lambda some: float(np.percentile(taken[some], 95))),
    }


def _over(measure: Callable[[Column, Marks], float], said: Column, true: Marks) -> Figure:
    """Measure what was said of all questions."""
    return bootstrap(len(true), lambda some: measure(said[some], true[some]))
