"""Report what an index holds, whether the folder is ahead of it, and what was left out and why."""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Literal

from qa.build.choices import with_choices
from qa.build.folder_diff import FolderDiff, diff_folder, followed_folder, rescan_missing, scan, without_added
from qa.build.furniture import KnownFurniture, OutletFurniture, outlet_furniture
from qa.build.ingest_files import read_stored
from qa.build.versions import ArticleVersions, article_versions
from qa.errors import ArticleNotInArchive, ArticleUnreadable, FolderError
from qa.index.calibration import Calibration, read_calibration
from qa.index.filters import date_of
from qa.index.index import Index
from qa.index.lexical.stems import words_known_by
from qa.index.store.article_files import added_files, stored_digests, stored_source
from qa.index.store.articles import count_languages
from qa.index.store.changes import read_skipped, removed_passages
from qa.index.store.connection import reading
from qa.index.store.furniture import read_furniture
from qa.index.store.schema import State
from qa.index.store.state import read_state
from qa.models.languages import languages_read
from qa.records import ParsedArticle
from qa.settings import Settings

_NOTEWORTHY = 20
_REST = 20
"""How many times as long as a look at the folder takes, it is not looked at again."""


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """A language that articles are in, and what is made of it."""

    language: str
    """A BCP 47 tag."""
    articles: int
    read: bool | None
    """Whether the encoder reads it; else it is found by its words alone. None where that is not known."""
    words: Literal["stems", "endings", "letters"]
    """How words are matched: by their stems, by guessed ones, or by pairs of letters where no spaces are written."""


