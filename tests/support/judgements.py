"""Read a file of judgements as `qa evaluate` does."""

from collections.abc import Mapping
from typing import Any

from qa.evaluation.judgements import Judgements
from qa.evaluation.judgements.rows import question_rows


def rows(judgements: Judgements) -> list[Mapping[str, Any]]:
    """Return the questions of the file as judged."""
    return [row.judged() for row in question_rows(judgements.path.read_bytes())]
