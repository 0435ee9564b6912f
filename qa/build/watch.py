"""Bring an index up to date with its folder as files change, until it is stopped."""

import math
import os
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import watchfiles
from watchfiles._rust_notify import WatchfilesRustInternalError  # documented, and not exported

from qa.articles.folder import is_folder, is_link
from qa.articles.selection import folders_of, is_chosen, may_hold
from qa.build.build import build_folder
from qa.build.choices import with_choices_of
from qa.build.consent import check_same_folder
from qa.build.report import BuildReport
from qa.build.update import update_files
from qa.errors import (
    ArchiveIndexError,
    FolderEmpty,
    FolderError,
    FolderMissing,
    FolderShrunk,
    IndexBusy,
    IndexMissing,
    QaError,
)
from qa.index.index import Index
from qa.index.store.article_files import files_below, stored_digests
from qa.index.store.connection import reading
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings

_LOOK_MILLISECONDS = 400
"""How often to look whether the folder is still the same one, and whether it is time to try again."""
_PAUSE_SECONDS, _BUSY_SECONDS, _TROUBLE_SECONDS = 1.0, 1.0, 60.0
_MANY_FILES, _MANY_FOLDERS = 1_000, 4
"""From how many on, comparing the whole folder takes no longer than ingesting them one by one."""


def watch_folder(
    folder: Path, index: Path, encoder: Encoder, settings: Settings, report_line: Callable[[str], None], stop: Event
) -> None:
    """Bring an index up to date with a folder, then again at every change, until `stop` is set.

    `report_line` gets one line for each revision. What goes wrong later is reported once and
    tried again.

    Raises:
        FolderError, ArchiveIndexError, EncoderError: it cannot begin; the message holds the remedy.
    """
    _Watch(folder, index, encoder, settings, report_line, stop).run()


@dataclass(slots=True)
class _Watch:
    """What is to be ingested, and what was reported of it."""

    folder: Path
    index: Path
    encoder: Encoder
    settings: Settings
    report_line: Callable[[str], None]
    stop: Event
    begun: bool = False
    everything: bool = True
    paths: set[Path] = field(default_factory=set)
    again: float = 0.0
    """When to try again though nothing changes."""
    trouble: str = ""
    revision: int = 0
    skipped: frozenset[str] = frozenset()

    def run(self) -> None:
        """Follow the folder, and whatever takes its place."""
        self._root()
        with suppress(IndexMissing):
            check_same_folder(self.folder, self.index, Index(self.index).state())
        while not self.stop.is_set():
            try:
                self._follow()
            except FolderError as trouble:
                self._failed(trouble)
            self.everything, self.again = True, 0.0  # what happens meanwhile is seen by nobody
            self.stop.wait(_PAUSE_SECONDS)

    def _follow(self) -> None:
        """Ingest one batch of changes after the other, while the folder is the same one."""
        root, same = self._root(), _identity(self.folder)
        with closing(self._changes(root)) as batches:
            for changes in batches:
                if _identity(self.folder) != same or root in changes:
                    return
                self.paths |= changes
                due = self.everything or self.paths
                if due and (changes or time.monotonic() >= self.again):
                    self._ingest(root)

    def _root(self) -> Path:
        if self.folder.is_dir():
            return self.folder.resolve()
        raise FolderMissing(
            f"{self.folder} is gone: its articles stay in the index until it is back"
            if self.begun
            else f"{self.folder}: no such folder; name the folder that holds the articles"
        )

    def _changes(self, root: Path) -> Generator[set[Path]]:
        """Yield the paths that changed; none where nothing did for a while. The first come when the watch stands."""
        try:
            for changes in watchfiles.watch(
                *(root / it for it in folders_of(self._selection())),
                watch_filter=None,
                step=self.settings.watch_quiet_milliseconds,
                debounce=self.settings.watch_longest_milliseconds,
                rust_timeout=_LOOK_MILLISECONDS,
                yield_on_timeout=True,
                stop_event=self.stop,
            ):
                paths = {Path(path) for _, path in changes}
                # The index may lie in the folder of articles: its own files would have no end of changes.
                yield {path for path in paths if not path.is_relative_to(self.index.resolve())}
        except WatchfilesRustInternalError:
            return  # it has lost track, by a name that is no text for one: everything is compared, which names it
        except FileNotFoundError:
            return  # the folder, just gone
        except OSError as error:
            raise FolderError(
                f"{self.folder} cannot be watched ({error}): allow yourself to read all folders in it and, on Linux, "
                "raise fs.inotify.max_user_watches, or set WATCHFILES_FORCE_POLLING=1"
            ) from error

    def _ingest(self, root: Path) -> None:
        try:
            report = self._revised(root)
        except QaError as trouble:
            self._failed(trouble)
            return
        if report is not None:
            self._report(report)
        if not self.begun:
            self.encoder.encode_question("?")  # loads the model, so that the first change need not wait for it
            self.report_line(f"watching {self.folder}")
        self.begun, self.everything, self.again, self.trouble = True, False, math.inf, ""
        self.paths.clear()

    def _revised(self, root: Path) -> BuildReport | None:
        """Ingest what is due; return None where none of it concerns an article."""
        if not self.everything:
            try:
                selection = self._selection()
                paths = [path for path in self.paths if self._concerns_articles(path, root, selection)]
                if not paths:
                    return None
                if len(paths) < _MANY_FILES and sum(is_folder(path) for path in paths) < _MANY_FOLDERS:
                    return update_files(paths, self.index, self.encoder, self.settings)
            except IndexMissing:  # somebody has deleted it, to have it made again
                self.revision = 0
            self.everything = True
        return build_folder(self.folder, self.index, self.encoder, self.settings)

    def _concerns_articles(self, path: Path, root: Path, selection: Sequence[str]) -> bool:
        """Return whether a path is, or was, a file or a folder of articles; what is hidden is temporary or foreign."""
        below = path.relative_to(root)
        if any(part.startswith(".") or part.endswith("~") for part in below.parts):
            return False
        if any(is_link(root / above) for above in below.parents if above.parts):
            return False
        name = below.as_posix()
        if not is_chosen(name, selection) and not (is_folder(path) and may_hold(name, selection)):
            return False
        if os.path.lexists(path):
            return True
        with reading(self.index) as connection:
            return bool(files_below(connection, name) or stored_digests(connection, [name]))

    def _selection(self) -> tuple[str, ...]:
        return with_choices_of(self.index, self.settings).selection or ()

    def _report(self, report: BuildReport) -> None:
        if report.revision != self.revision:
            self.report_line(f"revision {report.revision}: {report}")
        self.revision = report.revision
        skipped = frozenset(f"skipped {unreadable}" for unreadable in report.skipped)
        for line in sorted(skipped - self.skipped if self.everything else skipped):
            self.report_line(line)
        self.skipped = skipped if self.everything else self.skipped | skipped

    def _failed(self, trouble: QaError) -> None:
        """Report what is wrong, unless it just was, and when to try again; at the start only what mends itself."""
        busy = isinstance(trouble, IndexBusy)
        if not self.begun and not busy and not isinstance(trouble, FolderEmpty | FolderShrunk):
            raise trouble
        if str(trouble) != self.trouble:
            self.report_line(
                f"{trouble}; trying again until then" if busy else f"{trouble}; trying again at the next change"
            )
        self.trouble = str(trouble)
        wait = _BUSY_SECONDS if busy else _TROUBLE_SECONDS if isinstance(trouble, ArchiveIndexError) else math.inf
        self.again = time.monotonic() + wait


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another of its name."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
