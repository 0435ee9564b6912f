"""Decide by its first lines whether a text is a table, and which mark parts its columns."""

import csv

from qa.articles.formats.field_names import WEAK, field_name, known_field

DELIMITERS = (",", ";", "\t", "|")
_FEWEST_KNOWN = 3
_LONGEST_HEAD = 2_000


def has_known_columns(text: str) -> bool:
    """Return whether the first line of a text names columns of articles, their text and headline among them."""
    first = text.lstrip("\ufeff \n").partition("\n")[0]
    if len(first) > _LONGEST_HEAD:
        return False
    columns = split_head(first, find_delimiter(first))
    known = [name for name in map(field_name, columns) if name]
    fields, sure = {it.field for it in known}, {it.field for it in known if it.tier < WEAK or it.part}
    return len(fields) >= _FEWEST_KNOWN and {"text", "title"} <= sure and len(fields) * 2 >= len(columns)


def find_delimiter(head: str) -> str:
    """Return the mark that parts the first line into the most columns whose names are known, else into the most."""

    def known(delimiter: str) -> tuple[int, int]:
        columns = split_head(head, delimiter)
        return sum(known_field(column) is not None for column in columns), len(columns)

    return max(DELIMITERS, key=known)


def split_head(head: str, delimiter: str) -> list[str]:
    """Return the names of the columns of a first line."""
    try:
        return next(csv.reader([head], delimiter=delimiter), [])
    except csv.Error:
        return []
