"""Separate headings from prose and from the items of a list."""

import re
from collections.abc import Sequence
from typing import Literal

from qa.articles.blocks import Piece, is_closed, is_open
from qa.articles.scripts import count_words, is_spaceless

PieceKind = Literal["paragraph", "heading", "fragment"]
_LONGEST_FRAGMENT = 120
_MOST_FRAGMENT_WORDS = 12
_LONGEST_HEADING = 80
_MOST_HEADING_WORDS = 10
_FEWEST_PROSE_WORDS = 5
_HANGING_WORDS = """
a an and are as at be but by for from had has have he her his if in into is it its of on or our she that the their
they this to was we were when which who will with would v vs и а но в во на с со к о об от для что как
"""
_HANGING = frozenset(_HANGING_WORDS.split())
_BULLET = re.compile(r"[-–—•*·:,;.(]")
_CELL = "\t"
_NUMBER = re.compile(r"[\d\s.,:;%£$€()/+-]+")


def sort_parts(pieces: Sequence[Piece]) -> list[PieceKind]:
    """Sort the pieces of a report, in order, by what they are.

    A heading is one short line without a closing mark, directly above prose or a table's row. Two or more such lines
    in a row are a list, a team's players or a prize's winners: facts stand there, so its lines are kept. A bare
    number or a lone word, from which nobody could learn anything, is a mere fragment. Where words have no space
    between them, a short line may be a whole paragraph (Thai has no stops, Japanese speech ends in a bracket): it is
    one, unless marked.
    """
    loose = [_is_fragment(piece) for piece in pieces]
    parts: list[PieceKind] = []
    for number, piece in enumerate(pieces):
        alone = not (loose[number - 1] if number else False)
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        marked = piece.text.startswith("#")
        if following and (marked or (loose[number] and alone and _is_heading(piece, following))):
            parts.append("heading")
        else:
            parts.append("fragment" if _is_scrap(piece) else "paragraph")
    return parts


def is_labelled(piece: Piece) -> bool:
    """Return whether a piece is no part of the report by its label; below the head, a dated item can be one."""
    return piece.label is not None and piece.label.kind != "dated item"


def _is_fragment(piece: Piece) -> bool:
    short = len(piece.text) <= _LONGEST_FRAGMENT and count_words(piece.plain) <= _MOST_FRAGMENT_WORDS
    if is_labelled(piece):
        return piece.label is not None and piece.label.kind in {"date line", "time"}
    return short and not is_closed(piece.text) and not is_open(piece.text)


def _is_heading(piece: Piece, following: Piece) -> bool:
    plain = piece.plain
    words = plain.split()
    if is_labelled(piece) or len(plain) > _LONGEST_HEADING or len(words) > _MOST_HEADING_WORDS or _is_number(plain):
        return False
    if _CELL in piece.text and not _is_number(piece.text.partition(_CELL)[0]):
        return False  # the head of a table; "1.<tab>Trade" is a heading
    if is_spaceless(plain) or plain[0].islower() or _BULLET.match(plain) or words[-1].lower() in _HANGING:
        return False
    return _is_prose(following) or (_CELL in following.text and _CELL not in piece.text)


def _is_prose(piece: Piece) -> bool:
    if is_labelled(piece) or _is_fragment(piece) or count_words(piece.text[:200]) < _FEWEST_PROSE_WORDS:
        return False
    return not piece.text[0].islower() and _BULLET.match(piece.text) is None


def _is_scrap(piece: Piece) -> bool:
    if len(piece.text) > _LONGEST_FRAGMENT:
        return False
    return _is_number(piece.text) or (count_words(piece.text) == 1 and not is_closed(piece.text))


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None
