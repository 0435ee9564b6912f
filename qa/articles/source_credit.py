"""Read the lines that say whose material an article is."""

import re
from dataclasses import dataclass

from qa.articles.names import is_publisher
from qa.articles.plain_text import LONGEST_LINE
from qa.articles.scripts import count_words, is_small

_SOURCE = re.compile(
    r"(?:(?P<lead>source|original source|источник|based on materials (?:from|of|by)|with materials from|по материалам|"
    r"дереккөз)\s*:?\s+|(?P<marked>quelle|fuente|fonte|bron|źródło|kaynak|джерело|المصدر|منبع|[来來]源|出典|출처)\s?:\s*)"
    r"(?P<outlet>\S.{0,78}?)\.?",
    re.IGNORECASE,
)
_SOURCE_END = re.compile(
    r"\s*(?:\||\beditor:|\bредактор:|\s(?:作者|[记記]者|[责責]?任?[编編][辑輯])\s?:|\d{4}-\d\d-\d\d)", re.IGNORECASE
)
_MOST_OUTLET_WORDS = 6


@dataclass(frozen=True, slots=True)
class SourceCredit:
    """A line that says whose material the article is; its outlet is None where it is no name."""

    outlet: str | None


def read_source(line: str) -> SourceCredit | None:
    """Read a line like "Source: Xinhua" or "Based on materials from the ministry"; only a name is an outlet."""
    match = _SOURCE.fullmatch(line) if len(line) <= LONGEST_LINE else None
    if match is None or line.endswith((",", ";", ":")):
        return None
    outlet = _SOURCE_END.split(match["outlet"])[0].strip(" .\u00a0")
    begins = outlet[:1].isalpha() and not is_small(outlet[0])
    named = is_publisher(outlet) or (begins and count_words(outlet) <= _MOST_OUTLET_WORDS)
    if not named and (match["marked"] or match["lead"].lower() in {"source", "original source", "источник"}):
        return None
    return SourceCredit(outlet if named else None)
