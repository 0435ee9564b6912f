"""Seal the database: a digest of each of its pages, so that `qa verify` finds a flipped byte wherever it is.

Row checksums cover what is read; between rows, and in the trees that lead to them, a page holds more. The seal is
written after a change, once the write-ahead log is merged, and carries the token of that change. Where a process died
in between, or a reader kept the log from being merged, it is of an earlier change and says nothing; the next change
seals anew.

The log's layout: https://sqlite.org/fileformat2.html#the_write_ahead_log
"""

import os
import secrets
import sqlite3
import struct
from pathlib import Path

import numpy as np
import xxhash
from numpy.typing import NDArray

from qa.errors import IndexDamaged
from qa.index.files import synchronise
from qa.index.steps import reached
from qa.index.store.descriptors import descriptor_of
from qa.index.store.schema import DATABASE, PAGE_BYTES, check_row, checksum

SEAL = "archive.seal"
_HEAD = struct.Struct("<8s16s")
_MAGIC = b"QASEAL01"
_SUM_BYTES = 8
_LOG_HEAD, _FRAME_HEAD = 32, 24

PageDigests = NDArray[np.uint64]
"""One digest a page, in order; shape (pages,)."""


def new_token(connection: sqlite3.Connection) -> bytes:
    """Mark the database as changed, inside the transaction that changes it."""
    token = secrets.token_bytes(16)
    connection.execute("INSERT OR REPLACE INTO seal VALUES (1, ?, ?)", (token, checksum(1, token)))
    return token


def read_token(connection: sqlite3.Connection) -> bytes | None:
    """Read the mark of the last change; None before the first.

    Raises:
        IndexDamaged: it is not what was written.
    """
    found = connection.execute("SELECT only, token, checksum FROM seal").fetchone()
    if found is None:
        return None
    only, token, expected = found
    check_row("seal", only, expected, token)
    return bytes(token)


def logged_pages(folder: Path) -> NDArray[np.int64] | None:
    """List the pages that stand in the write-ahead log, before it is merged; None where that cannot be told."""
    log = folder / (DATABASE + "-wal")
    try:
        with log.open("rb") as file:
            head = file.read(_LOG_HEAD)
            if len(head) < _LOG_HEAD or int.from_bytes(head[8:12], "big") != PAGE_BYTES:
                return None
            salts, pages = head[16:24], set[int]()
            while len(frame := file.read(_FRAME_HEAD)) == _FRAME_HEAD and frame[8:16] == salts:
                pages.add(int.from_bytes(frame[:4], "big") - 1)
                file.seek(PAGE_BYTES, os.SEEK_CUR)
    except OSError:
        return None
    return np.array(sorted(pages), dtype=np.int64)


def write_seal(folder: Path, before: bytes | None, token: bytes, changed: NDArray[np.int64] | None) -> None:
    """Seal the merged database; where the last seal is of the change before, only changed pages are read."""
    try:
        known = None if changed is None or before is None else _read(folder, before)
    except IndexDamaged:
        known = None
    database = descriptor_of(folder / DATABASE)
    pages = os.fstat(database).st_size // PAGE_BYTES
    digests = np.zeros(pages, dtype=np.uint64)
    wanted = np.arange(pages)
    if known is not None and changed is not None:
        kept = min(len(known), pages)
        digests[:kept] = known[:kept]
        wanted = np.union1d(changed[changed < pages], np.arange(kept, pages))
    for page in wanted.tolist():
        digests[page] = _digest(database, page)
    data = _HEAD.pack(_MAGIC, token) + digests.tobytes()
    new = folder / (SEAL + ".new")
    new.write_bytes(data + xxhash.xxh64_digest(data))
    synchronise(new)
    reached("seal on disk")
    new.replace(folder / SEAL)


def broken_pages(folder: Path, token: bytes) -> list[int] | None:
    """Give the pages that are not what was sealed, from 1 as SQLite counts; None where there is no seal of now.

    Raises:
        IndexDamaged: the seal itself is.
    """
    sealed = _read(folder, token)
    if sealed is None:
        return None
    database = descriptor_of(folder / DATABASE)
    pages = -(-os.fstat(database).st_size // PAGE_BYTES)
    wrong = [page + 1 for page in range(min(pages, len(sealed))) if _digest(database, page) != sealed[page]]
    return wrong + list(range(min(pages, len(sealed)) + 1, max(pages, len(sealed)) + 1))


def _digest(handle: int, page: int) -> int:
    return xxhash.xxh3_64_intdigest(os.pread(handle, PAGE_BYTES, page * PAGE_BYTES))


def _read(folder: Path, token: bytes) -> PageDigests | None:
    try:
        data = (folder / SEAL).read_bytes()
    except FileNotFoundError:
        return None
    kept, total = data[:-_SUM_BYTES], data[-_SUM_BYTES:]
    if len(kept) < _HEAD.size or xxhash.xxh64_digest(kept) != total:
        raise IndexDamaged(f"{folder / SEAL} is not what was written: delete it and run `qa verify` again")
    if _HEAD.unpack(kept[: _HEAD.size]) != (_MAGIC, token):
        return None
    return np.frombuffer(kept, dtype=np.uint64, offset=_HEAD.size)
