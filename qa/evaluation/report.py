"""Write an evaluation for a terminal."""

import math
from collections.abc import Iterator

from qa.evaluation.comparison import Difference
from qa.evaluation.evaluation import Evaluation
from qa.records import Verdict

_VERDICTS: tuple[Verdict, ...] = ("answered", "weak", "none")


def shown(evaluation: Evaluation, differences: tuple[Difference, ...] = (), *, misses: bool = False) -> str:
    """Write the figures with their 95% intervals, how reliable the verdict is, and if asked for, what went wrong."""
    return "\n".join(_lines(evaluation, differences, misses=misses))


def _lines(evaluation: Evaluation, differences: tuple[Difference, ...], *, misses: bool) -> Iterator[str]:
    asked = evaluation.asked
    yield f"{len(asked):,} questions (SHA-256 {evaluation.questions_digest[:16]}), revision {evaluation.revision}"
    if waiting := evaluation.not_judged:
        yield f"{waiting:,} {'question is' if waiting == 1 else 'questions are'} not judged yet"
    for name, figure in evaluation.figures.items():
        unit = ".1f" if name.endswith("ms") else ".3f"
        value, low, high = (_number(it, unit) for it in (figure.value, figure.low, figure.high))
        yield f"{name:34}{value}  [{low}, {high}]"
    for answerable in (True, False):
        verdicts = [it.verdict for it in asked if it.answerable is answerable]
        if verdicts:
            counts = ", ".join(f"{name} {verdicts.count(name)}" for name in _VERDICTS)
            yield f"{'with an answer' if answerable else 'without an answer':34}{counts}"
    if evaluation.reliability:
        yield "said on average, answered in fact, ten groups of equal size:"
        yield "  " + "  ".join(f"{group.said:.2f}:{group.true:.2f}" for group in evaluation.reliability)
    for it in differences:
        difference = it.difference
        yield (
            f"{it.measure:34}{difference.value:+.3f}  [{difference.low:+.3f}, {difference.high:+.3f}]  "
            f"p = {it.chance:.4f}, {it.questions:,} questions"
        )
    if misses:
        yield from _misses(evaluation)


def _misses(evaluation: Evaluation) -> Iterator[str]:
    """List the questions that were not answered first, or whose verdict is wrong."""
    for it in evaluation.asked:
        wrong = "none" if it.answerable else "answered"
        if (it.measures and it.place != 1) or it.verdict == wrong:
            told = f"place {it.place or '-'}" if it.measures else "answered" if it.answerable else "no answer to find"
            yield f"{it.id}  {told}, {it.verdict} {it.confidence:.2f}: {it.question}"


def _number(value: float, unit: str) -> str:
    """Write a number, or a dash where the questions give none."""
    return "–" if math.isnan(value) else f"{value:{unit}}"
