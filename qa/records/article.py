"""Articles and their parts.

Offsets count characters of `article.text` (a Sentence's: of its passage), `start` included and `end` not, so
that `passage.text == article.text[passage.start:passage.end]` always.
"""

import datetime
import re
from bisect import bisect_right
from dataclasses import dataclass, field

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, in characters; `end` is not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One or two neighbouring sentences of a passage, verbatim."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was read from."""

    file: str
    """The path below the folder of articles, with `/` between its parts."""
    format: str = "text"
    """What the file is by its content: text, html, pdf, csv…"""
    record: str | None = None
    """What the article is called inside its file; None where the file is one article."""
    saved: str | None = None
    """The day on which a page was crawled or saved, where that is stated: it says nothing of publication."""
    pages: tuple[int, ...] = ()
    """Where each page of a PDF begins in the article's text."""

    @property
    def key(self) -> str:
        """What the article is called in the archive: its file, and the record in it."""
        return self.file if self.record is None else f"{self.file}#{self.record}"

    def page(self, place: int) -> int | None:
        """Return the page, from 1, that a place of the text stands on; None where there are no pages."""
        return bisect_right(self.pages, place) or None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what it states of itself, and its whole text."""

    file: str
    """The path below the folder of articles, with `/` between its parts; of one of several in a file, `file#record`."""
    text: str = field(repr=False)
    """What its file holds as text: of a text file every character but a byte order mark, line ends as a line feed."""
    name: str
    """Its name: the title, else the first words of the first paragraph."""
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    """As stated: `2022-12-10`, `2022-12`, `--12-10` where no year is given, or None; never guessed."""
    author: str | None = None
    place: str | None = None
    section: str | None = None
    url: str | None = None
    language: str | None = None
    """A BCP 47 tag, `ru`: as stated, else the one that most of the text is in; None where it has too few words."""
    second_language: str | None = None
    """Another one that a fifth of the text or more is in."""
    updated: str | None = None
    """The day of its last change, where it is stated apart."""
    source: Source | None = None
    """Where it was read from; None where it was handed in without a file."""

    @property
    def published(self) -> datetime.date | None:
        """The date as a day; None where the year, the month or the day is not stated, or there is no such day."""
        if self.date is None or _DAY.fullmatch(self.date) is None:
            return None
        try:
            return datetime.date.fromisoformat(self.date)
        except ValueError:  # 30 February
            return None


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list of articles: what it states, without its text."""

    file: str
    name: str
    outlet: str | None
    date: str | None
    author: str | None
    place: str | None
    section: str | None
    passages: int
    """How many passages it has."""
    language: str | None = None
    second_language: str | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is in."""
        return tuple(it for it in (self.language, self.second_language) if it)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of an article's text that becomes a passage, with the heading it stands under."""

    start: int
    end: int
    heading: str | None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of an article's text that is not a passage, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """What parsing one file gives: the article, the paragraphs kept and the parts dropped, in text order."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim stretch of one article, short enough for the encoder to read whole."""

    id: str
    """16 hexadecimal digits from the file's name and the text: a permalink that survives rebuilds."""
    text: str
    start: int
    end: int
    number: int
    """Which of the article's kept paragraphs this is, from 1; pieces of a long paragraph share it."""
    heading: str | None
    language: str | None = None
    """Its article's, or the second one of that."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A near-identical passage elsewhere in the archive."""

    article: Article
    passage: Passage
