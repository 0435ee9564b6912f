"""Keep an index up to date with its folder as files change, until told to stop."""

import math
import os
import time
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from pathlib import Path
from threading import Event

import watchfiles
from watchfiles._rust_notify import WatchfilesRustInternalError  # documented, and not exported

from qa.articles.folder import SUFFIXES, is_folder, is_link
from qa.build.build import build_folder
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
from qa.index.store.articles import files_below
from qa.index.store.connection import reading
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings

_LOOK_MILLISECONDS = 400
"""How often to look whether the folder is still the same one, and whether it is time to try again."""
_PAUSE_SECONDS, _BUSY_SECONDS, _TROUBLE_SECONDS = 1.0, 1.0, 60.0
_MANY_FILES, _MANY_FOLDERS = 1_000, 4
"""From how many on, comparing the whole folder takes no longer than taking them in one by one."""


def encoder_of(index: Path) -> Encoder:
    """Find the encoder that an index was made with; the default one where there is no index yet.

    Raises:
        ArchiveIndexError, EncoderError: with the remedy.
    """
    try:
        name = Index(index).state().encoder_name
    except IndexMissing:
        name = None
    return find_encoder(name, index)


def watch_folder(
    folder: Path, index: Path, encoder: Encoder, settings: Settings, said: Callable[[str], None], stop: Event
) -> None:
    """Bring an index up to date with a folder, then again at every change, until told to stop.

    `said` gets one line for each revision. What goes wrong later is said once and tried again: nothing is forgotten.

    Raises:
        FolderError, ArchiveIndexError, EncoderError: it cannot begin; the message holds the remedy.
    """
    _Watch(folder, index, encoder, settings, said, stop).run()


class _Watch:
    """What is to be taken in, and what was said of it."""

    def __init__(
        self,
        folder: Path,
        index: Path,
        encoder: Encoder,
        settings: Settings,
        said: Callable[[str], None],
        stop: Event,
    ) -> None:
        self._folder, self._index, self._encoder, self._settings = folder, index, encoder, settings
        self._said, self._stop = said, stop
        self._begun = False
        self._everything, self._paths = True, set[Path]()
        self._again = 0.0
        """When to try again though nothing changes."""
        self._trouble, self._revision = "", 0
        self._skipped = frozenset[str]()

    def run(self) -> None:
        """Follow the folder, and whatever takes its place."""
        self._root()
        with suppress(IndexMissing):
            check_same_folder(self._folder, self._index, Index(self._index).state())
        while not self._stop.is_set():
            try:
                self._follow()
            except FolderError as trouble:
                self._failed(trouble)
            self._everything, self._again = True, 0.0  # what happens meanwhile is seen by nobody
            self._stop.wait(_PAUSE_SECONDS)

    def _follow(self) -> None:
        """Ingest one batch of changes after the other, while the folder is the same one."""
        root, same = self._root(), _identity(self._folder)
        with closing(self._changes(root)) as batches:
            for changes in batches:
                if _identity(self._folder) != same or root in changes:
                    return
                self._paths |= changes
                due = self._everything or self._paths
                if due and (changes or time.monotonic() >= self._again):
                    self._take_in(root)

    def _root(self) -> Path:
        if self._folder.is_dir():
            return self._folder.resolve()
        raise FolderMissing(
            f"{self._folder} is gone: its articles stay in the index until it is back"
            if self._begun
            else f"{self._folder}: no such folder; name the folder that holds the articles"
        )

    def _changes(self, root: Path) -> Generator[set[Path]]:
        """Yield the paths that changed; none where nothing did for a while. The first come when the watch stands."""
        try:
            for changes in watchfiles.watch(
                root,
                watch_filter=None,
                step=self._settings.watch_quiet_milliseconds,
                debounce=self._settings.watch_longest_milliseconds,
                rust_timeout=_LOOK_MILLISECONDS,
                yield_on_timeout=True,
                stop_event=self._stop,
            ):
                paths = {Path(path) for _, path in changes}
                # The index may lie in the folder of articles: its own files would have no end of changes.
                yield {path for path in paths if not path.is_relative_to(self._index.resolve())}
        except WatchfilesRustInternalError:
            return  # it has lost track, by a name that is no text for one: everything is compared, which names it
        except FileNotFoundError:
            return  # the folder, just gone
        except OSError as error:
            raise FolderError(
                f"{self._folder} cannot be watched ({error}): allow yourself to read all folders in it and, on Linux, "
                "raise fs.inotify.max_user_watches, or set WATCHFILES_FORCE_POLLING=1"
            ) from error

    def _take_in(self, root: Path) -> None:
        try:
            report = self._revised(root)
        except QaError as trouble:
            self._failed(trouble)
            return
        if report is not None:
            self._tell(report)
        if not self._begun:
            self._encoder.encode_question("?")  # loads the model, so that the first change need not wait for it
            self._said(f"watching {self._folder}")
        self._begun, self._everything, self._again, self._trouble = True, False, math.inf, ""
        self._paths.clear()

    def _revised(self, root: Path) -> BuildReport | None:
        """Ingest what is due; return None where none of it concerns an article."""
        if not self._everything:
            try:
                paths = [path for path in self._paths if self._concerns_articles(path, root)]
                if not paths:
                    return None
                if len(paths) < _MANY_FILES and sum(is_folder(path) for path in paths) < _MANY_FOLDERS:
                    return update_files(paths, self._index, self._encoder, self._settings)
            except IndexMissing:  # somebody has deleted it, to have it made again
                self._revision = 0
            self._everything = True
        return build_folder(self._folder, self._index, self._encoder, self._settings)

    def _concerns_articles(self, path: Path, root: Path) -> bool:
        """Return whether a path is, or was, an article file or a folder of such; the rest is temporary or foreign."""
        below = path.relative_to(root)
        if any(part.startswith(".") or part.endswith("~") for part in below.parts):
            return False
        if any(is_link(root / above) for above in below.parents if above.parts):
            return False
        if path.suffix.lower() in SUFFIXES or is_folder(path):
            return True
        if os.path.exists(path):  # noqa: PTH110  Path's own raises where a folder above cannot be entered
            return False
        with reading(self._index) as connection:
            return bool(files_below(connection, below.as_posix()))

    def _tell(self, report: BuildReport) -> None:
        if report.revision != self._revision:
            self._said(f"revision {report.revision}: {report}")
        self._revision = report.revision
        skipped = frozenset(f"skipped {unreadable}" for unreadable in report.skipped)
        for line in sorted(skipped - self._skipped if self._everything else skipped):
            self._said(line)
        self._skipped = skipped if self._everything else self._skipped | skipped

    def _failed(self, trouble: QaError) -> None:
        """Report what is wrong, unless it just was, and when to try again; at the start only what mends itself."""
        busy = isinstance(trouble, IndexBusy)
        if not self._begun and not busy and not isinstance(trouble, FolderEmpty | FolderShrunk):
            raise trouble
        if str(trouble) != self._trouble:
            self._said(f"{trouble}; trying again until then" if busy else f"{trouble}; trying again at the next change")
        self._trouble = str(trouble)
        wait = _BUSY_SECONDS if busy else _TROUBLE_SECONDS if isinstance(trouble, ArchiveIndexError) else math.inf
        self._again = time.monotonic() + wait


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another of its name."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
