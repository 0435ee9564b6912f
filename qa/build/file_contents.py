"""Return what a file of the folder holds: of which kind it is, and its articles one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from qa.articles.files import KnownFile, UnreadFile, examine, read_file
from qa.errors import ArticleUnreadable
from qa.records import ParsedArticle
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class FileContents:
    """What a file holds."""

    known: KnownFile | UnreadFile
    articles: Iterator[ParsedArticle | ArticleUnreadable]
    """None of a kind that is not read. Raises ArticleUnreadable where the rest of the file cannot be read."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read whole, or what was in the way."""

    known: KnownFile | UnreadFile | None
    """None where it cannot be opened."""
    articles: tuple[ParsedArticle | ArticleUnreadable, ...] = ()
    problem: ArticleUnreadable | None = None
    """Why there is no more of it."""

    def contents(self) -> FileContents:
        """Return it as reading it here would.

        Raises:
            ArticleUnreadable: it cannot be opened.
        """
        if self.known is None:
            raise self.problem or ArticleUnreadable("", "it cannot be opened")
        return FileContents(self.known, self._each())

    def _each(self) -> Iterator[ParsedArticle | ArticleUnreadable]:
        yield from self.articles
        if self.problem is not None:
            raise self.problem


def open_contents(folder: Path, file: str, settings: Settings) -> FileContents:
    """Open a file of the folder; its articles are read as they are taken.

    Raises:
        ArticleUnreadable: it cannot be opened; the message says why.
    """
    known = examine(folder, file, settings)
    if isinstance(known, UnreadFile):
        return FileContents(known, iter(()))
    return FileContents(known, read_file(folder, file, known.format, settings))


def read_whole(folder: Path, file: str, settings: Settings) -> ReadFile | None:
    """Read a file whole; None where it holds more than one article, for there may be more than memory holds."""
    known, found = None, list[ParsedArticle | ArticleUnreadable]()
    try:
        contents = open_contents(folder, file, settings)
        known = contents.known
        found += islice(contents.articles, 1)
        if found and next(contents.articles, None) is not None:
            return None
    except ArticleUnreadable as problem:
        return ReadFile(known, tuple(found), problem)
    return ReadFile(known, tuple(found))
