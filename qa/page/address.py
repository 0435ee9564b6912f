"""Read and write the page's address: the part of a link that says what is shown."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

LONGEST_ADDRESS = 50_000
"""In characters; what is cut off is far beyond the longest question."""
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a passage's text, in characters: the sentence that a link points at."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Address:
    """What a link asks the page to show: a search, a passage in its article, or both."""

    question: str | None = None
    passage: str | None = None
    sentence: Span | None = None


def parse(address: str) -> Address:
    """Read `?q=…&passage=…&sentence=…`; what is not understood is left out."""
    try:
        fields = parse_qs(address[:LONGEST_ADDRESS].removeprefix("?"), keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return Address()
    return Address(
        question=fields["q"][0] if "q" in fields else None,
        passage=fields["passage"][0] if "passage" in fields else None,
        sentence=_parse_span(fields["sentence"][0]) if "sentence" in fields else None,
    )


def link(address: Address) -> str:
    """Write the address as a link relative to the page."""
    fields = {
        "q": address.question,
        "passage": address.passage,
        "sentence": None if address.sentence is None else f"{address.sentence.start}-{address.sentence.end}",
    }
    said = {name: value.encode("utf-8", "replace") for name, value in fields.items() if value is not None}
    return "?" + urlencode(said)


def _parse_span(text: str) -> Span | None:
    match = _SPAN.fullmatch(text)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return Span(int(match[1]), int(match[2]))
