"""The rows of a file of judged questions: one is changed, the others stay as they are, to the byte."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qa.evaluation.judgements.thumbs import FOLLOWS, Thumbs, thumbs_form, thumbs_of
from qa.exports.answer_json import one_line
from qa.index.filters import fold

_THUMBS = "thumbs"
Change = Callable[[Thumbs], Thumbs]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, and the row that it holds; a blank one holds none."""

    text: str
    row: Mapping[str, Any]


def read_lines(text: str) -> Iterator[Line]:
    """Read the lines of a file.

    Raises:
        ValueError: one is no JSON object; the message says which.
    """
    for number, line in enumerate(text.split("\n"), start=1):  # JSON may hold U+2028, where splitlines() would cut
        yield Line(line, _row(line, number) if line.strip() else {})


def judged_lines(lines: Sequence[Line], question: str, change: Change) -> Sequence[Line]:
    """Change what is said of a question, in its row or in a new one at the end; the same lines where nothing changes.

    Raises:
        ValueError: what its row says already cannot be joined with what a reader says.
    """
    asked = fold(question)
    for place, it in enumerate(lines):
        if isinstance(known := it.row.get("question"), str) and fold(known) == asked:
            changed = _changed(it.row, change)
            if changed == it.row:
                return lines
            return [*lines[:place], *([] if changed == _bare(known) else [_line(changed)]), *lines[place + 1 :]]
    changed = _changed(_bare(question), change)
    if changed == _bare(question):
        return lines
    last = len(lines)
    while last and not lines[last - 1].text.strip():  # the line after the last line end is empty
        last -= 1
    return [*lines[:last], _line(changed), Line("", {})]


def written(lines: Sequence[Line]) -> str:
    """Write the file."""
    return "\n".join(it.text for it in lines)


def _changed(row: Mapping[str, Any], change: Change) -> dict[str, Any]:
    thumbs = change(thumbs_of(row))
    kept = {name: value for name, value in row.items() if name not in (*FOLLOWS, _THUMBS)}
    return kept | thumbs.follows() | ({_THUMBS: thumbs_form(thumbs)} if thumbs.given else {})


def _bare(question: str) -> dict[str, Any]:
    """Give a row that says nothing of its question."""
    digest = hashlib.sha256(fold(question).encode()).hexdigest()
    return {"id": f"reader-{digest[:16]}", "question": question}


def _line(row: Mapping[str, Any]) -> Line:
    return Line(one_line(json.dumps(row, ensure_ascii=False)), row)


def _row(line: str, number: int) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"line {number} is no JSON") from error
    if not isinstance(row, dict):
        raise ValueError(f"line {number} is no JSON object")  # noqa: TRY004
    return row
