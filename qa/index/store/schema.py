"""The tables of `archive.sqlite`, and the checksum of a row."""

import json
import sqlite3
import zlib
from dataclasses import dataclass
from typing import NoReturn

from qa.errors import IndexDamaged

_JSON = json.JSONEncoder(ensure_ascii=False)
DATABASE = "archive.sqlite"
APPLICATION_ID = 0x51414E41
"""Marks the file as ours: "QANA"."""
FORMAT = 7
"""Raise this when an older version could not read what this one writes."""
PAGE_BYTES = 16_384
"""A passage's row has some 2.4 KB: pages of SQLite's usual 4 KB would hold one each, and waste the rest."""

SCHEMA = """
CREATE TABLE state (
    only                INTEGER PRIMARY KEY CHECK (only = 1),
    revision            INTEGER NOT NULL,
    built_at            TEXT    NOT NULL,
    folder              TEXT    NOT NULL,
    passage_rules       INTEGER NOT NULL,
    encoder_name        TEXT    NOT NULL,
    encoder_fingerprint TEXT    NOT NULL,
    articles            INTEGER NOT NULL,
    passages            INTEGER NOT NULL,
    compacted           INTEGER NOT NULL,
    catalogue_name      TEXT    NOT NULL,
    vectors_name        TEXT    NOT NULL,
    vectors_through     INTEGER NOT NULL,
    vectors_trained     INTEGER NOT NULL,
    vectors_recall      REAL,
    lexical_name        TEXT    NOT NULL,
    scale_slope         REAL    NOT NULL,
    scale_offset        REAL    NOT NULL,
    across_slope        REAL    NOT NULL,
    across_offset       REAL    NOT NULL,
    columns             TEXT    NOT NULL,
    selection           TEXT    NOT NULL,
    versions_apart      INTEGER NOT NULL,
    furniture_kept      INTEGER NOT NULL,
    mark                TEXT    NOT NULL,
    checksum            INTEGER NOT NULL
) STRICT;

CREATE TABLE article (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    file     TEXT    NOT NULL UNIQUE,
    digest   TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    title    TEXT,
    outlet   TEXT,
    date     TEXT,
    author   TEXT,
    place    TEXT,
    section  TEXT,
    url      TEXT,
    language TEXT,
    second_language TEXT,
    updated  TEXT,
    container TEXT   NOT NULL,
    format   TEXT    NOT NULL,
    record   TEXT,
    saved    TEXT,
    pages    TEXT    NOT NULL,
    first    INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    facets   INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX article_container ON article (container);

CREATE TABLE body (
    article  INTEGER PRIMARY KEY,
    text     TEXT    NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE version (
    article  INTEGER PRIMARY KEY,
    address  TEXT,
    headline TEXT,
    replaced_by INTEGER,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX version_address ON version (address, replaced_by);
CREATE INDEX version_headline ON version (headline, replaced_by);
CREATE INDEX version_replaced ON version (replaced_by);

CREATE TABLE passage (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    article   INTEGER NOT NULL,
    permalink TEXT    NOT NULL UNIQUE,
    number    INTEGER NOT NULL,
    first     INTEGER NOT NULL,
    last      INTEGER NOT NULL,
    heading   TEXT,
    language  TEXT,
    key       BLOB    NOT NULL,
    sentences BLOB    NOT NULL,
    vectors   BLOB    NOT NULL,
    checksum  INTEGER NOT NULL
) STRICT;
CREATE INDEX passage_key ON passage (key);

CREATE TABLE removed (
    article  INTEGER PRIMARY KEY,
    passages INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX removed_revision ON removed (revision);

CREATE TABLE derived (
    file     TEXT PRIMARY KEY,
    digest   TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE skipped (
    file     TEXT PRIMARY KEY,
    reason   TEXT NOT NULL,
    digest   TEXT,
    container TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE furniture (
    shared_by TEXT   NOT NULL,
    line     TEXT    NOT NULL,
    articles INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (shared_by, line)
) STRICT;

CREATE TABLE history (
    mark     TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;
"""


@dataclass(frozen=True, slots=True)
class State:
    """What the whole index says of itself: the one row of table `state`."""

    revision: int
    built_at: str
    """ISO 8601, UTC."""
    folder: str
    """Where the articles lie, relative to the index folder: an index holds no absolute path."""
    passage_rules: int
    encoder_name: str
    encoder_fingerprint: str
    articles: int
    passages: int
    compacted: int = 0
    """The revision since which table `removed` is complete."""
    catalogue_name: str = ""
    vectors_name: str = ""
    vectors_through: int = 0
    """The greatest passage row that the vector file knows; later ones are searched from memory."""
    vectors_trained: int = 0
    """On how many passages an approximate vector file was trained; 0 where it is exact."""
    vectors_recall: float | None = None
    """Recall@10 of the approximate vector file against exact search, as measured when it was trained."""
    lexical_name: str = ""
    scale_slope: float = 1.0
    """What brings the encoder's cosines to the scale that passages are scored on: a line, measured at the build."""
    scale_offset: float = 0.0
    across_slope: float = 1.0
    """The same for a question and a passage in two languages."""
    across_offset: float = 0.0
    columns: str = ""
    """In which columns of tables fields stand, as JSON; empty where their names say it."""
    selection: str = ""
    """Which files of the folder are read, as a JSON list of patterns; empty where all are."""
    versions_apart: int = 0
    """1 where every version of an article answers for itself."""
    furniture_kept: int = 0
    """1 where lines that outlets print around their articles stay in."""
    mark: str = ""
    """Drawn at random each time that a state is written: two databases never have the same."""


Column = str | int | float | bytes | None


def checksum(*columns: Column) -> int:
    """Return the checksum of a row (CRC-32 of a JSON array), so that no value can pass for another's neighbour."""
    plain = [[column.hex()] if isinstance(column, bytes) else column for column in columns]
    return zlib.crc32(_JSON.encode(plain).encode(errors="surrogatepass"))


def insert_row(connection: sqlite3.Connection, table: str, *columns: Column) -> None:
    """Insert a row, with its checksum behind it."""
    marks = ", ".join("?" * (len(columns) + 1))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", (*columns, checksum(*columns)))  # noqa: S608


def check_row(table: str, row: int | str, expected: Column, *columns: Column) -> None:
    """Compare a row with its checksum.

    Raises:
        IndexDamaged: it is not what was written; the message names the row.
    """
    if checksum(row, *columns) != expected:
        damaged(f"row {row} of table {table} is not what was written")


def damaged(what: str) -> NoReturn:
    """Raise IndexDamaged with the remedy."""
    raise IndexDamaged(
        f"{DATABASE} is damaged: {what}; delete the files in the index folder and run `qa build` again, which loses "
        "no article but those added without a file"
    )
