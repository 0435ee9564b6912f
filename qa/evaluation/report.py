"""An evaluation as text for a terminal and as JSON for programs, and an earlier one read back."""

import json
import math
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import get_args

from qa.errors import InvalidJudgements
from qa.evaluation.comparison import EarlierEvaluation, PairedDifference
from qa.evaluation.evaluation import Evaluation
from qa.evaluation.metrics import Figure
from qa.evaluation.named_file import read_named
from qa.exports.json_line import json_line
from qa.records import Verdict


def evaluation_text(
    evaluation: Evaluation, differences: tuple[PairedDifference, ...] = (), *, misses: bool = False
) -> str:
    """Write the figures with their 95% intervals, how reliable the verdict is, and if asked for, what went wrong."""
    return "\n".join(_lines(evaluation, differences, misses=misses))


def evaluation_line(evaluation: Evaluation, differences: tuple[PairedDifference, ...] = ()) -> str:
    """Write an evaluation with every question's outcome as one line of JSON; a figure that is NaN is null."""
    form = {
        "questions_digest": evaluation.questions_digest,
        "revision": evaluation.revision,
        "not_judged": evaluation.not_judged,
        "figures": {name: _form(figure) for name, figure in evaluation.figures.items()},
        "reliability": [asdict(group) for group in evaluation.reliability],
        "questions": [asdict(it) | {"measures": dict(it.measures)} for it in evaluation.outcomes],
    }
    if differences:
        form["differences"] = [asdict(it) for it in differences]
    return json_line(form)


def read_evaluation(path: Path) -> EarlierEvaluation:
    """Read the metrics of every question from what `evaluation_line` wrote.

    Raises:
        InvalidJudgements: the file is none.
    """
    try:
        form = json.loads(read_named(path, "name a file that `qa evaluate --json` printed"))
        measures = {
            str(it["id"]): {str(name): float(value) for name, value in it["measures"].items()}
            for it in form["questions"]
        }
        return EarlierEvaluation(str(form["questions_digest"]), measures)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidJudgements(f"{path} is not what `qa evaluate --json` prints: name such a file") from error


def _form(figure: Figure) -> dict[str, float | None]:
    return {name: None if math.isnan(number) else number for name, number in asdict(figure).items()}


def _lines(evaluation: Evaluation, differences: tuple[PairedDifference, ...], *, misses: bool) -> Iterator[str]:
    outcomes = evaluation.outcomes
    digest = evaluation.questions_digest[:16]
    yield f"{_questions(len(outcomes))} (SHA-256 {digest}), revision {evaluation.revision}"
    if waiting := evaluation.not_judged:
        yield f"{waiting:,} {'question is' if waiting == 1 else 'questions are'} not judged yet"
    for name, figure in evaluation.figures.items():
        unit = ".1f" if name.endswith("ms") else ".3f"
        value, low, high = (_number(it, unit) for it in (figure.value, figure.low, figure.high))
        yield f"{name:34}{value}  [{low}, {high}]"
    for answerable in (True, False):
        verdicts = [it.verdict for it in outcomes if it.answerable is answerable]
        if verdicts:
            counts = ", ".join(f"{name} {verdicts.count(name)}" for name in get_args(Verdict))
            yield f"{'with an answer' if answerable else 'without an answer':34}{counts}"
    if evaluation.reliability:
        yield "said on average, answered in fact, ten groups of equal size:"
        yield "  " + "  ".join(f"{group.said:.2f}:{group.true:.2f}" for group in evaluation.reliability)
    for it in differences:
        difference = it.difference
        yield (
            f"{it.measure:34}{difference.value:+.3f}  [{difference.low:+.3f}, {difference.high:+.3f}]  "
            f"p = {it.chance:.4f}, {_questions(it.questions)}"
        )
    if misses:
        yield from _misses(evaluation)


def _questions(count: int) -> str:
    return f"{count:,} question{'' if count == 1 else 's'}"


def _misses(evaluation: Evaluation) -> Iterator[str]:
    """Yield the questions that the first evidence does not answer, or whose verdict is wrong."""
    for it in evaluation.outcomes:
        wrong = "none" if it.answerable else "answered"
        if (it.measures and it.place != 1) or it.verdict == wrong:
            place = f"place {it.place or '-'}" if it.measures else "answered" if it.answerable else "no answer to find"
            yield f"{it.id}  {place}, {it.verdict} {it.confidence:.2f}: {it.question}"


def _number(value: float, unit: str) -> str:
    """Write a number, or a dash where the questions give none."""
    return "–" if math.isnan(value) else f"{value:{unit}}"
