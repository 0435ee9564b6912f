"""Declare what `archive.sqlite` holds, and what each row's checksum covers."""

import zlib
from dataclasses import dataclass

DATABASE = "archive.sqlite"
APPLICATION_ID = 0x51414E41
"""Marks the file as ours: "QANA"."""
FORMAT = 1
"""Raise this when an older version could not read what this one writes."""

SCHEMA = """
CREATE TABLE state (
    only                INTEGER PRIMARY KEY CHECK (only = 1),
    revision            INTEGER NOT NULL,
    built_at            TEXT    NOT NULL,
    folder              TEXT    NOT NULL,
    passage_rules       INTEGER NOT NULL,
    encoder_name        TEXT    NOT NULL,
    encoder_fingerprint TEXT    NOT NULL,
    vectors_name        TEXT    NOT NULL,
    vectors_digest      TEXT    NOT NULL,
    lexical_name        TEXT    NOT NULL,
    lexical_digest      TEXT    NOT NULL,
    checksum            INTEGER NOT NULL
) STRICT;

CREATE TABLE article (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    file     TEXT    NOT NULL UNIQUE,
    digest   TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    title    TEXT,
    outlet   TEXT,
    date     TEXT,
    author   TEXT,
    place    TEXT,
    section  TEXT,
    url      TEXT,
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE passage (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    article          INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    permalink        TEXT    NOT NULL UNIQUE,
    number           INTEGER NOT NULL,
    first            INTEGER NOT NULL,
    last             INTEGER NOT NULL,
    heading          TEXT,
    key              TEXT    NOT NULL,
    vector           BLOB    NOT NULL,
    sentences        BLOB    NOT NULL,
    sentence_vectors BLOB    NOT NULL,
    checksum         INTEGER NOT NULL
) STRICT;
CREATE INDEX passage_article ON passage (article);
CREATE INDEX passage_key ON passage (key);

CREATE TABLE skipped (
    file   TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    digest TEXT
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
    vectors_name: str
    vectors_digest: str
    lexical_name: str
    lexical_digest: str


Column = str | int | bytes | None


def checksum(*columns: Column) -> int:
    """Sum up a row (CRC-32), each value with its type and length, so that none can pass for another's neighbour."""
    total = 0
    for column in columns:
        if isinstance(column, bytes):
            kind, data = b"b", column
        elif isinstance(column, str):
            kind, data = b"s", column.encode(errors="surrogatepass")
        else:
            kind, data = b"n", b"" if column is None else str(column).encode()
        total = zlib.crc32(data, zlib.crc32(kind + str(len(data)).encode() + b":", total))
    return total
