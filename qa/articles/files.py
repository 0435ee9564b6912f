"""Read a file of the folder of articles: what it is by its content, its digest, and the articles in it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from qa.articles.folder import open_file, read_bytes
from qa.articles.formats.detection import HEAD, readable_format
from qa.articles.formats.known import FORMATS, Format
from qa.articles.formats.reading import read_records
from qa.articles.formats.record import Record
from qa.articles.formats.versions import parser_versions
from qa.articles.given import read_given
from qa.articles.language import read_tag
from qa.articles.parsing import read_article
from qa.articles.web_address import web_address
from qa.errors import ArticleUnreadable
from qa.records import Article, NewArticle, ParsedArticle, Source
from qa.settings import Settings

TEXT = FORMATS["text"]
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that can be read: of which format, and what tells it from another content."""

    format: Format
    digest: str
    """The SHA-256 of its bytes; of another format than text, with what reads it and how."""


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file of a kind that is not read, or not here."""

    file: str
    format: str | None
    """The format that a library must be installed for; None of a kind that nothing reads."""

    @property
    def ending(self) -> str:
        """The ending of its name, `.jpg`; nothing where it has none."""
        return PurePosixPath(self.file).suffix.lower()


def examine(folder: Path, file: str, settings: Settings, called: str | None = None) -> KnownFile | UnreadFile:
    """Look at a file: what it is, by its content, and its digest; a file that is handed in may be called otherwise.

    Raises:
        ArticleUnreadable: it cannot be read; the message says why.
    """
    with open_file(folder, file) as opened:
        found = readable_format(called or file, opened.read(HEAD))
        if found is None:
            return UnreadFile(file, None)
        if not found.installed:
            return UnreadFile(file, found.name)
        if found == TEXT:
            return KnownFile(found, content_digest(read_bytes(folder, file, settings)))
        opened.seek(0)
        read_by = f"{_digest(opened)} {parser_versions()} {settings.columns}"
        return KnownFile(found, hashlib.sha256(read_by.encode()).hexdigest())


def read_file(
    folder: Path,
    file: str,
    format: Format,  # noqa: A002
    settings: Settings,
) -> Iterator[ParsedArticle | ArticleUnreadable]:
    """Read the articles of a file one after the other; one that cannot be read is named, and the rest goes on.

    Raises:
        ArticleUnreadable: the whole file cannot be read; the message says why.
    """
    if format == TEXT:
        yield of_file(file, read_article(file, read_bytes(folder, file, settings)))
        return
    with open_file(folder, file) as opened:
        for record in read_records(file, opened, format, settings, dict(settings.columns)):
            yield record if isinstance(record, ArticleUnreadable) else _parsed(file, format, record, settings)


def read_upload(name: str, path: Path, settings: Settings) -> None:
    """Check that a file which somebody hands in holds an article that can be read.

    Raises:
        ArticleUnreadable: it does not; the message says why.
    """
    known = examine(path.parent, path.name, settings, name)
    if isinstance(known, UnreadFile):
        raise ArticleUnreadable(name, not_read(known))
    first: ArticleUnreadable | None = None
    for it in read_file(path.parent, path.name, known.format, settings):
        if not isinstance(it, ArticleUnreadable):
            return
        first = first or it
    raise ArticleUnreadable(name, first.reason if first else "it holds no articles")


def not_read(unread: UnreadFile) -> str:
    """Return why a file is not read, and what would change that."""
    if unread.format is None:
        return "it is of a kind that is not read; save it as text"
    return f"reading it ({unread.format}) needs a library: pip install 'qa-news-archive[formats]'"


def of_file(file: str, parsed: ParsedArticle) -> ParsedArticle:
    """Return the article of a text file, with where it comes from."""
    return replace(parsed, article=replace(parsed.article, source=Source(file)))


def read_stored_article(article: Article, settings: Settings) -> ParsedArticle:
    """Read an article of a file again from what is stored of it."""
    source = article.source
    if source is not None and source.format == TEXT.name:
        return of_file(source.file, read_article(article.file, article.text.encode()))
    parsed = read_given(NewArticle.of(article), settings)
    again = replace(
        parsed.article,
        language=article.language,
        second_language=article.second_language,
        updated=article.updated,
        source=source,
    )
    return replace(parsed, article=again)


def content_digest(data: bytes) -> str:
    """Hash the bytes of a file (SHA-256): an article whose hash is the same has not changed."""
    return hashlib.sha256(data).hexdigest()


def _parsed(file: str, format: Format, record: Record, settings: Settings) -> ParsedArticle | ArticleUnreadable:  # noqa: A002
    """Parse a record as a text is, with what its file states in place of what the text does."""
    source = Source(file, format.name, record.id, record.saved, record.page_starts)
    url = record.url if record.url and web_address(record.url) else None
    given = NewArticle(
        record.text,
        source.key,
        record.title,
        record.outlet,
        record.date,
        record.author,
        record.place,
        record.section,
        url,
    )
    try:
        parsed = read_given(given, settings)
    except ArticleUnreadable as problem:
        return ArticleUnreadable(source.key, problem.reason)
    article = replace(parsed.article, updated=record.updated, source=source)
    article = replace(article, author=article.author or record.kept_author)
    if article.title is None and record.kept_title:
        article = replace(article, title=record.kept_title, name=record.kept_title)
    if language := read_tag(record.language or ""):
        article = replace(article, language=language, second_language=None)
    return replace(parsed, article=article)


def _digest(opened: BinaryIO) -> str:
    found = hashlib.sha256()
    while block := opened.read(_BLOCK):
        found.update(block)
    return found.hexdigest()
