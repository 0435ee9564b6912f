"""Write citations as JSON Lines, for programs: every value exactly as the article has it."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from qa.exports.answer_json import one_line
from qa.exports.citations.citation import Citation


def json_lines(citations: Iterable[Citation]) -> str:
    """Write each citation as one object on one line."""
    return "".join(f"{_line(it)}\n" for it in citations)


def _line(citation: Citation) -> str:
    form = asdict(citation) | {"retrieved": citation.retrieved.isoformat()}
    return one_line(json.dumps(form, ensure_ascii=False))
