"""Separate an article's paragraphs from what merely stands around them."""

from collections.abc import Sequence

from qa.articles.blocks import Piece, is_closed
from qa.articles.closing import Closing
from qa.articles.furniture import is_credited_caption
from qa.articles.headings import is_labelled, sort_parts
from qa.articles.opening import Opening
from qa.articles.scripts import count_words

_REASONS = {"links": "page furniture", "time": "fragment", "source": "publisher"}
_MOST_LINK_WORDS = 25
_LONGEST_CAPTION = 400


def classify(pieces: Sequence[Piece], opening: Opening, closing: Closing) -> tuple[str, ...]:
    """Return for each piece "paragraph", or why it is none."""
    labels = ((number, piece.label.kind) for number, piece in enumerate(pieces) if piece.label)
    reasons = {number: _REASONS.get(kind, str(kind)) for number, kind in labels if kind != "dated item"}
    reasons |= opening.reasons | closing.reasons
    for number in _find_links(pieces):
        reasons.setdefault(number, "page furniture")
    unsorted = [number for number in range(len(pieces)) if number not in reasons]
    for number in _find_captions(pieces, unsorted):
        reasons[number] = "caption"

    sortable = [
        number
        for number, piece in enumerate(pieces)
        if number not in reasons or (piece.label and piece.label.kind in {"date line", "time"})
    ]
    # Dates above the first line of the report are the article's; below, they are items of a list.
    first = next((place for place, number in enumerate(sortable) if not is_labelled(pieces[number])), len(sortable))
    sortable = [number for number in sortable[first:] if number != opening.first.get("standfirst")]
    for number, part in zip(sortable, sort_parts([pieces[number] for number in sortable]), strict=True):
        if part != "paragraph":
            reasons.setdefault(number, part)
    if len(reasons) == len(pieces) and "title" in opening.first:
        del reasons[opening.first["title"]]  # a title with nothing below it is all there is to find
    return tuple(reasons.get(number, "paragraph") for number in range(len(pieces)))


def _find_links(pieces: Sequence[Piece]) -> list[int]:
    """Find the titles of other articles that follow a line like "Read also:", in its block or as the next one."""
    found: list[int] = []
    for number, piece in enumerate(pieces[:-1]):
        if piece.label is None or piece.label.kind != "links":
            continue
        first = pieces[number + 1]
        for place in range(number + 1, len(pieces)):
            other = pieces[place]
            if other.label or other.block != first.block or is_closed(other.text):
                break
            if count_words(other.plain) > _MOST_LINK_WORDS:
                break
            found.append(place)
    return found


def _find_captions(pieces: Sequence[Piece], numbers: Sequence[int]) -> set[int]:
    """Find the captions among some pieces: said twice in a row, directly above a credit, or with one at the end."""
    captions: set[int] = set()
    for place, number in enumerate(numbers):
        piece = pieces[number]
        if len(piece.text) > _LONGEST_CAPTION:
            continue
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if (
            place + 1 < len(numbers)
            and pieces[numbers[place + 1]].text == piece.text
            and numbers[place + 1] == number + 1
        ):
            # A whole sentence that a bad save repeats may be the report's: it stays once.
            captions |= {number + 1} if is_closed(piece.text) else {number, number + 1}
        elif after and after.label and after.label.kind == "photo credit":
            if not is_closed(piece.text) or after.block == piece.block:
                captions.add(number)
        elif is_credited_caption(piece.text):
            captions.add(number)
    return captions
