"""The names of outlets and places, as articles state them, made comparable and fit to be shown."""

from collections.abc import Collection, Iterable, Mapping

from qa.articles.letters import folded
from qa.articles.plain_text import plain

FOLDING = 3
"""Raise this when the same name would be folded otherwise: derived files hold folded names, and are rebuilt then."""


def fold(name: str | None) -> str:
    """Fold a name, so that it compares the same as stated and as shown, whatever its case and surrounding space.

    Its letters are folded as those of words are: İ is i, ё is е, and an accent is none.
    """
    return folded(shown_name(name))


def as_given(names: Iterable[str], folded: Collection[str]) -> list[str]:
    """Return those of some names that are among folded ones."""
    return [name for name in names if fold(name) in folded]


def shown_name(name: str | None) -> str:
    """Return a name as it is shown, its space tidied; "" where none is stated."""
    stated = name or ""
    while (shown := plain(stated)) != stated:  # "AT&amp;amp;T" is shown as "AT&amp;T", which may be asked for
        stated = shown
    return " ".join(stated.split())


def shown_places(place: str | None) -> tuple[str, ...]:
    """Return each place that an article states, as it is shown: "ASTANA/MOSCOW" is two."""
    whole = shown_name(place)
    parts = (part.strip() for part in whole.split("/"))
    return tuple(part for part in parts if part) or ((whole,) if whole else ())


def places_in(folded: str) -> tuple[str, ...]:
    """Return the names that a place, folded, answers to: "astana/moscow" is the whole and each of the two."""
    parts = (part.strip() for part in folded.split("/"))
    return tuple(dict.fromkeys(name for name in (folded, *parts) if name))


def commonest(spellings: Mapping[str, int]) -> str:
    """Choose among the spellings of a name, each with how often it occurs; of several, the first by its letters."""
    return min(spellings, key=lambda name: (-spellings[name], name))
