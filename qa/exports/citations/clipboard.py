"""A quote with its source as plain text for the clipboard, and the phrases that other formats share with it."""

import re

from qa.articles.dates import as_stated
from qa.articles.plain_text import in_one_line, plain
from qa.articles.web_address import web_address
from qa.exports.citations.citation import Citation

_UNSAFE = re.compile(r'[\s{}\\<>"^`|]')


def as_text(citation: Citation) -> str:
    """Write a quote with its source as plain text.

    The quote is its plain copy, as it is displayed: every word and line break, without hidden characters.
    """
    source = [
        in_one_line(citation.author or ""),
        f"“{headline}”" if (headline := in_one_line(citation.headline or "")) else "",
        in_one_line(citation.outlet or ""),
        in_one_line(date_words(citation)),
        source_place(citation),
        in_one_line(citation.url or ""),
    ]
    return f"“{plain(citation.quote)}” — {', '.join(part for part in source if part)} ({retrieved_words(citation)})"


def date_words(citation: Citation) -> str:
    """Write the date as stated: "10 December 2022", "22 October, year not stated"; nothing where there is none."""
    return as_stated(citation.date) if citation.date else ""


def source_place(citation: Citation) -> str:
    """Write which paragraph the quote is from, and of which file where nothing else names the source."""
    return f"paragraph {citation.paragraph}" if names_source(citation) else in_one_line(place_words(citation))


def names_source(citation: Citation) -> bool:
    """Return whether the article states what it is called, where it appeared, or its address."""
    return any(map(in_one_line, (citation.headline or "", citation.outlet or "", citation.url or "")))


def place_words(citation: Citation) -> str:
    """Write where in the archive the quote stands, the file as it is named."""
    return f"paragraph {citation.paragraph} of {citation.file}"


def retrieved_words(citation: Citation) -> str:
    """Write on which day the archive was asked."""
    return f"retrieved {as_stated(citation.retrieved.isoformat())}"


def cited_address(url: str | None) -> str | None:
    """Return an address of the web, escaped where a format would misread it; None for any other."""
    address = web_address(url or "")
    return address and _UNSAFE.sub(lambda it: "".join(f"%{byte:02X}" for byte in it[0].encode()), address)
