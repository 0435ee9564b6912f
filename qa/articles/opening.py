"""Read what stands above the report: section, title, byline, date line, repeated title."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from qa.articles.beside_dates import is_day
from qa.articles.blocks import Piece, ends_as_prose, is_closed
from qa.articles.byline import Byline, begins_as_byline, read_signature
from qa.articles.date_line import DateLine
from qa.articles.dateline import read_dateline
from qa.articles.field_lines import FieldLine
from qa.articles.names import is_place, is_publisher, is_section
from qa.articles.near_dates import (
    LONGEST_TITLE,
    has_date_behind,
    is_above_date,
    is_beside_date,
    is_fixture,
    is_in_head,
    is_listed,
    is_near_date,
    is_standfirst,
)
from qa.articles.person_or_place import is_named_as_place, sort_name
from qa.articles.plain_text import in_one_line
from qa.articles.scripts import with_ascii_marks

Role = Literal["title", "section", "publisher", "place", "byline", "date line", "standfirst", "caption", "field"]
_FIELD_ROLES: Mapping[str, Role] = {
    "title": "title",
    "outlet": "publisher",
    "date": "date line",
    "updated": "date line",
    "author": "byline",
    "place": "place",
    "section": "section",
}
_PARTED = frozenset(",:")
_MOST_TITLE_WORDS = 32
_MOST_PUBLISHER_WORDS = 3
_MOST_BYLINE_WORDS = 4


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
    titled = next((number for number, piece in enumerate(pieces) if piece.field and piece.field.field == "title"), -1)
    for number, piece in enumerate(pieces):
        if piece.field:
            _take_field(opening, piece.field, number)
            continue
        if piece.label:
            _read_labelled(opening, pieces, number)
            continue
        if number < titled:
            continue
        above = "title" not in opening.first
        role = _role_above_title(opening, pieces, number) if above else _role_below_title(opening, pieces, number)
        if role is None and not above and is_in_head(pieces, number):
            continue  # what is not understood hides no date below it
        if role is None:
            break
        opening.roles[number] = role
        opening.first.setdefault(role, number)
    return opening


def _take_field(opening: Opening, line: FieldLine, number: int) -> None:
    role = opening.roles[number] = _FIELD_ROLES.get(line.field, "field")
    if role in {"title", "section"}:
        opening.first.setdefault(role, number)


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
    if is_beside_date(pieces, number):
        if is_publisher(plain) and not is_section(plain):
            return "publisher"
        named = is_place(plain, in_capitals=True) or (is_named_as_place(plain) and is_near_date(pieces, number))
        if named and len(plain) > 3 and not is_section(plain):
            return "place"
    if "section" not in opening.first and lead and _is_section(pieces, number):
        return "section"
    if lead and is_standfirst(piece) and not (begins_as_byline(plain) and has_date_behind(pieces, number)):
        return "standfirst"
    return "caption" if _is_caption(pieces, number) else None


def _read_labelled(opening: Opening, pieces: Sequence[Piece], number: int) -> None:
    label = pieces[number].label
    if label is None:
        return
    if label.byline and (label.kind != "photo credit" or is_near_date(pieces, number)):
        opening.bylines.append(label.byline)
    if label.kind == "source":
        opening.bylines.append(Byline(None, label.outlet))
    if label.kind == "publisher" and label.outlet:
        opening.outlets.append(label.outlet)
    if label.place:
        opening.places.append(label.place)
    if label.date_line and not is_listed(pieces, number):
        lead = "standfirst" in opening.first
        beside = not lead or label.date_line.explicit or _is_below_standfirst(opening, pieces, number)
        if beside and not is_fixture(pieces, number):
            opening.dates.append(label.date_line)
            if changed := label.date_line.changed:
                opening.dates.append(DateLine(changed, updated=True))
            if label.kind == "dated item":
                opening.roles[number] = "date line"


def _is_below_standfirst(opening: Opening, pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a date below a standfirst is still the head's.

    It is in the title's block, directly below an open line, or below a byline.
    """
    title, above = opening.first.get("title"), pieces[number - 1]
    in_block = title is not None and pieces[title].block == pieces[number].block
    if opening.roles.get(number - 1) == "byline" or (above.label and above.label.kind == "byline"):
        return True
    return in_block or (number - 1 == opening.first["standfirst"] and not is_closed(above.text))


def _is_title(pieces: Sequence[Piece], number: int) -> bool:
    plain = pieces[number].plain
    if len(pieces[number].text) > LONGEST_TITLE or len(plain.split()) > _MOST_TITLE_WORDS:
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
    if not (is_near_date(pieces, number) or below_title):
        return False
    signature = read_signature(shown)
    if is_closed(shown):
        near = is_near_date(pieces, number) or has_date_behind(pieces, number)
        return near and signature is not None and _take_closed(opening, signature, shown)
    if signature is None:
        return labelled
    if not labelled and (
        is_place(shown, in_capitals=True) or (signature.author == shown and sort_name(shown) == "place")
    ):
        return False
    opening.bylines.append(signature)
    return True


def _take_closed(opening: Opening, signature: Byline, shown: str) -> bool:
    """Read a byline that ends as a sentence does; one that names nobody is a sentence, unless it is short."""
    named = signature.author is not None or signature.outlet is not None
    if named or len(shown.split()) <= _MOST_BYLINE_WORDS:
        opening.bylines.append(signature)
    return named or len(shown.split()) <= _MOST_BYLINE_WORDS


def _is_section(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a line is a section: a known one, or a short capitalised line above the date in one block."""
    plain = pieces[number].plain
    if is_section(plain):
        return True
    short = len(plain) <= 40 and len(plain.split()) <= 4 and plain[0].isupper() and not _PARTED.intersection(plain)
    return short and is_above_date(pieces, number) and not is_closed(plain) and not is_day(plain)


def _is_caption(pieces: Sequence[Piece], number: int) -> bool:
    """Return whether a line is a caption by what follows it: a credit, or the same words again."""
    if number + 1 >= len(pieces) or len(pieces[number].text) > 2 * LONGEST_TITLE:
        return False
    following = pieces[number + 1]
    credited = following.label is not None and following.label.kind == "photo credit"
    repeated = pieces[number].text in (following.text, pieces[number - 1].text)
    return credited or (repeated and not is_closed(pieces[number].text))
