"""Read tables of articles, a row at a time: CSV and Parquet."""

import codecs
import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from qa.articles.decoding import decode
from qa.articles.formats.child import lines_of
from qa.articles.formats.columns import record_of
from qa.articles.formats.csv_heads import find_delimiter
from qa.articles.formats.field_names import known_field
from qa.articles.formats.limits import check_size
from qa.articles.formats.record import Record
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_HEAD = 65_536
_ENCODINGS = ("utf-8", "cp1251", "cp1252", "koi8-r", "cp866", "kz1048", "cp1250", "latin-1", "utf-16-le", "utf-16-be")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_EXCEL = "sep="
"""What a spreadsheet writes above the columns to say which mark parts them."""
_MOST_COLUMNS = 10_000
_NO_ROWS = "no article is in it: it has no rows; export it again"
_PARQUET = "qa.articles.formats.parquet_worker"


def read_csv(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    """Read a table of text; its encoding and the mark between its columns are found.

    Raises:
        ArticleUnreadable: its first line names no column of text, it has no rows, or a quotation mark is never closed.
    """
    head = opened.read(_HEAD)
    opened.seek(0)
    lines = _lines(file, opened, _encoding(file, head), settings)
    first = next(lines, "").lstrip("\ufeff")
    delimiter = find_delimiter(first)
    if first.lower().startswith(_EXCEL) and len(first.strip()) == len(_EXCEL) + 1:
        delimiter, first = first.strip()[-1], next(lines, "")
    csv.field_size_limit(settings.largest_file_bytes)
    rows = csv.reader(_again(first, lines), delimiter=delimiter)
    names = _row(file, rows) or []
    _check_names(file, names, columns)
    empty = True
    while (row := _row(file, rows)) is not None:
        if any(cell.strip() for cell in row):
            empty = False
            yield _record(f"{file}#line {rows.line_num}", dict(zip(names, row, strict=False)), columns)
    if empty:
        raise ArticleUnreadable(file, _NO_ROWS)


def read_parquet(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    """Read a Parquet file in a process of its own, which hands over a row at a time."""
    rows = lines_of(file, _PARQUET, opened, tuple(columns.values()))
    head = json.loads(next(rows, b"{}"))
    _check_names(file, head.get("columns", ()), columns)
    if head["large"]:
        raise ArticleUnreadable(file, "a group of its rows has more than 500 MB; write it in smaller groups")
    number = 0
    for number, data in enumerate(rows, start=1):
        name = f"{file}#row {number}"
        try:
            check_size(name, len(data), settings)
        except ArticleUnreadable as problem:
            yield problem
        else:
            yield _record(name, json.loads(data), columns)
    if not number:
        raise ArticleUnreadable(file, _NO_ROWS)


def _record(name: str, row: Mapping[str, object], columns: Mapping[str, str]) -> Record | ArticleUnreadable:
    try:
        return record_of(name, row, columns, alone=False)
    except ArticleUnreadable as problem:
        return problem


def _check_names(file: str, names: Sequence[str], columns: Mapping[str, str]) -> None:
    if len(names) > _MOST_COLUMNS:
        raise ArticleUnreadable(file, f"it has more than {_MOST_COLUMNS:,} columns; export fewer")
    if columns.get("text") not in names and not any(known_field(name) == "text" for name in names):
        shown = ", ".join(names)[:200]  # columns are named for all tables of an archive, and another may lack them
        raise ArticleUnreadable(
            file, f"none of its columns ({shown}) is known to hold the text; name it: qa build --map text=COLUMN"
        )


def _row(file: str, rows: Any) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        line = rows.line_num
        raise ArticleUnreadable(file, f"line {line:,} is no row of a table ({error}); export it again") from error


def _encoding(file: str, head: bytes) -> str:
    """Return the encoding of a table by its first 64 KB."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    sample = head[: head.rfind(b"\n") + 1] or head
    text = decode(file, sample)
    for encoding in _ENCODINGS:
        try:
            if sample.decode(encoding).replace("\r\n", "\n").replace("\r", "\n") == text:
                return encoding
        except UnicodeDecodeError:
            continue
    return "utf-8"


def _lines(file: str, opened: BinaryIO, encoding: str, settings: Settings) -> Iterator[str]:
    """Yield the lines of a table with their ends; the longest may be as long as a record."""
    text = io.TextIOWrapper(opened, encoding, errors="replace", newline="")
    try:
        while read := text.readline(settings.largest_file_bytes + 1):
            check_size(file, len(read), settings)
            yield read.replace("\0", "")
    finally:
        if not text.closed:  # as it is where a reading was broken off
            text.detach()  # the file is its opener's


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines
