"""Read what stands above the report: section, title, byline, date line, repeated title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Literal

from qa.articles.beside_dates import is_day
from qa.articles.blocks import Piece, ends_as_prose, is_closed
from qa.articles.byline import Byline, begins_as_byline, read_signature
from qa.articles.date_line import DateLine
from qa.articles.dateline import read_dateline
from qa.articles.names import is_person, is_place, is_publisher, is_section
from qa.articles.plain_text import in_one_line
from qa.articles.scripts import with_ascii_marks

Role = Literal["title", "section", "publisher", "place", "byline", "date line", "standfirst", "caption"]
_BULLET = re.compile(r"[-–—•*·]\s")
_DATED = ("date line", "dated item")
_LONGEST_TITLE = 200
_MOST_TITLE_WORDS = 32
_MOST_PUBLISHER_WORDS = 3
_LINES_AHEAD = 10
_PROSE = 80  # characters; a piece as long as this that ends as a sentence is of the report
_FEWEST_STANDFIRST_WORDS = 5


@dataclass(slots=True)
class Opening:
    """What the lines above the report say; pieces are named by their numbers."""

    roles: dict[int, Role] = field(default_factory=dict)
    first: dict[Role, int] = field(default_factory=dict)
    """The first piece of each role."""
    dates: list[DateLine] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @property
    def reasons(self) -> dict[int, str]:
        """Why pieces of the opening, by their numbers, are no paragraphs; captions are found later."""
        return {number: role for number, role in self.roles.items() if role not in {"standfirst", "caption"}}


def read_opening(pieces: Sequence[Piece]) -> Opening:
    """Read the opening: it ends where prose begins, or a list of fragments such as a fixture's venue and time.

    An article's date stands above its title, or below it with nothing but a section, a byline or a picture
    between; further down a bare date is the report's own, unless its line says "Published".
    """
    opening = Opening()
    for number, piece in enumerate(pieces):
        if piece.label:
            _read_labelled(opening, pieces, number)
            continue
        above = "title" not in opening.first
        role = _role_above_title(opening, pieces, number) if above else _role_below_title(opening, pieces, number)
        if role is None and not above and _is_in_head(pieces, number):
            continue  # what is not understood hides no date below it
        if role is None:
            break
        opening.roles[number] = role
        opening.first.setdefault(role, number)
    return opening


def _role_above_title(opening: Opening, pieces: Sequence[Piece], number: int) -> Role | None:
    plain = pieces[number].plain
    if "section" not in opening.first and is_section(plain) and _has_title_after(pieces, number):
        return "section"
    if is_publisher(plain) and len(plain.split()) <= _MOST_PUBLISHER_WORDS and _has_title_after(pieces, number):
        return "publisher"
    return "title" if _is_title(pieces, number) else None


def _role_below_title(opening: Opening, pieces: Sequence[Piece], number: int) -> Role | None:
    piece = pieces[number]
    plain = piece.plain
    lead = "standfirst" not in opening.first
    if plain == pieces[opening.first["title"]].plain:
        return "title"
    if _is_signature(opening, pieces, number):
        return "byline"
    if _is_beside_date(pieces, number):
        if is_publisher(plain) and not is_section(plain):
            return "publisher"
        if is_place(plain, in_capitals=True) and len(plain) > 3 and not is_section(plain):
            return "place"
    if "section" not in opening.first and lead and _is_section(pieces, number):
        return "section"
    if lead and _is_standfirst(piece):
        return "standfirst"
    return "caption" if _is_caption(pieces, number) else None


def _read_labelled(opening: Opening, pieces: Sequence[Piece], number: int) -> None:
    label = pieces[number].label
    if label is None:
        return
    if label.byline and (label.kind != "photo credit" or _is_near_date(pieces, number)):
        opening.bylines.append(label.byline)
    if label.kind == "source":
        opening.bylines.append(Byline(None, label.outlet))
    if label.kind == "publisher" and label.outlet:
        opening.outlets.append(label.outlet)
    if label.place:
        opening.places.append(label.place)
    if label.date_line and not _is_listed(pieces, number):
        lead = "standfirst" in opening.first
        beside = not lead or label.date_line.explicit or _is_below_standfirst(opening, pieces, number)
        if beside and not _is_fixture(pieces, number):
            opening.dates.append(label.date_line)
            if label.kind == "dated item":
                opening.roles[number] = "date line"


def _is_below_standfirst(opening: Opening, pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date below a standfirst is still the head's: in the title's block, or below an open line."""
    title, above = opening.first.get("title"), pieces[number - 1]
    in_block = title is not None and pieces[title].block == pieces[number].block
    return in_block or (number - 1 == opening.first["standfirst"] and not is_closed(above.text))


