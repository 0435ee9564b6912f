"""The files derived from the database so that answers come fast: catalogue, vector file and lexical folder.

Each gets a new name; the state row of the revision names them, table `derived` has their digests, and that row is the
only switch.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from qa.errors import DerivedDamaged, IndexUnwritable
from qa.index.catalogue import read_catalogue, write_catalogue
from qa.index.dense.protocol import DenseSearch
from qa.index.dense.vector_file import make_search
from qa.index.files import Digests, digest, synchronise, unused_name
from qa.index.lexical.documents import documents
from qa.index.lexical.folder import REPLACED, parts, write_changed, write_folder
from qa.index.lexical.index import LexicalIndex
from qa.index.steps import reached
from qa.index.store.passages import each_vectors
from qa.index.store.schema import State, damaged
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class VectorFile:
    """The vector file of a revision."""

    name: str
    through: int
    """The greatest passage row that it knows."""
    trained: int
    recall: float | None


@dataclass(frozen=True, slots=True)
class PassageTotals:
    """What the database holds, where derived files are to hold the same."""

    passages: int
    last_row: int
    """The greatest passage row."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """The beginning and the end of the names of a kind of derived file."""

    stem: str
    suffix: str


_CATALOGUE, _VECTORS, _LEXICAL = _Kind("catalogue", ".npz"), _Kind("vectors", ".faiss"), _Kind("lexical", "")


class Accelerators:
    """Writes the derived files of one revision."""

    def __init__(self, connection: sqlite3.Connection, folder: Path, revision: int, settings: Settings) -> None:
        self._connection, self._folder, self._revision, self._settings = connection, folder, revision, settings
        self.digests = dict[str, str]()
        """Of the files written or taken over, by their path below the index folder."""

    def new_vectors(self, contents: PassageTotals) -> VectorFile:
        """Write the vector file from all passages."""
        made = make_search(lambda: each_vectors(self._connection), contents.passages, self._settings.exact_up_to)
        if len(made.search) != contents.passages:
            damaged(f"{len(made.search)} passages are left of {contents.passages}")
        return VectorFile(self._write(made.search), contents.last_row, made.search.trained, made.recall)

    def same_vectors(self, before: VectorFile, expected: Mapping[str, str]) -> VectorFile:
        """Keep the vector file as it is."""
        self.digests[before.name] = expected.get(before.name, "")
        return before

    def new_words(self, contents: PassageTotals) -> str:
        """Write the lexical folder from all passages."""
        with _writing(self._folder):
            name = self._unused(_LEXICAL)
            write_folder(self._folder / name, documents(self._connection))
            if (written := LexicalIndex.count(self._folder / name)) != contents.passages:
                damaged(f"{written} passages are left of {contents.passages}")
            self._adopt(name, {})
        return name

    def changed_words(
        self, before: Path, expected: Mapping[str, str], gone: Sequence[int], after: int, passages: int
    ) -> str:
        """Write the lexical folder as another without the articles that are gone, with the passages since a row.

        `expected` has the digests of the other's files by their names.

        Raises:
            DerivedDamaged: the other is not what was written, or the new one would not hold that many passages.
        """
        check_digests(before, list(expected), expected, Digests())
        with _writing(self._folder):
            name = self._unused(_LEXICAL)
            write_changed(self._folder / name, before, gone, documents(self._connection, after))
            LexicalIndex.open(self._folder / name, passages)
            self._adopt(name, expected)
        return name

    def new_catalogue(self) -> str:
        """Write the catalogue from all articles."""
        catalogue = read_catalogue(self._connection)
        with _writing(self._folder):
            name = self._unused(_CATALOGUE)
            write_catalogue(self._folder / name, catalogue)
            self._keep(name)
        return name

    def moved_vectors(self, path: Path, made: VectorFile) -> VectorFile:
        """Move a vector file here."""
        return replace(made, name=self._moved(path, _VECTORS))

    def moved_catalogue(self, path: Path) -> str:
        """Move a catalogue here."""
        return self._moved(path, _CATALOGUE)

    def same_catalogue(self, before: str, expected: Mapping[str, str]) -> str:
        """Keep the catalogue as it is."""
        self.digests[before] = expected.get(before, "")
        return before

    def same_words(self, before: str, expected: Mapping[str, str]) -> str:
        """Keep the lexical folder as it is."""
        self.digests |= {name: expected[name] for name in names_in(expected, before)}
        return before

    def _write(self, search: DenseSearch) -> str:
        with _writing(self._folder):
            name = self._unused(_VECTORS)
            search.write(self._folder / name)
            self._keep(name)
        return name

    def _moved(self, path: Path, kind: _Kind) -> str:
        with _writing(self._folder):
            name = self._unused(kind)
            path.rename(self._folder / name)
            self._keep(name)
        return name

    def _keep(self, name: str) -> None:
        """Flush the name of a file to the disk, which its bytes have reached already, and remember its digest."""
        synchronise(self._folder)
        reached(f"{name.split('-')[0]} on disk")
        self.digests[name] = digest(self._folder / name)

    def _unused(self, kind: _Kind) -> str:
        return unused_name(self._folder, f"{kind.stem}-{self._revision:06d}", kind.suffix)

    def _adopt(self, name: str, known: Mapping[str, str]) -> None:
        for part in parts(self._folder / name):
            linked = None if part.name in REPLACED else known.get(part.name)
            self.digests[f"{name}/{part.name}"] = linked or digest(part)
        synchronise(self._folder)
        reached("lexical files adopted")


def vector_file(state: State) -> VectorFile:
    """Return the vector file that a state names."""
    return VectorFile(state.vectors_name, state.vectors_through, state.vectors_trained, state.vectors_recall)


def names_in(expected: Mapping[str, str], folder: str) -> list[str]:
    """Return the derived files that stand in a folder."""
    return [name for name in expected if name.startswith(f"{folder}/")]


def files_in(expected: Mapping[str, str], folder: str) -> dict[str, str]:
    """Return the digests of the derived files that stand in a folder, by their names there."""
    return {Path(name).name: expected[name] for name in names_in(expected, folder)}


def check_digests(folder: Path, names: Sequence[str], expected: Mapping[str, str], digests: Digests) -> None:
    """Compare derived files with their digests.

    Raises:
        DerivedDamaged: one is missing, or is not what was written.
    """
    if not names:
        raise DerivedDamaged(f"{folder} does not know the digest of a file derived from the database")
    for name in names:
        try:
            actual = digests.of(folder / name)
        except OSError as error:
            raise DerivedDamaged(f"{folder / name} is missing or cannot be read ({error.strerror})") from error
        if actual != expected.get(name):
            raise DerivedDamaged(f"{folder / name} is not what was written")


def open_words(folder: Path, state: State, expected: Mapping[str, str], digests: Digests) -> LexicalIndex:
    """Open the lexical index of a state, once its files are compared with their digests.

    Raises:
        DerivedDamaged: a file is missing, or is not what was written.
        IndexUnwritable: Tantivy can put its lock nowhere.
    """
    check_digests(folder, names_in(expected, state.lexical_name), expected, digests)
    return LexicalIndex.open(folder / state.lexical_name, state.passages)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Raise IndexUnwritable, with the remedy, where the system, FAISS or Tantivy cannot write."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise IndexUnwritable(
            f"{folder} cannot be written ({error}): make room, or choose another folder with --index"
        ) from error
