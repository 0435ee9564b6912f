"""Read judged questions, and say which passages answer them.

A question is one line of JSON: `id`, `question`, `answerable`, the `answer` verbatim, and where it stands: `gold`, a
list of `{"article": file, "paragraph": number}`, or `gold_quotes`, any of which the passage must hold. `not_gold` are
quotes of passages that do not answer. A file's paragraphs are what blank lines part, counted from 0, the headline.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qa.archive import Archive
from qa.errors import InvalidJudgements, NotInArchive
from qa.plain_text import plain
from qa.records import Article, Evidence, Passage

_BLANK_LINES = re.compile(r"\n\s*\n")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a paragraph stands in its article's text, and its words, tidied."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what is known of its answer."""

    id: str
    question: str
    answerable: bool
    answer: str
    """Tidied; empty where none is given."""
    paragraphs: frozenset[str]
    """The words of the gold paragraphs, tidied: the same words elsewhere are gold too."""
    quotes: tuple[str, ...]
    """Tidied; each is a way to say the same."""
    not_quotes: tuple[str, ...] = ()
    """Tidied; what holds one of these does not answer, whatever else it holds."""

    @property
    def to_find(self) -> int:
        """Count what there is to find: paragraphs, or one where any quote will do."""
        return len(self.paragraphs) or min(len(self.quotes), 1)

    def found_in(self, article: Article, passage: Passage) -> frozenset[str]:
        """Give which of the gold a passage holds: as a whole, or as a cut that holds the answer."""
        words = tidy(passage.text)
        if any(quote in words for quote in self.not_quotes):
            return frozenset()
        if any(quote in words for quote in self.quotes):
            return frozenset({"quote"})
        touched = self.touched(article, passage)
        return frozenset(gold for gold in touched if gold in words or (self.answer and self.answer in words))

    def touched(self, article: Article, passage: Passage) -> frozenset[str]:
        """Give which gold paragraphs a passage is, contains, or is cut out of."""
        if not self.paragraphs:
            return frozenset()
        return frozenset(
            paragraph.words
            for paragraph in paragraphs(article.text)
            if paragraph.start < passage.end and passage.start < paragraph.end and paragraph.words in self.paragraphs
        )

    def found(self, evidence: Evidence) -> frozenset[str]:
        """Give which of the gold an evidence or one of its copies holds."""
        places = [(evidence.article, evidence.passage), *((copy.article, copy.passage) for copy in evidence.copies)]
        return frozenset[str]().union(*(self.found_in(article, passage) for article, passage in places))


def read_questions(path: Path, archive: Archive) -> list[Judged]:
    """Read a file of questions; the gold paragraphs' words come from the archive, which holds whole files.

    Raises:
        InvalidJudgements: the file cannot be read, or a line of it is no judged question of this archive.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidJudgements(f"{path}: cannot be read as text ({error}): name a file of judged questions") from error
    found = [_read(path, number, line, archive) for number, line in enumerate(lines, start=1) if line.strip()]
    if not found:
        raise InvalidJudgements(f"{path} holds no questions: each is one line of JSON (see `qa evaluate --help`)")
    return found


def _read(path: Path, number: int, line: str, archive: Archive) -> Judged:
    try:
        row = json.loads(line)
        words = {_gold(it, archive) for it in row.get("gold") or ()}
        return Judged(
            id=str(row.get("id", number)),
            question=str(row["question"]),
            answerable=bool(row["answerable"]),
            answer=tidy(str(row.get("answer") or "")),
            paragraphs=frozenset(words),
            quotes=tuple(tidy(quote) for quote in row.get("gold_quotes") or ()),
            not_quotes=tuple(tidy(quote) for quote in row.get("not_gold") or ()),
        )
    except NotInArchive as error:
        raise InvalidJudgements(f"{path}, line {number}: {error}; name the index it is about with --index") from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise InvalidJudgements(
            f"{path}, line {number}: not a judged question ({type(error).__name__}: {error}); it wants question, "
            "answerable, and gold or gold_quotes"
        ) from error


def _gold(place: dict[str, object], archive: Archive) -> str:
    every = paragraphs(archive.article(str(place["article"])).text)
    return every[int(str(place["paragraph"]))].words


@lru_cache(maxsize=4096)
def paragraphs(text: str) -> Sequence[Paragraph]:
    """Part a text at blank lines."""
    ends = [*_BLANK_LINES.finditer(text)]
    starts = [0, *(end.end() for end in ends)]
    spans = zip(starts, [*(end.start() for end in ends), len(text)], strict=True)
    return tuple(Paragraph(start, end, tidy(text[start:end])) for start, end in spans if text[start:end].strip())


def tidy(text: str) -> str:
    """Make words comparable: white space, case, and the shapes of quotes and dashes do not count."""
    return " ".join(plain(text).translate(_SAME).split()).casefold()


def digest(path: Path) -> str:
    """Hash a file of questions (SHA-256), so that a result says what it was measured on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
