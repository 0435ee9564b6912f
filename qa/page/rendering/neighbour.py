"""Render the paragraph before or after a passage."""

from collections.abc import Sequence

from qa.page.rendering.escaping import escaped
from qa.page.rendering.source_line import paragraph
from qa.page.words.words import Words
from qa.records import Passage

STEPS = {"previous": -1, "following": 1}


def neighbour(passages: Sequence[Passage], of: str, which: str, words: Words) -> str:
    """Return the next passage in a direction as HTML, with the id to go on from where there are more."""
    at = next((place for place, it in enumerate(passages) if it.id == of), None)
    step = STEPS[which]
    if at is None or not 0 <= at + step < len(passages):
        end = words.card.no_previous if step < 0 else words.card.no_following
        return f'<div class="fetched"><p class="note">{end}</p></div>'
    found = passages[at + step]
    further = f' data-of="{escaped(found.id)}"' if 0 <= at + 2 * step < len(passages) else ""
    count = max(it.number for it in passages)
    where = paragraph(found.number, count, found.heading, words)
    return (
        f'<div class="fetched"{further}><p class="source">{where}</p>'
        f'<p class="beside" dir="auto">{escaped(found.text)}</p></div>'
    )
