"""Spell an evaluation as JSON, and read the measures of one back."""

import json
import math
from dataclasses import asdict
from pathlib import Path

from qa.errors import InvalidJudgements
from qa.evaluation.comparison import Difference, Earlier
from qa.evaluation.evaluation import Evaluation
from qa.evaluation.metrics import Figure
from qa.exports.answer_json import one_line


def evaluation_line(evaluation: Evaluation, differences: tuple[Difference, ...] = ()) -> str:
    """Spell an evaluation, what each question gave included, as one line of JSON; a figure there is none of is null."""
    form = {
        "questions_digest": evaluation.questions_digest,
        "revision": evaluation.revision,
        "not_judged": evaluation.not_judged,
        "figures": {name: _figure(figure) for name, figure in evaluation.figures.items()},
        "reliability": [asdict(group) for group in evaluation.reliability],
        "questions": [asdict(it) | {"measures": dict(it.measures)} for it in evaluation.asked],
    }
    if differences:
        form["differences"] = [asdict(it) for it in differences]
    return one_line(json.dumps(form, ensure_ascii=False, allow_nan=False))


def _figure(figure: Figure) -> dict[str, float | None]:
    return {name: None if math.isnan(number) else number for name, number in asdict(figure).items()}


def read_measures(path: Path) -> Earlier:
    """Read from an earlier evaluation which questions it is of, and what each gave.

    Raises:
        InvalidJudgements: the file is none.
    """
    try:
        form = json.loads(path.read_text("utf-8"))
        measures = {
            str(it["id"]): {str(name): float(value) for name, value in it["measures"].items()}
            for it in form["questions"]
        }
        return Earlier(str(form["questions_digest"]), measures)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidJudgements(f"{path} is not what `qa evaluate --json` prints ({error})") from error