@dataclass(frozen=True, slots=True)
class UnreadLanguages:
    """Languages that an encoder does not read."""

    encoder: str
    articles: int
    """How many there are in all languages."""
    languages: tuple[LanguageStatus, ...]


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What an archive holds at one revision."""

    revision: int
    built_at: str
    age_seconds: int
    """How long ago that was."""
    folder: str | None
    """Where the articles lie, as seen from here; None where the index follows no folder."""
    articles: int
    added: int
    """How many of them were added without a file."""
    passages: int
    oldest_date: str | None
    newest_date: str | None
    """Of the articles that state a full date."""
    undated: int
    encoder: str
    fingerprint: str
    index_bytes: int
    index_kind: Literal["exact", "approximate"]
    """How the search by meaning goes through the vectors."""
    recall: float | None
    """Recall@10 of an approximate search against an exact one, as measured when it was made."""
    newer_passages: int
    """Passages newer than the vector file: they are searched from memory."""
    gone_passages: int
    """Passages that are gone and not yet compacted: they are never shown, but their room is not yet free."""
    skipped: tuple[ArticleUnreadable, ...]
    languages: tuple[LanguageStatus, ...] = ()
    """Those that articles are in, that of most first."""
    calibration: Calibration | None = None
    """From which confidence on questions are called answered, where that was set by judged questions."""
    versions: tuple[ArticleVersions, ...] = ()
    """The articles that have earlier versions, in the order of their files."""
    furniture: tuple[OutletFurniture, ...] = ()
    """The lines that outlets print around their articles, and that are left out."""
    selection: tuple[str, ...] = ()
    """Which files of the folder are read, as patterns of paths below it; all where there are none."""


@dataclass(frozen=True, slots=True)
class FolderStatus:
    """How the folder of articles differs from the index, or why it cannot be compared."""

    diff: FolderDiff | None
    problem: str | None

    @property
    def ahead(self) -> bool:
        """Whether a build would change what the index answers."""
        return self.diff is not None and self.diff.differs


@dataclass(frozen=True, slots=True)
class _Look:
    """What a look at the folder found, and until when it is not looked at again."""

    state: State
    found: FolderStatus
    until: float


class FolderLook:
    """Compares the folder with the index for any number of threads, and rests after it.

    Every file is read for it: at a hundred thousand files that takes long, and nobody's refreshing makes it endless.
    """

    def __init__(self, index: Index, settings: Settings) -> None:
        self._index, self._settings, self._looking = index, settings, Lock()
        self._last: _Look | None = None

    def now(self) -> FolderStatus:
        """Return how the folder differs; a slow comparison is used again for a while, unless something was built."""
        with self._looking:
            began, state = monotonic(), self._index.state()
            if self._last is None or self._last.state != state or began >= self._last.until:
                found = folder_status(self._index, self._settings)
                ended = monotonic()
                self._last = _Look(state, found, ended + _REST * (ended - began))
            return self._last.found


def index_status(index: Index) -> IndexStatus:
    """Return what the newest revision of an index holds."""
    size = index_size(index.folder)  # before SQLite puts its own notes beside the database
    with index.view() as view:
        state, catalogue = view.snapshot.state, view.snapshot.catalogue
        dates = catalogue.dates[catalogue.living]
        full = dates[dates > 0]
        newer = catalogue.living_rows()[state.vectors_through + 1 :]
        return IndexStatus(
            revision=state.revision,
            built_at=state.built_at,
            age_seconds=_age(state.built_at),
            folder=str(folder_of_state(index.folder, state)) if state.folder else None,
            selection=with_choices(Settings(), state).selection or (),
            articles=state.articles,
            added=len(added_files(view.connection)),
            passages=state.passages,
            oldest_date=date_of(int(full.min())) if len(full) else None,
            newest_date=date_of(int(full.max())) if len(full) else None,
            undated=int((dates == 0).sum()),
            encoder=state.encoder_name,
            fingerprint=state.encoder_fingerprint,
            index_bytes=size,
            index_kind="approximate" if state.vectors_trained else "exact",
            recall=state.vectors_recall,
            newer_passages=int(newer.sum()),
            gone_passages=removed_passages(view.connection),
            skipped=tuple(
                ArticleUnreadable(file, refusal.reason) for file, refusal in read_skipped(view.connection).items()
            ),
            languages=_languages(view.connection, state.encoder_name),
            calibration=read_calibration(index.folder),
            versions=article_versions(view),
            furniture=outlet_furniture(view.connection),
        )


def unread_languages(index: Path) -> UnreadLanguages:
    """Return the languages that the encoder does not read, where more than a twentieth of the articles are in them.

    The snapshot is not loaded for it.
    """
    with reading(index) as connection:
        state = read_state(connection)
        if state is None:
            return UnreadLanguages("", 0, ())
        found = tuple(it for it in _languages(connection, state.encoder_name) if it.read is False)
    many = sum(it.articles for it in found) * _NOTEWORTHY > state.articles
    return UnreadLanguages(state.encoder_name, state.articles, found if many else ())


def _languages(connection: sqlite3.Connection, encoder_name: str) -> tuple[LanguageStatus, ...]:
    reads = languages_read(encoder_name)
    return tuple(
        LanguageStatus(language, articles, None if reads is None else language in reads, words_known_by(language))
        for language, articles in count_languages(connection).items()
    )


def index_size(index: Path) -> int:
    """Add up the files of an index folder; a build may be deleting some meanwhile."""
    total = 0
    for folder, _, files in os.walk(index):
        for name in files:
            with suppress(FileNotFoundError):
                total += (Path(folder) / name).stat().st_size
    return total


def folder_status(index: Index, settings: Settings) -> FolderStatus:
    """Compare the folder that an index follows with the index."""
    try:
        folder, settings = folder_of_state(index.folder, index.state()), with_choices(settings, index.state())
        found = scan(folder, settings)  # no view stays open meanwhile: it would keep a build from clearing away
        with index.view() as view:
            stored = stored_digests(view.connection)
            found = without_added(rescan_missing(found, stored, folder, settings), added_files(view.connection))
            return FolderStatus(diff_folder(found, stored, read_skipped(view.connection)), None)
    except FolderError as error:
        return FolderStatus(None, str(error))


def stored_reading(index: Index, file: str, settings: Settings) -> ParsedArticle:
    """Read an article again as the index holds it: what became a passage, what was dropped and why.

    Raises:
        ArticleNotInArchive: the archive holds no article of that file.
    """
    with index.view() as view:
        stored, furniture = stored_source(view.connection, file), KnownFurniture(read_furniture(view.connection))
    if stored is None:
        raise ArticleNotInArchive(file)
    return read_stored(stored, settings, furniture)


def folder_of_state(index: Path, state: State) -> Path:
    """Return the folder of articles that an index follows, as a path from here.

    Raises:
        FolderMissing: it follows none.
    """
    folder = followed_folder(index, state.folder)
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def _age(built_at: str) -> int:
    return max(0, int((datetime.now(UTC) - datetime.fromisoformat(built_at)).total_seconds()))
