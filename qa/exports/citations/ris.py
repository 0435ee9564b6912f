"""RIS, for reference managers: https://en.wikipedia.org/wiki/RIS_(file_format)."""

import datetime
from collections.abc import Iterable, Iterator

from qa.articles.author_list import authors
from qa.articles.dates import full_date
from qa.articles.plain_text import in_one_line
from qa.exports.citations.citation import Citation
from qa.exports.citations.clipboard import cited_address, date_words, place_words


def ris(citations: Iterable[Citation]) -> str:
    """Write each citation as an entry of a newspaper.

    A line is a value, so each is its plain copy in one line, and each author has one. A date without its year or its
    day is words in a note (N1), for no field of dates can hold it; the quote stands where an abstract does (N2).
    """
    return "".join(f"{line}\r\n" for it in citations for line in _entry(it))


def _entry(citation: Citation) -> Iterator[str]:
    yield "TY  - NEWS"
    for tag, value in _fields(citation):
        if value:
            yield f"{tag}  - {value}"
    yield "ER  - "
    yield ""


def _fields(citation: Citation) -> Iterator[tuple[str, str | None]]:
    date, address = full_date(citation.date), cited_address(citation.url)
    yield "ID", citation.passage_id
    yield "TI", _line(citation.headline)
    for author in authors(in_one_line(citation.author or "")):
        yield "AU", author
    yield "T2", _line(citation.outlet)
    yield "JO", _line(citation.outlet)
    yield "SE", _line(citation.section)
    if date is not None:
        yield "DA", _slashed(date)
        yield "PY", f"{date.year:04}"
    yield "UR", address and address.replace(";", "%3B")  # a semicolon separates addresses
    yield "Y2", _slashed(citation.retrieved)
    yield "N2", _line(citation.quote)
    yield "N1", _line(place_words(citation))
    if date is None:
        yield "N1", _line(date_words(citation))


def _line(text: str | None) -> str:
    return in_one_line(text or "")


def _slashed(date: datetime.date) -> str:
    return f"{date.isoformat().replace('-', '/')}/"
