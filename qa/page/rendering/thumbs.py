"""Render the two thumbs by which a visitor judges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qa.evaluation.judgements import Thumb
from qa.page.rendering.escaping import Html
from qa.page.rendering.icons import icon
from qa.records import Verdict

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
    ).format(of=of, means=means, pressed="true" if means == says else "false", text=text, picture=icon("answers"))
