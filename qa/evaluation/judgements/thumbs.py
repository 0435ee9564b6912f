"""A visitor's thumb, and the line of JSON that it is written as.

`{"thumb": {"answerable": true}, "question": "…"}` is one on the verdict, and on a passage
`{"thumb": {"passage": "…", "sentence": "…", "answers": true}, "question": "…"}`; null takes it back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qa.exports.json_line import json_line

_KEY = "thumb"
_BEGINNING = f'{{"{_KEY}": '.encode()


@dataclass(frozen=True, slots=True)
class Thumb:
    """A judgement of a passage, or of the verdict where no passage is named."""

    answers: bool | None
    """Whether the passage, or the archive, answers the question; None takes back what was said before."""
    passage: str | None = None
    """The text of the passage, which outlives its id."""
    sentence: str = ""
    """The answer sentence that was marked in the passage."""


@dataclass(frozen=True, slots=True)
class ThumbEvent:
    """A thumb on a question: what one line of the file adds."""

    question: str
    thumb: Thumb


def thumb_line(event: ThumbEvent) -> str:
    """Write an event as one line of JSON; `torn` leans on the order of its keys."""
    thumb = event.thumb
    if thumb.passage is None:
        form: dict[str, Any] = {"answerable": thumb.answers}
    else:
        form = {"passage": thumb.passage, "sentence": thumb.sentence, "answers": thumb.answers}
    return json_line({_KEY: form, "question": event.question})


def event_of(form: Mapping[str, Any]) -> ThumbEvent | None:
    """Read an event from the JSON object of a line; None where the line is a judged question.

    Raises:
        ValueError: it is neither.
    """
    if _KEY not in form:
        return None
    if not isinstance(question := form.get("question"), str):
        raise ValueError("is a thumb without a question")  # noqa: TRY004
    return ThumbEvent(question, thumb_of(form[_KEY]))


def thumb_of(form: object) -> Thumb:
    """Read a thumb from its JSON form.

    Raises:
        ValueError: it is none.
    """
    match form:
        case {"answerable": bool() | None as answers}:
            return Thumb(answers)
        case {"passage": str(passage), "sentence": str(sentence), "answers": bool() | None as answers}:
            return Thumb(answers, passage, sentence)
    raise ValueError("is not a thumb on a verdict or a passage")


def torn(line: bytes) -> bool:
    """Return whether a line that is no JSON is the beginning of an event that a crash cut off."""
    return line.startswith(_BEGINNING) or _BEGINNING.startswith(line)
