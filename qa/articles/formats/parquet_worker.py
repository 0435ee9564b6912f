"""Read the rows of a Parquet file in a process of its own: fastparquet crashes over damaged ones.

Run as `python -m qa.articles.formats.parquet_worker COLUMN …` with columns that are wanted beside the known ones: the
file is the standard input, and a line of JSON goes to the output for the columns and then for each row.
"""

import importlib
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from qa.articles.formats.child_limits import given_file, limit
from qa.articles.formats.field_names import known_field

SECONDS = 60
"""How long a group of rows may take; 60,000 rows of 50 MB take 13."""
LARGEST_GROUP = 500_000_000
"""Bytes that a group of rows may be unpacked to."""


def main(wanted: Sequence[str]) -> None:
    """Write the columns of the file, and its rows a group at a time."""
    limit(SECONDS)
    table = importlib.import_module("fastparquet").ParquetFile(given_file())
    names = [str(name) for name in table.columns]
    largest = max((int(group.total_byte_size or 0) for group in table.row_groups), default=0)
    print(json.dumps({"columns": names, "large": largest > LARGEST_GROUP}), flush=True)  # noqa: T201
    chosen = [name for name in names if known_field(name) or name in wanted]
    if largest > LARGEST_GROUP or not chosen:
        return
    for frame in table.iter_row_groups(columns=chosen):
        for row in frame.to_dict("records"):
            print(json.dumps({str(name): _plain(value) for name, value in row.items()}))  # noqa: T201
        limit(SECONDS)


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: a day and time as it is written, and nothing for what is missing."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping):
        return {str(name): _plain(it) for name, it in value.items()}
    if hasattr(value, "isoformat"):
        return None if str(value) == "NaT" else value.isoformat()
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [_plain(it) for it in value]
    if isinstance(value, int):
        return value
    return value if isinstance(value, float) and value == value else None


if __name__ == "__main__":
    main(sys.argv[1:])
