"""Measure how well an index answers judged questions: `python benchmarks/quality/measure.py QUESTIONS --index DIR`."""

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from figures import (
    Figure,
    Marks,
    Numbers,
    balanced_accuracy,
    bootstrap,
    brier,
    calibration_error,
    discounted_gain,
    mean,
    reciprocal_rank,
    separation,
)
from judged import Judged, digest, read_questions, tidy

from qa.archive import Archive
from qa.records import Answer

_DEPTH = 10
_SHOWN = 5

Column = TypeVar("Column", Numbers, Marks)


@dataclass(frozen=True, slots=True)
class Asked:
    """What one question gave."""

    judged: Judged
    answer: Answer
    gains: tuple[bool, ...]
    """For each of ten places, whether the evidence there brings gold that none before it held."""
    found: int
    milliseconds: float

    @property
    def answered(self) -> bool:
        """Whether one of the first five answers."""
        return any(self.gains[:_SHOWN])

    @property
    def marked(self) -> bool:
        """Whether the first evidence answers and its marked sentence holds the answer."""
        return self.gains[0] and self.judged.answer in tidy(self.answer.evidence[0].sentence.text)


def main() -> None:
    """Ask every question and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path, help="judged questions, one JSON object a line (see judged.py)")
    parser.add_argument("--index", type=Path, required=True, help="the index of the articles that they are about")
    parser.add_argument("--misses", action="store_true", help="also list what was not answered first, and misjudged")
    given = parser.parse_args()
    archive = Archive.open(given.index)
    questions = read_questions(given.questions, archive)
    archive.ask(questions[0].question)  # loads what later questions find loaded
    asked = [ask(archive, judged) for judged in questions]
    print(f"{len(asked)} questions, SHA-256 {digest(given.questions)[:16]}")
    print_ranking([it for it in asked if it.judged.answerable])
    if not all(it.judged.answerable for it in asked):
        print_verdict(asked)
    print(f"{'median time, ms':28}{np.median([it.milliseconds for it in asked]):.0f}")
    if given.misses:
        print_misses(asked)


def ask(archive: Archive, judged: Judged) -> Asked:
    """Ask one question and judge the first ten evidences."""
    started = time.perf_counter()
    answer = archive.ask(judged.question, limit=_DEPTH)
    milliseconds = (time.perf_counter() - started) * 1_000
    gains, known = [], frozenset[str]()
    for evidence in answer.evidence:
        held = judged.found(evidence)
        gains.append(bool(held - known))
        known |= held
    gains += [False] * (_DEPTH - len(gains))
    return Asked(judged, answer, tuple(gains), len(known), milliseconds)


def print_ranking(asked: list[Asked]) -> None:
    """Print how high the answers stand."""
    for depth in (1, 3, 5):
        print(f"{f'hit@{depth}':28}{mean([any(it.gains[:depth]) for it in asked])}")
    print(f"{'MRR@10':28}{mean([reciprocal_rank(it.gains) for it in asked])}")
    print(f"{'nDCG@10':28}{mean([discounted_gain(it.gains, it.judged.to_find - it.found) for it in asked])}")
    print(f"{'recall@10':28}{mean([it.found / it.judged.to_find for it in asked])}")
    told = [it for it in asked if it.judged.answer]
    if told:
        print(f"{'answer in marked sentence@1':28}{mean([it.marked for it in told])}")
        print(f"{'  where the first answers':28}{mean([it.marked for it in told if it.gains[0]])}")


def print_verdict(asked: list[Asked]) -> None:
    """Print how well the confidence tells questions that are answered from the others."""
    likely: Numbers = np.array([it.answer.confidence for it in asked])
    true: Marks = np.array([it.answered for it in asked])
    said: Marks = np.array([it.answer.verdict == "answered" for it in asked])
    print(f"{'verdict AUROC':28}{over(separation, likely, true)}")
    print(f"{'verdict balanced accuracy':28}{over(balanced_accuracy, said, true)}")
    print(f"{'verdict Brier score':28}{over(brier, likely, true)}")
    print(f"{'verdict calibration error':28}{over(calibration_error, likely, true)}")
    for answerable in (True, False):
        verdicts = [it.answer.verdict for it in asked if it.judged.answerable is answerable]
        counts = ", ".join(f"{name} {verdicts.count(name)}" for name in ("answered", "weak", "none"))
        print(f"{'answerable' if answerable else 'unanswerable':28}{counts}")


def over(measure: Callable[[Column, Marks], float], said: Column, true: Marks) -> Figure:
    """Measure what was said of all questions."""
    return bootstrap(len(true), lambda some: measure(said[some], true[some]))


def print_misses(asked: list[Asked]) -> None:
    """List the questions that were not answered first, or whose verdict is wrong."""
    for it in asked:
        wrong = "none" if it.judged.answerable else "answered"
        if (it.judged.answerable and not it.gains[0]) or it.answer.verdict == wrong:
            place = it.gains.index(True) + 1 if any(it.gains) else "-"
            told = f"place {place}" if it.judged.answerable else "unanswerable"
            print(f"{it.judged.id}  {told}, {it.answer.verdict} {it.answer.confidence:.2f}: {it.judged.question}")


if __name__ == "__main__":
    main()
