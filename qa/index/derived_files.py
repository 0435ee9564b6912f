"""The files derived from the database so that answers come fast: catalogue, vector file and lexical folder.

Each gets a new name; the state row of the revision names them, table `derived` has their digests, and that row is the
only switch.
"""

import logging
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar

from qa.errors import DerivedDamaged, IndexUnwritable
from qa.index.catalogue import Catalogue, read_catalogue
from qa.index.catalogue_file import open_catalogue, write_catalogue
from qa.index.dense.protocol import DenseSearch
from qa.index.dense.vector_file import make_search, open_search
from qa.index.files import Digests, digest, grant, mode_of, synchronise, unused_name
from qa.index.lexical.documents import documents
from qa.index.lexical.folder import REPLACED, parts, write_changed, write_folder
from qa.index.lexical.index import LexicalIndex
from qa.index.steps import reached
from qa.index.store.articles import next_row
from qa.index.store.changes import removed_since
from qa.index.store.connection import database_mode
from qa.index.store.passages import each_vectors
from qa.index.store.schema import State, damaged
from qa.settings import Settings

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Derived:
    """The derived files that a state names."""

    folder: Path
    state: State
    digests: Mapping[str, str]
    """What each must have, by its path below the folder."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """The work of deriving files: from which database, and into which folder."""

    connection: sqlite3.Connection
    folder: Path
    settings: Settings
    digests: dict[str, str] = field(default_factory=dict)
    """Of the files that were written or stay, by their path below the folder."""


class DerivedKind(ABC):
    """A kind of derived file. Its verbs return the state with the columns that are its own."""

    stem: ClassVar[str]
    suffix: ClassVar[str] = ""
    step: ClassVar[str]
    """What is announced when a new one is on the disk."""
    columns: ClassVar[tuple[str, ...]]
    """The columns of `state` that are its own, its name first."""

    @abstractmethod
    def new(self, work: Derivation, state: State) -> State:
        """Write one from the whole database."""

    def same(self, work: Derivation, state: State, before: Derived) -> State:
        """Leave it as it is."""
        work.digests.update(self._expected(before))
        return state

    def changed(self, work: Derivation, state: State, before: Derived, last_row: int) -> State:  # noqa: ARG002
        """Bring it up to date: here it stays, and what is newer is searched from memory.

        `last_row` is the greatest passage row of the revision before.
        """
        return self.same(work, state, before)

    def moved(self, work: Derivation, state: State, made: Derived) -> State:
        """Move one here that was written in another folder."""
        name = self._write(work, state, self.path(made).rename)
        return replace(state, **{it: getattr(made.state, it) for it in self.columns} | {self.columns[0]: name})

    def path(self, derived: Derived) -> Path:
        """Return where it stands."""
        return derived.folder / str(getattr(derived.state, self.columns[0]))

    def check(self, derived: Derived, digests: Digests) -> None:
        """Compare its files with their digests.

        Raises:
            DerivedDamaged: one is missing, or is not what was written.
        """
        expected = self._expected(derived)
        if not expected:
            raise DerivedDamaged(f"{derived.folder} does not know the digest of {self.path(derived).name}")
        for name, wanted in expected.items():
            path = derived.folder / name
            try:
                actual = digests.of(path)
            except OSError as error:
                raise DerivedDamaged(f"{path} is missing or cannot be read ({error.strerror})") from error
            if actual != wanted:
                raise DerivedDamaged(f"{path} is not what was written")

    def _expected(self, derived: Derived) -> dict[str, str]:
        """Return the digests of its files."""
        name = self.path(derived).name
        return {file: it for file, it in derived.digests.items() if file == name or file.startswith(f"{name}/")}

    def _write(
        self, work: Derivation, state: State, write: Callable[[Path], object], linked: Mapping[str, str] | None = None
    ) -> str:
        """Write one under a new name, which is flushed to the disk; `linked` has the digests that are known."""
        with _writing(work.folder):
            name = unused_name(work.folder, f"{self.stem}-{state.revision:06d}", self.suffix)
            path = work.folder / name
            write(path)
            _share(path, database_mode(work.connection), mode_of(work.folder))
            for part in parts(path) if path.is_dir() else [path]:
                file = part.relative_to(work.folder).as_posix()
                work.digests[file] = (linked or {}).get(part.name) or digest(part)
            synchronise(work.folder)
            reached(self.step)
        return name


def _share(path: Path, mode: int, folder_mode: int) -> None:
    """Make a file, or a folder with all in it, readable for those who may read the index, whatever the umask is.

    Tantivy lets nobody else read some of its files.
    """
    if path.is_dir():
        for part in path.iterdir():  # its locks too
            grant(part, mode)
        grant(path, folder_mode)
    else:
        grant(path, mode)


class CatalogueFile(DerivedKind):
    """The catalogue of filters."""

    stem, suffix, step, columns = "catalogue", ".npz", "catalogue on disk", ("catalogue_name",)

    def new(self, work: Derivation, state: State) -> State:
        """Write it from all articles."""
        catalogue = read_catalogue(work.connection)
        return replace(state, catalogue_name=self._write(work, state, lambda path: write_catalogue(path, catalogue)))

    def open(self, derived: Derived, digests: Digests) -> Catalogue:
        """Check and open it; see `check`."""
        self.check(derived, digests)
        return open_catalogue(self.path(derived))


class VectorFile(DerivedKind):
    """The vectors of the passages."""

    stem, suffix, step = "vectors", ".faiss", "vectors on disk"
    columns = ("vectors_name", "vectors_through", "vectors_trained", "vectors_recall")

    def new(self, work: Derivation, state: State) -> State:
        """Write it from all passages."""
        made = make_search(lambda: each_vectors(work.connection), state.passages, work.settings.exact_up_to)
        if len(made.search) != state.passages:
            damaged(f"{len(made.search)} passages are left of {state.passages}")
        return replace(
            state,
            vectors_name=self._write(work, state, made.search.write),
            vectors_through=next_row(work.connection, "passage") - 1,
            vectors_trained=made.search.trained,
            vectors_recall=made.recall,
        )

    def open(self, derived: Derived, digests: Digests) -> DenseSearch:
        """Check and open it; see `check`."""
        self.check(derived, digests)
        return open_search(self.path(derived), derived.state.vectors_trained)


class LexicalFolder(DerivedKind):
    """The words of the passages."""

    stem, step, columns = "lexical", "lexical files adopted", ("lexical_name",)

    def new(self, work: Derivation, state: State) -> State:
        """Write it from all passages."""

        def write(path: Path) -> None:
            write_folder(path, documents(work.connection))
            if (written := LexicalIndex.count(path)) != state.passages:
                damaged(f"{written} passages are left of {state.passages}")

        return replace(state, lexical_name=self._write(work, state, write))

    def changed(self, work: Derivation, state: State, before: Derived, last_row: int) -> State:
        """Write it as another without what is gone, with what is newer; from all passages where that is damaged."""
        try:
            return self._since(work, state, before, last_row)
        except DerivedDamaged as damage:
            _log.warning("%s: rebuilt from the database", damage)
            return self.new(work, state)

    def moved(self, work: Derivation, state: State, made: Derived) -> State:
        """Write it as the one in another folder, with what has changed since; see `check`."""
        return self._since(work, state, made, made.state.vectors_through)

    def open(self, derived: Derived, digests: Digests) -> LexicalIndex:
        """Check and open it; see `check`, and `LexicalIndex.open`."""
        self.check(derived, digests)
        return LexicalIndex.open(self.path(derived), derived.state.passages)

    def _since(self, work: Derivation, state: State, earlier: Derived, last_row: int) -> State:
        self.check(earlier, Digests())
        gone = removed_since(work.connection, earlier.state.revision)

        def write(path: Path) -> None:
            write_changed(path, self.path(earlier), gone, documents(work.connection, last_row))
            LexicalIndex.open(path, state.passages)

        known = {Path(file).name: it for file, it in self._expected(earlier).items()}
        linked = {name: it for name, it in known.items() if name not in REPLACED}
        return replace(state, lexical_name=self._write(work, state, write, linked))


CATALOGUE, VECTORS, WORDS = CatalogueFile(), VectorFile(), LexicalFolder()
KINDS: tuple[DerivedKind, ...] = (VECTORS, WORDS, CATALOGUE)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Raise IndexUnwritable, with the remedy, where the system, FAISS or Tantivy cannot write."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise IndexUnwritable(
            f"{folder} cannot be written ({error}): make room, or choose another folder with --index"
        ) from error
