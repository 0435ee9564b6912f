"""Read and write the lines that outlets print around their articles, in table `furniture`."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from qa.index.store.schema import check_row, insert_row

Furniture = Mapping[str, Mapping[str, int]]
"""The lines of each group of articles, folded, and in how many of the articles looked at each stood."""


def read_furniture(connection: sqlite3.Connection) -> Furniture:
    """Read the lines of each group.

    Raises:
        IndexDamaged: a row is not what was written.
    """
    found = defaultdict[str, dict[str, int]](dict)
    for shared_by, line, articles, expected in connection.execute("SELECT * FROM furniture ORDER BY shared_by, line"):
        check_row("furniture", shared_by, expected, line, articles)
        found[shared_by][line] = articles
    return dict(found)


def write_furniture(connection: sqlite3.Connection, furniture: Furniture) -> None:
    """Replace the lines of all groups."""
    connection.execute("DELETE FROM furniture")
    for shared_by, lines in furniture.items():
        for line, articles in lines.items():
            insert_row(connection, "furniture", shared_by, line, articles)