def _is_listed(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a dated item is a list's or a chronology's: others follow it, or it has a bullet."""
    date = _dated_item(pieces[number])
    if date is None:
        return False
    if len(date) == len("2022-12"):
        return any(len(_dated_item(piece) or "") == len(date) for piece in pieces[number + 1 :])
    following = _dated_item(pieces[number + 1]) if number + 1 < len(pieces) else None
    return _BULLET.match(pieces[number].text) is not None or following not in {None, date}


def _dated_item(piece: Piece) -> str | None:
    """Return the date of a dated item that is no update."""
    line = piece.label.date_line if piece.label and piece.label.kind == "dated item" else None
    return line.date if line and not line.updated else None


def _is_fixture(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date is a match's: a bare time, or fragments that are no captions, stand around it."""
    fragments = 0
    for piece in pieces[number + 1 : number + 1 + _LINES_AHEAD]:
        if piece.label and piece.label.kind == "time":
            return True
        if piece.label is None:
            if is_closed(piece.text) or len(piece.text) > _LONGEST_TITLE or _is_standfirst(piece):
                break
            fragments += 1
    return fragments > 3


def _is_title(pieces: Sequence[Piece], number: int) -> bool:
    plain = pieces[number].plain
    if len(pieces[number].text) > _LONGEST_TITLE or len(plain.split()) > _MOST_TITLE_WORDS:
        return False
    if not any(piece.label is None for piece in pieces[number + 1 :]) or read_dateline(plain):
        return False
    return pieces[number].text.startswith("#") or not ends_as_prose(plain)


def _has_title_after(pieces: Sequence[Piece], number: int) -> bool:
    following = next((n for n in range(number + 1, len(pieces)) if pieces[n].label is None), None)
    return following is not None and _is_title(pieces, following) and not is_section(pieces[following].plain)


def _is_signature(opening: Opening, pieces: Sequence[Piece], number: int) -> bool:
    """Read a line beside a date, or one that begins as a byline below the title, that names who wrote the article."""
    shown = with_ascii_marks(in_one_line(pieces[number].plain))
    labelled = begins_as_byline(shown)
    title = opening.first["title"]
    below_title = number - 1 == title and (labelled or pieces[title].block == pieces[number].block)
    if is_closed(shown) or not (_is_near_date(pieces, number) or below_title):
        return False
    signature = read_signature(shown)
    if signature is None:
        return labelled
    if not labelled and is_place(shown, in_capitals=True):
        return False
    opening.bylines.append(signature)
    return True


def _is_section(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a line is a section: a known one, or a short capitalised line above the date in one block."""
    plain = pieces[number].plain
    if is_section(plain):
        return True
    short = len(plain) <= 40 and len(plain.split()) <= 4 and plain[0].isupper() and "," not in plain
    return short and _is_above_date(pieces, number) and not is_closed(plain) and not is_day(plain)


def _is_above_date(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether the next line of the block is a date."""
    after = _date_at(pieces, number + 1)
    return after is not None and after.block == pieces[number].block


def _is_near_date(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date is the next line, in whatever block, or the line before in the same one."""
    before = _date_at(pieces, number - 1)
    beside = before is not None and (before.block == pieces[number].block or _is_alone_above_report(pieces, number))
    return _date_at(pieces, number + 1) is not None or beside


def _is_alone_above_report(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a line is one person's name, and prose follows it: a heading's words have small letters too."""
    after = next((it.text for it in pieces[number + 1 : number + 4] if it.label is None), "")
    person = is_person(pieces[number].plain) and not is_section(pieces[number].plain)
    return person and len(after) >= _PROSE and is_closed(after)


def _is_in_head(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date follows an open line, in its block or as the next line."""
    if is_closed(pieces[number].text) or _date_at(pieces, number + 1):
        return not is_closed(pieces[number].text)
    following = pieces[number + 1 : number + 1 + _LINES_AHEAD]
    block = takewhile(lambda piece: piece.block == pieces[number].block, following)
    return any(piece.label and piece.label.kind in _DATED for piece in block)


def _date_at(pieces: Sequence[Piece], number: int) -> Piece | None:
    if not 0 <= number < len(pieces):
        return None
    label = pieces[number].label
    dated = label and label.kind in _DATED and not _is_fixture(pieces, number) and not _is_listed(pieces, number)
    return pieces[number] if dated else None


def _is_beside_date(pieces: Sequence[Piece], number: int) -> bool:
    around = [pieces[near].label for near in (number - 1, number + 1) if 0 <= near < len(pieces)]
    return any(label is not None and label.kind in {*_DATED, "byline", "publisher"} for label in around)


def _is_standfirst(piece: Piece) -> bool:
    return len(piece.plain.split()) >= _FEWEST_STANDFIRST_WORDS and len(piece.text) <= 2 * _LONGEST_TITLE


def _is_caption(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a line is a caption by what follows it: a credit, or the same words again."""
    if number + 1 >= len(pieces) or len(pieces[number].text) > 2 * _LONGEST_TITLE:
        return False
    following = pieces[number + 1]
    credited = following.label is not None and following.label.kind == "photo credit"
    repeated = pieces[number].text in (following.text, pieces[number - 1].text)
    return credited or (repeated and not is_closed(pieces[number].text))
