"""Bring an index up to date with some files of its folder, in time that grows with them and not with the archive."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

from qa.articles.folder import FolderListing, is_folder, list_files
from qa.articles.selection import with_file
from qa.build.background import start_rebuilding
from qa.build.choices import with_choices
from qa.build.consent import Consent
from qa.build.folder_diff import Scan, followed_folder, scan_some
from qa.build.ingest import Progress, Silent
from qa.build.report import BuildReport
from qa.build.revision import BuildJob, Revision, revise
from qa.errors import FolderMismatch
from qa.index.lock import writer_lock
from qa.index.rebuild_policy import derive_changes, outgrown, remove_unnamed
from qa.index.store.article_files import files_below
from qa.index.store.changes import read_skipped
from qa.index.store.connection import writing
from qa.index.store.pending_vectors import delete_pending
from qa.index.store.schema import State
from qa.index.store.sqlite_errors import check_there
from qa.index.store.state import require_state
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings


def update_files(
    paths: Iterable[Path],
    index: Path,
    encoder: Encoder,
    settings: Settings,
    consent: Consent | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Ingest what some files, or all files of some folders, hold now; one that is gone is removed.

    Raises:
        FolderMismatch: a path is not in the folder that the index follows.
        FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
    """
    consent, progress = consent or Consent(), progress or Silent()

    def revised(connection: Connection, state: State) -> Revision:
        folder, known = followed_folder(index, state.folder), with_choices(settings, state)
        names = [_below(path, folder) for path in paths]
        for name in names if known.selection else ():
            if not is_folder(folder / name):
                known = replace(known, selection=with_file(known.selection or (), name))
        found = _scan_paths(connection, folder, names, known)
        job = BuildJob(folder, state.folder, index, encoder, known, consent, progress)
        return revise(connection, job, state, found, derive_changes)

    return update_index(index, settings, revised).report


def update_index(index: Path, settings: Settings, revised: Callable[[Connection, State], Revision]) -> Revision:
    """Make a revision of an index in one transaction, alone, and tidy up behind it.

    Raises:
        ArchiveIndexError: with the remedy; nothing was changed.
    """
    check_there(index)
    with writer_lock(index):
        with writing(index) as connection:
            state = require_state(connection, index)
            revision = revised(connection, state)
            rebuild = outgrown(connection, revision.state, settings)
        if revision.state.revision != state.revision:
            remove_unnamed(index, revision.state)
            delete_pending(index, revision.pending)
            if rebuild:
                start_rebuilding(index)
    return revision


def _below(path: Path, folder: Path) -> str:
    """Return the way to a path from the folder of articles; the file itself may be a link, or gone."""
    where = path.absolute()
    whole = where.resolve() if where == folder or where.resolve() == folder else where.parent.resolve() / where.name
    if not whole.is_relative_to(folder):
        raise FolderMismatch(f"{path} is not in {folder}, the folder that the index follows: put it there first")
    return whole.relative_to(folder).as_posix()


def _scan_paths(connection: Connection, folder: Path, names: Sequence[str], settings: Settings) -> Scan:
    """Read the files of some names; the name of a folder stands for all files that are, or were, in it."""
    folders = [name for name in names if is_folder(folder / name)]
    listing = list_files(folder, settings.selection or ()) if folders else FolderListing((), ())
    refused = {it.file for it in read_skipped(connection).values()} if folders else set[str]()

    def within(file: str) -> bool:
        return any(name == "." or file.startswith(f"{name}/") for name in folders)

    files = {*names, *filter(within, listing.files), *filter(within, refused)}
    for name in names:
        files.update(files_below(connection, name))
    found = scan_some(folder, files, settings)
    unread = {it.file for it in found.skipped}
    others = [it for it in listing.skipped if within(it.file) and it.file not in unread]
    return replace(found, skipped=(*found.skipped, *others))
