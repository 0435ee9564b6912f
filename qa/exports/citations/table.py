"""Write citations as CSV, for spreadsheets.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and an article's words can be anybody's:
such a cell, and one that begins with a tab or a line end, gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable

from qa.articles.plain_text import plain
from qa.articles.qa_dates import full_date
from qa.exports.citations.citation import Citation
from qa.exports.citations.source import date_words

HEADER = (
    "quote",
    "headline",
    "outlet",
    "author",
    "date",
    "place",
    "section",
    "paragraph",
    "url",
    "file",
    "passage",
    "passage_id",
    "question",
    "retrieved",
)
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BROKEN_OFF = ("\t", "\n")


def table(citations: Iterable[Citation]) -> str:
    """Write a row for each citation under a row of names; texts are their plain copies, a date without a year is words.

    Excel reads UTF-8 only after a byte order mark: encode it as `utf-8-sig`.
    """
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(HEADER)
    rows.writerows([cell(value) for value in _values(it)] for it in citations)
    return written.getvalue()


def cell(value: str) -> str:
    """Give a value as a spreadsheet shows it and never computes it."""
    shown = plain(value)
    if shown.startswith(_BROKEN_OFF) or shown.lstrip().startswith(_FORMULA):
        return f"'{shown}"
    return shown


def _values(citation: Citation) -> tuple[str, ...]:
    date = full_date(citation.date)
    return (
        citation.quote,
        citation.headline or "",
        citation.outlet or "",
        citation.author or "",
        date.isoformat() if date else date_words(citation),
        citation.place or "",
        citation.section or "",
        str(citation.paragraph),
        citation.url or "",
        citation.file,
        citation.passage,
        citation.passage_id,
        citation.question,
        citation.retrieved.isoformat(),
    )
