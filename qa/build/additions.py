"""Add articles that are handed in without a file, and remove them: they belong to no folder, and no build does."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

from qa.articles.given import read_given
from qa.articles.plain_text import check_text, is_text
from qa.build.choices import with_choices
from qa.build.consent import Consent
from qa.build.ingest import Progress, Silent
from qa.build.ingest_files import Changes
from qa.build.report import BuildReport
from qa.build.revision import BuildJob, Ingested, Revision, ingest, is_outdated, write_revision
from qa.build.update import update_index
from qa.errors import ArticleInFolder, ArticleNotInArchive, quoted
from qa.index.lock import writer_lock
from qa.index.rebuild_policy import derive_changes
from qa.index.store.article_files import stored_source
from qa.index.store.articles import NO_FILE
from qa.index.store.connection import writing
from qa.index.store.schema import State
from qa.index.store.state import read_state
from qa.models.encoder.protocol import Encoder
from qa.records import Article, NewArticle
from qa.settings import Settings


def create_index(index: Path, encoder: Encoder, settings: Settings) -> None:
    """Create an index that follows no folder and has no article yet; one that is there stays as it is.

    Raises:
        ArchiveIndexError: with the remedy.
    """
    with writer_lock(index), writing(index) as connection:
        if read_state(connection) is None:
            job = BuildJob(index, "", index, encoder, settings, Consent(), Silent())
            write_revision(connection, job, None, ingest(connection, job, None, Changes()), derive_changes)


def add_articles(
    articles: Iterable[NewArticle],
    index: Path,
    encoder: Encoder,
    settings: Settings,
    progress: Progress | None = None,
) -> BuildReport:
    """Add articles in one revision, each in place of the one that was added under its id; the last of an id counts.

    Raises:
        ArticleUnreadable, ArticleInFolder, TypeError: one cannot be added; nothing was changed.
        ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
    """
    read = {it.article.file: it for it in (read_given(given, settings) for given in articles)}

    def revised(connection: Connection, state: State) -> Revision:
        before = {key: _added(connection, key) for key in read}
        new = tuple(it for key, it in read.items() if before[key] != it.article)
        changed = sum(before[it.article.file] is not None for it in new)
        job = _job(index, state, encoder, settings, progress)
        made = _made(connection, job, state, Changes(given=new))
        return _revision(made, added=len(new) - changed, changed=changed, unchanged=len(read) - len(new))

    return update_index(index, settings, revised).report


def remove_articles(ids: Iterable[str], index: Path, encoder: Encoder, settings: Settings) -> BuildReport:
    """Remove articles that were added without a file, in one revision.

    Raises:
        ArticleNotInArchive, ArticleInFolder: one was not added; nothing was changed.
        TypeError: an id is no text.
        ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
    """
    given = list(ids)
    for key in given:
        check_text("id", key)
    keys = tuple(dict.fromkeys(given))

    def revised(connection: Connection, state: State) -> Revision:
        for key in keys:
            if not is_text(key) or _added(connection, key) is None:
                raise ArticleNotInArchive(key)
        made = _made(connection, _job(index, state, encoder, settings, None), state, Changes(removed=keys))
        return _revision(made, removed=len(keys))

    return update_index(index, settings, revised).report


def _added(connection: Connection, key: str) -> Article | None:
    """Read the article that was added under an id; None where there is none.

    Raises:
        ArticleInFolder: the folder has a file of that name.
    """
    stored = stored_source(connection, key)
    if stored is not None and stored.digest != NO_FILE:
        raise ArticleInFolder(f"{quoted(key)} is a file of the folder of articles: change it there, or use another id")
    return stored.article if stored else None


def _job(index: Path, state: State, encoder: Encoder, settings: Settings, progress: Progress | None) -> BuildJob:
    folder = index / state.folder  # read only where other rules made the index
    known = with_choices(settings, state)
    return BuildJob(folder, state.folder, index, encoder, known, Consent(), progress or Silent())


def _made(connection: Connection, job: BuildJob, before: State, changes: Changes) -> Ingested:
    """Ingest changes and bring the derived files up to date, unless there is nothing to do."""
    if changes == Changes() and not is_outdated(before, job.encoder):
        return Ingested(before)
    made = ingest(connection, job, before, changes)
    return replace(made, state=write_revision(connection, job, before, made, derive_changes))


def _revision(made: Ingested, added: int = 0, changed: int = 0, removed: int = 0, unchanged: int = 0) -> Revision:
    report = BuildReport(added, changed, removed, unchanged, made.encoded, (), made.state.revision)
    return Revision(made.state, report, made.pending)
