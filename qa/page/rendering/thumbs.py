"""Render the two thumbs by which a visitor judges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qa.evaluation.judgements import Thumb
from qa.page.rendering.escaping import Html
from qa.records import Verdict

_THUMB = Html(
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 10.5v9.5H3.5v-9.5zM7 11.5 11 3.5c1.6 0 2.7 1.1 2.4 '
    '2.8L12.7 9.5h6a2 2 0 0 1 2 2.4l-1.3 6.5A2 2 0 0 1 17.4 20H7"/></svg>'
)
_SAYS: Mapping[bool | None, str] = {True: "yes", False: "no", None: ""}


@dataclass(frozen=True, slots=True)
class Pressed:
    """Which thumbs are shown as pressed, for a visitor has pressed them: "yes", "no" or nothing."""

    verdict: str = ""
    passages: Mapping[str, str] = field(default_factory=dict)
    """By the words of the passage, which outlive its id."""


def pressed(given: Sequence[Thumb], verdict: Verdict) -> Pressed:
    """Return which thumbs are pressed for a question; whether its verdict is right depends on what it is now.

    A judgement that there is no answer is dropped once a passage is judged to answer.
    """
    answerable, passages = None, dict[str, str]()
    for thumb in given:
        if thumb.passage is None:
            answerable = thumb.answers
        else:
            passages[thumb.passage] = _SAYS[thumb.answers]
            answerable = None if thumb.answers and answerable is False else answerable
    return Pressed("" if answerable is None else _SAYS[answerable == (verdict != "none")], passages)


def thumbs(of: str, right: str, wrong: str, says: str) -> Html:
    """Return buttons that say yes or no of a passage, by its id, or of the verdict, and take it back."""
    return Html('<span class="thumbs">{}{}</span>').format(
        _thumb(of, "yes", right, says), _thumb(of, "no", wrong, says)
    )


def _thumb(of: str, means: str, text: str, says: str) -> Html:
    return Html(
        '<button type="button" class="thumb" data-judges="{of}" data-says="{means}" '
        'aria-pressed="{pressed}" title="{text}" aria-label="{text}">{picture}</button>'
    ).format(of=of, means=means, pressed="true" if means == says else "false", text=text, picture=_THUMB)
