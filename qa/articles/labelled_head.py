"""Find the labelled fields at the top of a text, as databases export articles: "Издание: …", "Дата: …"."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from qa.articles.blocks import Piece
from qa.articles.field_lines import FieldLine, read_field, starts_text
from qa.records import Article

_MOST_LINES = 40
_OF_ARTICLES = frozenset(("title", "outlet", "author", "section", "url"))
"""What only an article's head states; when and where, an announcement of a concert does too."""
_STATED_FIRST = frozenset(("title", "url"))
"""What the first line states that is the only field."""
_MAY_BE_VOID = frozenset(("date", "updated", "url"))
"""A value that is none, "Date: yesterday", ends no head."""
_STATED_BESIDE = frozenset(("outlet", "section", "url"))
"""What a single line below a headline states; a date or a byline there is read as in any head."""


@dataclass(slots=True)
class _Head:
    fields: dict[int, FieldLine] = field(default_factory=dict)
    starts_text: int | None = None
    """The line that says that the text follows."""


def with_fields(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a text with what those of a labelled head state.

    Such a head has several fields in any order, under a headline perhaps; or only the headline's, in the first line; or
    one directly below the headline. Further down a line like "Place: Velden" is a fact of the report.
    """
    head = _find(pieces)
    if not _is_head(pieces, head):
        return tuple(pieces)
    marked = [
        piece if _is_read(piece) else replace(piece, field=head.fields.get(number))
        for number, piece in enumerate(pieces[:_MOST_LINES])
    ]
    if head.starts_text is not None:
        line = pieces[head.starts_text]
        marked[head.starts_text] = replace(line, label=None, field=FieldLine("other", line.text, None))
    return (*marked, *pieces[_MOST_LINES:])


def with_stated(article: Article, pieces: Sequence[Piece]) -> Article:
    """Return an article with what its labelled head states; of two lines for one field the first counts."""
    lines = [piece.field for piece in pieces[:_MOST_LINES] if piece.field]
    stated: dict[str, Any] = {it.field: it.value for it in reversed(lines) if it.field != "other" and it.value}
    return replace(article, **stated)


def _is_read(piece: Piece) -> bool:
    """Return whether a line is read by its own words, as a date line or a byline."""
    return piece.label is not None and (piece.label.date_line is not None or piece.label.byline is not None)


def _find(pieces: Sequence[Piece]) -> _Head:
    head = _Head()
    for number, piece in enumerate(pieces[:_MOST_LINES]):
        if line := read_field(piece.text):
            if line.value is None and line.field in _MAY_BE_VOID:
                line = replace(line, field="other")
            if line.value or line.field in {"other", "author"}:
                head.fields[number] = line
            elif piece.label is None:
                break
        elif head.fields and starts_text(piece.text):
            head.starts_text = number
            break
        elif piece.label is None and number > 0:
            break
    return head


def _is_head(pieces: Sequence[Piece], head: _Head) -> bool:
    stated = {it.field for it in head.fields.values()} - {"other"}
    if len(stated) != 1:
        return not stated.isdisjoint(_OF_ARTICLES)
    number = next(number for number, line in head.fields.items() if line.field in stated)
    if number == 0:
        return not stated.isdisjoint(_STATED_FIRST)
    between = pieces[1:number]
    beside = all(it.label and it.block == pieces[0].block for it in between) and pieces[number].block == pieces[0].block
    return beside and (not stated.isdisjoint(_STATED_BESIDE) or any(map(_is_read, between)))
