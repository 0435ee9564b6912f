"""CSV, for spreadsheets.

A spreadsheet computes a cell that begins with `=`, `+`, `-` or `@`, and an article's words can be anybody's: such a
cell, and one that begins with a tab or a line end, gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, fields

from qa.articles.dates import full_date
from qa.articles.plain_text import plain
from qa.exports.citations.citation import Citation
from qa.exports.citations.clipboard import date_words

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BLANK = ("\t", "\n")


def table(citations: Iterable[Citation]) -> str:
    """Write a row for each citation under a row of names; texts are their plain copies, a partial date is words.

    Excel reads UTF-8 only after a byte order mark: encode it as `utf-8-sig`.
    """
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(field.name for field in fields(Citation))
    for it in citations:
        day = full_date(it.date)
        values = asdict(it) | {"date": day.isoformat() if day else date_words(it)}
        rows.writerow("" if value is None else cell(str(value)) for value in values.values())
    return written.getvalue()


def cell(value: str) -> str:
    """Return a value that a spreadsheet shows as it is and never computes."""
    shown = plain(value)
    if shown.startswith(_BLANK) or shown.lstrip().startswith(_FORMULA):
        return f"'{shown}"
    return shown
