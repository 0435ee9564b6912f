"""The records that travel: Article, Passage, Sentence, Evidence, Answer.

Offsets count characters of `article.text` (a Sentence's: of its passage), `start` included and `end` not, so
that `passage.text == article.text[passage.start:passage.end]` always.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["answered", "weak", "none"]
Order = Literal["relevance", "newest", "oldest"]


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
class Article:
    """One file: what it states of itself, and its whole text."""

    file: str
    """The path below the folder of articles, with `/` between its parts."""
    text: str
    """The decoded file without a byte order mark, line ends as a line feed, nothing else changed."""
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


@dataclass(frozen=True, slots=True)
class Copy:
    """A near-identical passage elsewhere in the archive."""

    article: Article
    passage: Passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that may answer, with the sentence that does and where it comes from."""

    score: float
    """What the evidence is ranked by: the sum of `parts`."""
    probability: float
    """How likely it is that this passage, or a copy of it, answers the question."""
    sentence: Sentence
    passage: Passage
    article: Article
    copies: tuple[Copy, ...]
    parts: Mapping[str, float]
    paragraphs: int
    """How many kept paragraphs its article has: `passage.number` is one of them."""


@dataclass(frozen=True, slots=True)
class ModelNames:
    """What reads texts where questions are asked."""

    encoder: str
    fingerprint: str
    """The encoder's: it is the same model where this is the same."""
    reader: bool
    """Whether a reader reads the first passages with the question."""
    reranker: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the question that no passage holds, and what it was read as."""

    word: str
    meant: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """What filters name and no article states: outlets and places in small letters, files as they are named."""

    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of an archive to a question."""

    question: str
    verdict: Verdict
    confidence: float
    """How likely it is that one of the first five evidences, or a copy of theirs, answers the question."""
    revision: int
    """The state of the archive that answered."""
    evidence: tuple[Evidence, ...]
    """Best first, whatever the verdict."""
    undated: int = 0
    """How many articles a date filter left out because they state no full date."""
    corrections: tuple[Correction, ...] = ()
    """Misspelt words, and what they were read as."""
    unheld: tuple[str, ...] = ()
    """Quoted words that no passage holds, each or all of them together: searched without."""
    unknown: Unknown = Unknown()
    """What the filters name and no article states."""
