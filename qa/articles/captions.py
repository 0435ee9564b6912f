"""Tell the captions of pictures from the report's own lines."""

from collections.abc import Sequence

from qa.articles.blocks import Piece, is_closed
from qa.articles.furniture import is_credited_caption

_LONGEST = 400


def find_captions(pieces: Sequence[Piece], numbers: Sequence[int]) -> set[int]:
    """Find the captions among some pieces: said twice in a row, directly above a credit, or with one at the end."""
    captions: set[int] = set()
    for place, number in enumerate(numbers):
        piece = pieces[number]
        if len(piece.text) > _LONGEST:
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
