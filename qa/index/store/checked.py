"""Compare what is read with its checksum, and say which row is damaged."""

from typing import NoReturn

from qa.errors import IndexDamaged
from qa.index.store.schema import DATABASE, Column, checksum


def check_row(table: str, row: int, expected: Column, *columns: Column) -> None:
    """Compare a row with its checksum.

    Raises:
        IndexDamaged: it is not what was written; the message names the row.
    """
    if checksum(row, *columns) != expected:
        damaged(f"row {row} of table {table} is not what was written")


def damaged(what: str) -> NoReturn:
    """Say that the truth is damaged, and the remedy."""
    raise IndexDamaged(
        f"{DATABASE} is damaged: {what}; delete the files in the index folder and run `qa build` again, which loses "
        "no article"
    )
