"""Ingest the files of a folder that have changed: what they hold now is stored, what they hold no longer is removed."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.articles.files import UnreadFile, not_read, read_stored_article
from qa.articles.given import read_again
from qa.build.furniture import KnownFurniture
from qa.build.ingest import Ingest, Progress
from qa.build.reading_ahead import FilesAhead, files_ahead
from qa.build.reading_process import Wanted
from qa.errors import ArticleUnreadable
from qa.index.store.article_files import StoredSource, articles_of, stored_source
from qa.index.store.articles import NO_FILE, article_row_of, set_digest
from qa.index.store.changes import Refusal
from qa.records import ParsedArticle
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Changes:
    """What a revision changes."""

    removed: tuple[str, ...] = ()
    """The files, or ids, whose articles go."""
    read: frozenset[str] = frozenset()
    """The files of the folder to be read."""
    repeated: frozenset[str] = frozenset()
    """The articles to be ingested again, because another encoder or other rules made them: from what is stored of them,
    where their file is not to be read or cannot be."""
    given: tuple[ParsedArticle, ...] = ()
    """The articles that are handed in without a file."""


@dataclass(frozen=True, slots=True)
class FileCounts:
    """What reading a file again changed, in articles."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class IngestedFiles:
    """What became of the files that were read."""

    refused: Mapping[str, Refusal]
    """The files, and articles in files, that cannot be read, by name."""
    counts: Mapping[str, FileCounts]


@dataclass(frozen=True, slots=True)
class _IngestedFile:
    """What became of one file."""

    counts: FileCounts
    refused: Mapping[str, Refusal]


def ingest_changes(ingest: Ingest, folder: Path, changes: Changes, progress: Progress) -> IngestedFiles:
    """Delete what is gone, ingest what is new, changed or to be repeated."""
    refused, counts = dict[str, Refusal](), dict[str, FileCounts]()
    for file in changes.removed:
        names = articles_of(ingest.connection, file)
        for name in names:
            ingest.remove(name)
        counts[file] = FileCounts(removed=len(names))
    files = sorted(changes.read | changes.repeated)
    progress.start(len(files) + len(changes.given))
    for parsed in changes.given:
        ingest.add(parsed, NO_FILE)
        progress.advance(1, ingest.encoded)
    with files_ahead(Wanted(folder, ingest.settings), sorted(changes.read)) as ahead:
        for file in files:
            read = _ingest_file(ingest, ahead, file, file in changes.repeated) if file in changes.read else None
            if read is not None:
                refused |= read.refused
                counts[file] = read.counts
            if file in changes.repeated and (read is None or file in read.refused):
                _ingest_stored(ingest, file)
            progress.advance(1, ingest.encoded)
    ingest.finish()
    progress.advance(0, ingest.encoded)
    return IngestedFiles(refused, counts)


def _ingest_file(ingest: Ingest, ahead: FilesAhead, file: str, repeated: bool) -> _IngestedFile:
    """Ingest what the next file holds now, and remove what it holds no longer; one that cannot be read changes nothing.

    An article that is as it was stays in its rows, unless all is to be ingested again. Where reading breaks off, the
    articles that were read before from behind that place stay.
    """
    before = dict.fromkeys(articles_of(ingest.connection, file))
    digest: str | None = None  # of the bytes read now: they may differ from those that were compared
    seen, refused, counts = set[str](), dict[str, Refusal](), Counter[str]()
    try:
        contents = ahead.take()
        if isinstance(contents.known, UnreadFile):
            return _IngestedFile(FileCounts(), {file: Refusal(not_read(contents.known), None, file)})
        digest = contents.known.digest
        for found in contents.articles:
            if isinstance(found, ArticleUnreadable):
                refused[found.file] = Refusal(found.reason, digest, file)
                continue
            it = ingest.furniture.leave_out(found, ingest.settings)
            problem = _cannot_add(ingest, it, before)
            if problem is not None:
                refused[it.article.file] = Refusal(problem, digest, file)
                continue
            seen.add(it.article.file)
            counts[_ingest_one(ingest, it, digest, repeated)] += 1
    except ArticleUnreadable as problem:
        if not seen:
            return _IngestedFile(FileCounts(), {file: Refusal(problem.reason, digest, file)})
        refused[file] = Refusal(f"{problem.reason}; what stands before that is read", digest, file)
    if not seen:
        reason = next(iter(refused.values())).reason if refused else "it holds no articles"
        return _IngestedFile(FileCounts(), {file: Refusal(reason, digest, file)})
    gone = [name for name in before if name not in seen]
    if file in refused and digest is not None:
        for name in gone:
            set_digest(ingest.connection, name, digest)
        gone = []
    for name in gone:
        ingest.remove(name)
    return _IngestedFile(FileCounts(counts["added"], counts["changed"], len(gone), counts["unchanged"]), refused)


def _ingest_one(ingest: Ingest, parsed: ParsedArticle, digest: str, repeated: bool) -> str:
    """Store an article, unless it is stored as it is; return whether it is added, changed or unchanged."""
    before = stored_source(ingest.connection, parsed.article.file)
    if before is not None and before.article == parsed.article and not repeated:
        set_digest(ingest.connection, parsed.article.file, digest)
        return "unchanged"
    ingest.add(parsed, digest)
    return "added" if before is None else "changed"


def _cannot_add(ingest: Ingest, parsed: ParsedArticle, before: Collection[str]) -> str | None:
    """Return why an article cannot be stored under its name: another has it that is not of its file."""
    name = parsed.article.file
    if name in before or article_row_of(ingest.connection, name) is None:
        return None
    return "another article has that name; rename the file, or remove that article with `Archive.remove`"


def _ingest_stored(ingest: Ingest, file: str) -> None:
    """Ingest the articles of a file again from what is stored of them."""
    for name in articles_of(ingest.connection, file):
        stored = stored_source(ingest.connection, name)
        if stored is not None:
            ingest.add(read_stored(stored, ingest.settings, ingest.furniture), stored.digest)


def read_stored(stored: StoredSource, settings: Settings, furniture: KnownFurniture) -> ParsedArticle:
    """Read an article again from what is stored of it; one without a file has no furniture."""
    if stored.digest == NO_FILE:
        return read_again(stored.article, settings)
    return furniture.leave_out(read_stored_article(stored.article, settings), settings)
