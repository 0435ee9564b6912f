"""The questions of a file, with the thumbs on each folded in."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from qa.articles.stated_names import fold
from qa.evaluation.judgements.thumbs import Thumb, event_of, thumb_of, torn

_FOLDED = ("answerable", "answer", "gold_quotes", "not_gold")
_BLANK = b" \t\r\0"
"""Where a machine went down, a file that was being written to can end in zeros."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as somebody wrote it, and the thumbs given on it since, the last one last."""

    line: int
    """The number of its line in the file, or of its first thumb's, from 1."""
    written: Mapping[str, Any]
    thumbs: tuple[Thumb, ...] = ()

    @property
    def question(self) -> str:
        """The question, folded; "" where the row has none."""
        asked = self.written.get("question")
        return fold(asked) if isinstance(asked, str) else ""

    def with_thumb(self, thumb: Thumb) -> "QuestionRow":
        """Return the row with one more thumb, in place of an earlier one on the same passage or verdict."""
        others = tuple(it for it in self.thumbs if it.passage != thumb.passage)
        return replace(self, thumbs=others if thumb.answers is None else (*others, thumb))

    def judged(self) -> Mapping[str, Any]:
        """Return the row as judged: the last word counts, and the first sentence that answers is the answer.

        An empty `gold_quotes` says that the answer is not known; `answerable` is None where nobody has said it.

        Raises:
            ValueError: thumbs cannot be joined with what was written.
        """
        if not self.thumbs:
            return self.written
        answerable, answer = self.written.get("answerable"), self.written.get("answer")
        gold, not_gold = _texts(self.written, "gold_quotes"), _texts(self.written, "not_gold")
        for thumb in self.thumbs:
            if thumb.passage is None:
                answerable = thumb.answers
                continue
            gold, not_gold = ([it for it in quotes if it != thumb.passage] for quotes in (gold, not_gold))
            if thumb.answers:
                answerable, answer = True, answer or thumb.sentence
            (gold if thumb.answers else not_gold).append(thumb.passage)
        stated = {"answer": answer} if answer else {}
        return {**self.written, "answerable": answerable, **stated, "gold_quotes": gold, "not_gold": not_gold}


def new_row(line: int, question: str) -> QuestionRow:
    """Return the row of a question that nobody has written down; its id depends on the question alone."""
    digest = hashlib.sha256(fold(question).encode()).hexdigest()
    return QuestionRow(line, {"id": f"visitor-{digest[:16]}", "question": question})


def question_rows(data: bytes) -> list[QuestionRow]:
    """Read the questions of a file.

    A line is a judged question or a thumb. A thumb goes to the first row about its question, or begins one.

    Raises:
        ValueError: a line is neither, nor the torn end of an earlier writing; the message begins with its number.
    """
    rows, places, begun = list[QuestionRow](), dict[str, int](), set[int]()
    for line, form in _forms(data):
        try:
            event = event_of(form)
        except ValueError as error:
            raise ValueError(f"line {line} {error}") from error
        if event is None:
            rows.append(_written_row(line, form))
            places.setdefault(rows[-1].question, len(rows) - 1)
            continue
        place = places.setdefault(fold(event.question), len(rows))
        if place == len(rows):
            rows.append(new_row(line, event.question))
            begun.add(line)
        rows[place] = rows[place].with_thumb(event.thumb)
    return [row for row in rows if row.thumbs or row.line not in begun]


def _written_row(line: int, form: Mapping[str, Any]) -> QuestionRow:
    """Return a row that was written whole.

    Version 0.1.0 kept thumbs in it, beside what stood there before. They count where its judgements follow from them:
    else somebody has corrected it since.
    """
    written = {name: value for name, value in form.items() if name != "thumbs"}
    match form.get("thumbs"):
        case {"before": dict(before), "given": list(given)}:
            others = {name: value for name, value in written.items() if name not in _FOLDED}
            with suppress(ValueError):
                row = QuestionRow(line, others | before, tuple(map(thumb_of, given)))
                if row.judged() == written:
                    return row
    return QuestionRow(line, written)


def _forms(data: bytes) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the number and the JSON object of each line."""
    for number, raw in enumerate(data.split(b"\n"), start=1):  # JSON may hold U+2028, where splitlines() would cut
        if not (line := raw.strip(_BLANK)):
            continue
        try:
            form = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            if torn(line):
                continue
            kind = "UTF-8" if isinstance(error, UnicodeDecodeError) else "JSON"
            raise ValueError(f"line {number} is not {kind}") from error
        if not isinstance(form, dict):
            raise ValueError(f"line {number} is not a JSON object")  # noqa: TRY004
        yield number, form


def _texts(row: Mapping[str, Any], name: str) -> list[str]:
    given = row.get(name) or []
    if not isinstance(given, list) or not all(isinstance(it, str) for it in given):
        raise ValueError(f"{name} is not a list of texts")
    return given
