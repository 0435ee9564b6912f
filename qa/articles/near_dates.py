"""Recognise what a line of an article's head is by the dates around it; lines are named by their numbers."""

import re
from collections.abc import Sequence
from itertools import takewhile

from qa.articles.blocks import Piece, is_closed
from qa.articles.byline import is_labelled
from qa.articles.names import is_person, is_section

LONGEST_TITLE = 200
_BULLET = re.compile(r"[-–—•*·]\s")
_DATED = ("date line", "dated item")
_BESIDE = ("byline", "photo credit", "publisher", "source", "page furniture")
_LINES_AHEAD = 10
_PROSE = 80  # characters; a piece as long as this that ends as a sentence is of the report
_FEWEST_STANDFIRST_WORDS = 5


def is_listed(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date is a list's or a chronology's: others follow it, or a dated item has a bullet."""
    date = _dated_item(pieces[number])
    if date is None:
        return _is_bulleted_date(pieces, number) and _is_bulleted_date(pieces, number + 1)
    if len(date) == len("2022-12"):
        return any(len(_dated_item(piece) or "") == len(date) for piece in pieces[number + 1 :])
    following = _dated_item(pieces[number + 1]) if number + 1 < len(pieces) else None
    return _BULLET.match(pieces[number].text) is not None or following not in {None, date}


def _dated_item(piece: Piece) -> str | None:
    """Return the date of a dated item that is no update."""
    line = piece.label.date_line if piece.label and piece.label.kind == "dated item" else None
    return line.date if line and not line.updated else None


def _is_bulleted_date(pieces: Sequence[Piece], number: int) -> bool:
    piece = pieces[number] if number < len(pieces) else None
    return bool(piece and piece.label and piece.label.kind == "date line" and _BULLET.match(piece.text))


def is_fixture(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date is a match's: a bare time, or fragments that are no captions, stand around it."""
    fragments = 0
    for piece in pieces[number + 1 : number + 1 + _LINES_AHEAD]:
        if piece.label and piece.label.kind == "time":
            return True
        if piece.label is None and piece.field is None:
            if is_closed(piece.text) or len(piece.text) > LONGEST_TITLE or is_standfirst(piece):
                break
            fragments += 1
    return fragments > 3


def is_above_date(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether the next line of the block is a date."""
    after = date_at(pieces, number + 1)
    return after is not None and after.block == pieces[number].block


def is_near_date(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date is the next line, in whatever block, or the line before in the same one."""
    before = date_at(pieces, number - 1)
    beside = before is not None and (before.block == pieces[number].block or _is_alone_above_report(pieces, number))
    return date_at(pieces, number + 1) is not None or beside


def _is_alone_above_report(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a line is one person's name, and prose follows it: a heading's words have small letters too."""
    after = next((it.text for it in pieces[number + 1 : number + 4] if it.label is None), "")
    person = is_person(pieces[number].plain) and not is_section(pieces[number].plain)
    return person and len(after) >= _PROSE and is_closed(after)


def is_in_head(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date follows an open line, in its block or as the next line.

    So it may follow a closed line that is labelled as a byline, or is too short to be of a report.
    """
    text = pieces[number].text
    if is_closed(text):
        return has_date_behind(pieces, number) and (is_labelled(text) or not is_standfirst(pieces[number]))
    if has_date_behind(pieces, number):
        return True
    following = pieces[number + 1 : number + 1 + _LINES_AHEAD]
    block = takewhile(lambda piece: piece.block == pieces[number].block, following)
    return any(piece.label and piece.label.kind in _DATED for piece in block)


def has_date_behind(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date is the next line but for bylines, credits and buttons."""
    following = range(number + 1, min(number + 1 + _LINES_AHEAD, len(pieces)))
    after = next((it for it in following if (label := pieces[it].label) is None or label.kind not in _BESIDE), number)
    return after > number and date_at(pieces, after) is not None


def date_at(pieces: Sequence[Piece], number: int) -> Piece | None:
    """Return a line that is a date of the head, and no match's nor a list's."""
    if not 0 <= number < len(pieces):
        return None
    label = pieces[number].label
    dated = label and label.kind in _DATED and not is_fixture(pieces, number) and not is_listed(pieces, number)
    return pieces[number] if dated else None


def is_beside_date(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date, a byline or a publisher stands directly above or below."""
    around = [pieces[near].label for near in (number - 1, number + 1) if 0 <= near < len(pieces)]
    return any(label is not None and label.kind in {*_DATED, "byline", "publisher"} for label in around)


def is_standfirst(piece: Piece) -> bool:
    """Return whether a piece is as long as a standfirst."""
    return len(piece.plain.split()) >= _FEWEST_STANDFIRST_WORDS and len(piece.text) <= 2 * LONGEST_TITLE
