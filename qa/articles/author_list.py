"""Part the names of several authors that an article states in one line."""

import re

from qa.articles.byline_parts import BETWEEN_NAMES, goes_with_name
from qa.articles.names import is_agency, is_person

_BETWEEN = re.compile(BETWEEN_NAMES)
_COMMA = re.compile(r"\s*,\s*")
_SINGLE = re.compile(r"[^\W\d_a-zа-яё][\w'’-]*")
_ORGANISATION = re.compile(
    r"\b(?:administration|agency|association|board|bureau|cent(?:er|re)|college|commission|committee|company|council|"
    r"department|executive|federation|foundation|fund|group|institute|ministry|network|office|organi[sz]ation|partners|"
    r"service|society|sons|union|university|co|ltd|inc|агентств\w*|ассоциаци\w*|комитет\w*|министерств\w*|институт\w*|"
    r"служб\w*|союз\w*|центр\w*|министрлі\w*|орталы\w*|қор\w*)\b",
    re.IGNORECASE,
)


def authors(stated: str) -> tuple[str, ...]:
    """Return each author that a line names; the line as it is where any part of it may be no whole name.

    "Ministry of Culture and Sport" is one, so is "Lee, Ann"; "Ann Lee, Jr., Bo Carr, PhD and Cy Dunn" are three.
    """
    if _ORGANISATION.search(stated):
        return (stated,)
    first, *others = ((part, _whole_names(part)) for part in _BETWEEN.split(stated))
    if not first[1] or not all(names or _SINGLE.fullmatch(part) for part, names in others):
        return (stated,)
    return tuple(name for part, names in (first, *others) for name in names or (part,))


def _whole_names(part: str) -> tuple[str, ...]:
    """Return the names that commas part, each with what goes with it; none where something else stands there."""
    surname, *given = stretches = _COMMA.split(part)
    if given and _SINGLE.fullmatch(surname) and not is_agency(surname):
        inverted = is_person(f"{given[0]} {surname}") and all(map(goes_with_name, given[1:]))
        return (part,) if inverted else ()
    names: list[str] = []
    for stretch in stretches:
        if names and goes_with_name(stretch):
            names[-1] = f"{names[-1]}, {stretch}"
        elif is_person(stretch) or is_agency(stretch):
            names.append(stretch)
        else:
            return ()
    return tuple(names)
