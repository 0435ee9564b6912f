"""Make the files that answer fast, the vector file and the lexical index, from the truth; open them, or make them anew.

Each gets a new name; the state row of the revision names both with their digests, and that row is the only switch.
"""

import logging
import re
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qa.dense import DenseIndex
from qa.errors import IndexDamaged, IndexUnwritable
from qa.files import digest, synchronise, unused_name
from qa.filters import date_number, fold, fold_places
from qa.lexical import LexicalDocument, LexicalIndex
from qa.store.rows import all_vectors
from qa.store.schema import State

_OURS = re.compile(r"(vectors-.*\.faiss|lexical-.*)")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AcceleratorFiles:
    """The names of the two, and the digests that they must have."""

    vectors_name: str
    vectors_digest: str
    lexical_name: str
    lexical_digest: str


@dataclass(frozen=True, slots=True)
class Accelerators:
    """The two searches over one revision."""

    dense: DenseIndex
    lexical: LexicalIndex


def write_accelerators(connection: sqlite3.Connection, folder: Path, revision: int) -> AcceleratorFiles:
    """Write both from the rows that the connection sees, to new names.

    Raises:
        IndexUnwritable: the disk is full or refuses.
    """
    vectors = unused_name(folder, f"vectors-{revision:06d}", ".faiss")
    lexical = unused_name(folder, f"lexical-{revision:06d}")
    try:
        DenseIndex.of(all_vectors(connection)).write(folder / vectors)
        LexicalIndex.of(_documents(connection), folder / lexical)
        synchronise(folder)
        return AcceleratorFiles(vectors, digest(folder / vectors), lexical, digest(folder / lexical))
    except (OSError, RuntimeError, ValueError) as error:  # the system's, FAISS's and Tantivy's
        raise IndexUnwritable(
            f"{folder} cannot be written ({error}): make room, or choose another folder with --index"
        ) from error


def open_accelerators(folder: Path, state: State, passages: int) -> Accelerators:
    """Open the files that the state row names, their digests checked first.

    Raises:
        IndexDamaged: one is missing, or is not what was written.
    """
    for name, expected in ((state.vectors_name, state.vectors_digest), (state.lexical_name, state.lexical_digest)):
        try:
            actual = digest(folder / name)
        except OSError as error:
            raise IndexDamaged(f"{folder / name} is missing or cannot be read ({error.strerror})") from error
        if actual != expected:
            raise IndexDamaged(f"{folder / name} is not what was written")
    return Accelerators(
        DenseIndex.open(folder / state.vectors_name, passages), LexicalIndex.open(folder / state.lexical_name, passages)
    )


def accelerators_in_memory(connection: sqlite3.Connection) -> Accelerators:
    """Make both from the truth without writing a file."""
    return Accelerators(DenseIndex.of(all_vectors(connection)), LexicalIndex.of(_documents(connection)))


def remove_unnamed(folder: Path, state: State) -> None:
    """Delete the accelerators of earlier revisions and of builds that died; readers keep what they have open."""
    for path in folder.iterdir():
        if path.name in (state.vectors_name, state.lexical_name) or not _OURS.fullmatch(path.name):
            continue
        try:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        except OSError as error:
            _log.warning("%s is no longer used but cannot be deleted (%s)", path, error.strerror)


def _documents(connection: sqlite3.Connection) -> Iterator[LexicalDocument]:
    rows = connection.execute(
        "SELECT title, heading, substr(text, first + 1, last - first), date, file, outlet, place "
        "FROM passage JOIN article ON article.id = passage.article ORDER BY passage.id"
    )
    for position, (title, heading, text, date, file, outlet, place) in enumerate(rows):
        yield LexicalDocument(
            position=position,
            text="\n".join(part for part in (title, heading, text) if part),
            date=date_number(date),
            file=file,
            outlet=fold(outlet),
            places=fold_places(place),
        )
