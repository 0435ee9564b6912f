"""An answer as JSON, the same for the shell, for programs and for the page's endpoint."""

import json
import re
from dataclasses import asdict
from typing import Any

from qa.records import Answer, Copy, Evidence

_ARTICLE = ("title", "outlet", "date", "author", "place", "section", "file", "url")
"""What is written of an article: all but its text."""


def answer_form(answer: Answer) -> dict[str, Any]:
    """Return an answer as lists, dictionaries, strings and numbers; programs lean on the keys."""
    return {
        "verdict": answer.verdict,
        "confidence": answer.confidence,
        "revision": answer.revision,
        "undated": answer.undated,
        "corrections": [asdict(it) for it in answer.corrections],
        "unheld": list(answer.unheld),
        "unknown": {kind: list(names) for kind, names in asdict(answer.unknown).items()},
        "evidence": [_evidence(it) for it in answer.evidence],
    }


def answer_line(answer: Answer) -> str:
    """Write an answer as one line of JSON."""
    return json_line(answer_form(answer))


def json_line(form: object) -> str:
    """Write one line of JSON; lone surrogates, and the line ends that JSON allows inside strings, are escaped.

    Raises:
        ValueError: a number is not finite, so that JSON cannot hold it.
    """
    written = json.dumps(form, ensure_ascii=False, allow_nan=False)
    return re.sub("[\x85\u2028\u2029\ud800-\udfff]", lambda it: f"\\u{ord(it[0]):04x}", written)


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "score": evidence.score,
        "probability": evidence.probability,
        "sentence": asdict(evidence.sentence),
        **_source(evidence),
        "copies": [_source(it) for it in evidence.copies],
        "parts": dict(evidence.parts),
        "paragraphs": evidence.paragraphs,
    }


def _source(found: Evidence | Copy) -> dict[str, Any]:
    article = {name: getattr(found.article, name) for name in _ARTICLE}
    return {"passage": asdict(found.passage), "article": article}
