"""Spell an evaluation as JSON, and read the measures of one back."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from qa.errors import InvalidJudgements
from qa.evaluation.comparison import Difference
from qa.evaluation.evaluation import Evaluation


def evaluation_line(evaluation: Evaluation, differences: tuple[Difference, ...] = ()) -> str:
    """Spell an evaluation, what each question gave included, as one line of JSON."""
    form = {
        "questions_digest": evaluation.questions_digest,
        "revision": evaluation.revision,
        "figures": {name: asdict(figure) for name, figure in evaluation.figures.items()},
        "reliability": [asdict(group) for group in evaluation.reliability],
        "questions": [asdict(it) | {"measures": dict(it.measures)} for it in evaluation.asked],
    }
    if differences:
        form["differences"] = [asdict(it) for it in differences]
    return json.dumps(form, ensure_ascii=False)


def read_measures(path: Path) -> dict[str, Mapping[str, float]]:
    """Read from an earlier evaluation what each question gave, by its id.

    Raises:
        InvalidJudgements: the file is none.
    """
    try:
        form = json.loads(path.read_text("utf-8"))
        return {
            str(it["id"]): {str(name): float(value) for name, value in it["measures"].items()}
            for it in form["questions"]
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidJudgements(f"{path} is not what `qa evaluate --json` prints ({error})") from error
