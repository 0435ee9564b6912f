"""Bring an index up to date with some files of its folder, in time that grows with them and not with the archive."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from sqlite3 import Connection

from qa.articles.folder import FolderListing, is_folder, list_files
from qa.build.background import start_rebuilding
from qa.build.build import Consent, check_encoder
from qa.build.folder_diff import Scan, check_not_shrunk, diff_folder, scan_some
from qa.build.ingest import Progress, Silent
from qa.build.report import BuildReport, report
from qa.build.revision import Source, made_otherwise, revise
from qa.errors import ArticleUnreadable, FolderMismatch
from qa.index.derived_files import Contents
from qa.index.derived_policy import derive_changes, outgrown, remove_unnamed
from qa.index.lock import writer_lock
from qa.index.store.articles import files_below, next_row, stored_digests
from qa.index.store.changes import forget_skipped, read_skipped, write_skipped
from qa.index.store.connection import check_there, missing, writing
from qa.index.store.pending_vectors import forget_pending
from qa.index.store.state import read_state
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class _Touched:
    """The files that an update is about, and what they hold now."""

    files: frozenset[str]
    found: Scan


def update_files(
    paths: Iterable[Path],
    index: Path,
    encoder: Encoder,
    settings: Settings,
    consent: Consent | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Take in what some files, or all files of some folders, hold now; one that is gone is removed.

    Raises:
        FolderMismatch: a path is not in the folder that the index follows.
        FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
    """
    check_there(index)
    with writer_lock(index):
        with writing(index) as connection:
            state = read_state(connection)
            if state is None:
                raise missing(index)
            check_encoder(index, state, encoder)
            folder = (index / state.folder).resolve()
            touched = _touched(connection, folder, [_below(path, folder) for path in paths], settings)
            refused = {file: it for file, it in read_skipped(connection).items() if file in touched.files}
            stored = stored_digests(connection, touched.files)
            diff = diff_folder(touched.found, stored, refused)
            if consent is None or not consent.fewer_articles:
                check_not_shrunk(diff, folder, state.articles)
            if made_otherwise(state, encoder):
                others = stored_digests(connection).keys() - stored.keys()
                diff = replace(diff, unchanged=(*diff.unchanged, *sorted(others)))
            elif not diff.differs:
                _remember(connection, touched, diff.skipped, touched.found.digests)
                return report(diff, state.revision, 0, diff.skipped)
            source = Source(folder, state.folder, encoder, settings)
            revised = revise(connection, index, source, state, diff, progress or Silent(), derive_changes)
            contents = Contents(revised.state.passages, next_row(connection, "passage") - 1)
            due = outgrown(connection, revised.state, contents, settings)
            skipped = (*diff.skipped, *revised.unreadable)
            _remember(connection, touched, skipped, revised.digests(touched.found.digests))
        remove_unnamed(index, revised.state)
        forget_pending(index, revised.pending)
        if due:
            start_rebuilding(index)
        return report(diff, revised.state.revision, revised.encoded, skipped)


def _below(path: Path, folder: Path) -> str:
    """Name a path by its way below the folder of articles; the file itself may be a link, or gone."""
    where = path.absolute()
    whole = where.resolve() if where == folder or where.resolve() == folder else where.parent.resolve() / where.name
    if not whole.is_relative_to(folder):
        raise FolderMismatch(f"{path} is not in {folder}, the folder that the index follows: put it there first")
    return whole.relative_to(folder).as_posix()


def _touched(connection: Connection, folder: Path, names: Sequence[str], settings: Settings) -> _Touched:
    """List what names stand for, those of folders for all that is in them, or was, and read it."""
    folders = [name for name in names if is_folder(folder / name)]
    listing = list_files(folder, settings) if folders else FolderListing((), ())
    known = read_skipped(connection) if folders else {}

    def within(file: str) -> bool:
        return any(name == "." or file.startswith(f"{name}/") for name in folders)

    files = {*names, *filter(within, listing.files), *filter(within, known)}
    for name in names:
        files.update(files_below(connection, name))
    found = scan_some(folder, files, settings)
    unread = {it.file for it in found.skipped}
    others = [it for it in listing.skipped if within(it.file) and it.file not in unread]
    return _Touched(frozenset(files), Scan(found.digests, (*found.skipped, *others)))


def _remember(
    connection: Connection,
    touched: _Touched,
    skipped: Sequence[ArticleUnreadable],
    digests: Mapping[str, str | None],
) -> None:
    forget_skipped(connection, touched.files)
    write_skipped(connection, skipped, digests)
