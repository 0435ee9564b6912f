"""Read what stands above the report: section, title, byline, date line, repeated title."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from qa.articles.blocks import Piece, is_closed, is_open
from qa.articles.byline import Byline, DateLine
from qa.articles.dateline import read_dateline
from qa.articles.names import is_agency, is_person
from qa.articles.rubric import is_rubric

_LONGEST_TITLE = 200
_MOST_TITLE_WORDS = 32
_FEWEST_STANDFIRST_WORDS = 5
_ABBREVIATIONS = ("Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "etc.", "v.", "vs.", "No.")


@dataclass(slots=True)
class Opening:
    """What the lines above the report say; pieces are named by their numbers."""

    title: int | None = None
    repeated: list[int] = field(default_factory=list)
    section: int | None = None
    outlet: int | None = None
    byline: int | None = None
    standfirst: int | None = None
    dates: list[DateLine] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)

    @property
    def reasons(self) -> dict[int, str]:
        """Why pieces of the opening, by their numbers, are no paragraphs."""
        named = {"title": self.title, "section": self.section, "publisher": self.outlet, "byline": self.byline}
        reasons = {number: reason for reason, number in named.items() if number is not None}
        return reasons | dict.fromkeys(self.repeated, "title")


def read_opening(pieces: Sequence[Piece]) -> Opening:
    """Read the opening: it ends where prose begins, or a list of fragments such as a fixture's venue and time.

    An article's date stands above its title, or below it with nothing but a section, a byline or a picture
    between; further down a bare date is the report's own, unless its line says "Published".
    """
    opening = Opening()
    for number, piece in enumerate(pieces):
        if piece.label:
            _read_labelled(opening, pieces, number)
        elif opening.title is None:
            if opening.section is None and is_rubric(piece.plain) and _has_title_after(pieces, number):
                opening.section = number
            elif opening.outlet is None and is_agency(piece.plain) and _has_title_after(pieces, number):
                opening.outlet = number
            elif _is_title(pieces, number):
                opening.title = number
            else:
                break
        elif piece.plain == pieces[opening.title].plain:
            opening.repeated.append(number)
        elif opening.section is None and opening.standfirst is None and _is_section(pieces, number):
            opening.section = number
        elif _is_name_above_date(pieces, number):
            opening.byline = number
        elif opening.standfirst is None and _is_standfirst(piece):
            opening.standfirst = number
        elif not _is_caption(pieces, number):
            break
    return opening


def _read_labelled(opening: Opening, pieces: Sequence[Piece], number: int) -> None:
    label = pieces[number].label
    if label and label.byline:
        opening.bylines.append(label.byline)
    if label and label.date_line:
        line = label.date_line
        beside = opening.standfirst is None or line.explicit
        if beside and not _is_fixture(pieces, number):
            opening.dates.append(line)


def _is_fixture(pieces: Sequence[Piece], number: int) -> bool:
    """Tell a match's date from an article's: a bare time, or fragments that are no captions, stand around it."""
    fragments = 0
    for piece in pieces[number + 1 :]:
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
    marked = pieces[number].text.startswith("#")
    return marked or not _ends_as_prose(plain)


def _ends_as_prose(line: str) -> bool:
    bare = line.rstrip("\"'”’»)] ")
    if is_open(line):
        return not line.endswith(":")
    if not bare.endswith(".") or bare.endswith(("..", *_ABBREVIATIONS)):
        return False
    last = bare.split()[-1]
    return not (last.count(".") > 1 and last.replace(".", "").isupper())


def _has_title_after(pieces: Sequence[Piece], number: int) -> bool:
    following = next((n for n in range(number + 1, len(pieces)) if pieces[n].label is None), None)
    return following is not None and _is_title(pieces, following) and len(pieces[following].plain.split()) > 2


def _is_section(pieces: Sequence[Piece], number: int) -> bool:
    """Tell a section: a newspaper's, or a short capitalised line directly above the date in one block."""
    plain = pieces[number].plain
    if is_rubric(plain):
        return True
    short = len(plain) <= 40 and len(plain.split()) <= 4 and plain[0].isupper() and "," not in plain
    return short and _is_above_date(pieces, number) and not is_person(plain) and not is_closed(plain)


def _is_name_above_date(pieces: Sequence[Piece], number: int) -> bool:
    return is_person(pieces[number].plain) and _is_above_date(pieces, number)


def _is_above_date(pieces: Sequence[Piece], number: int) -> bool:
    if number + 1 >= len(pieces):
        return False
    following = pieces[number + 1]
    return (
        following.block == pieces[number].block and following.label is not None and following.label.kind == "date line"
    )


def _is_standfirst(piece: Piece) -> bool:
    return len(piece.plain.split()) >= _FEWEST_STANDFIRST_WORDS and len(piece.text) <= 2 * _LONGEST_TITLE


def _is_caption(pieces: Sequence[Piece], number: int) -> bool:
    """Tell a caption from what follows it: a credit, or the same words again."""
    if number + 1 >= len(pieces) or len(pieces[number].text) > 2 * _LONGEST_TITLE:
        return False
    following = pieces[number + 1]
    credited = following.label is not None and following.label.kind == "photo credit"
    return credited or following.text == pieces[number].text or pieces[number - 1].text == pieces[number].text
