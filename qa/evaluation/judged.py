"""Judged questions read from a file, and which passages answer them.

A question is one line of JSON: `id`, `question`, `answerable`, the `answer` verbatim, and where it stands: `gold`, a
list of `{"article": file, "paragraph": number}`, or `gold_quotes`, any of which the passage must hold; where both are
given, either will do. `not_gold` are quotes of passages that do not answer. A file's paragraphs are what blank lines
part, counted from 0, the headline.

Visitors' thumbs, which stand between such lines, say less (see `judgements`): `answerable` is null where none is on the
verdict or on a passage that answers, and an empty list of `gold_quotes` says that the question is answered, but not by
what.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from qa.archive.archive import Archive
from qa.articles.plain_text import plain
from qa.errors import InvalidJudgements, NotInArchive
from qa.evaluation.judgements.rows import QuestionRow, question_rows
from qa.evaluation.named_file import read_named
from qa.records import Article, Evidence, Passage

_BLANK_LINES = re.compile(r"\n\s*\n")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of an article's text between blank lines, and its words, tidied."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
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
        """The number of gold to find: of paragraphs, or one where there are quotes, any of which will do.

        It may be nothing though the question is answered: a visitor has said that, and not which passage answers.
        """
        return 1 if self.quotes else len(self.paragraphs)

    def found_in(self, article: Article, passage: Passage) -> frozenset[str]:
        """Return the gold that a passage holds: as a whole, or as a cut that holds the answer."""
        words = tidy(passage.text)
        if any(quote in words for quote in self.not_quotes):
            return frozenset()
        if any(quote in words for quote in self.quotes):
            return frozenset({"quote"})
        touched = self.touched(article, passage)
        gold = frozenset(it for it in touched if it in words or (self.answer and self.answer in words))
        return frozenset({"quote"}) if gold and self.quotes else gold

    def touched(self, article: Article, passage: Passage) -> frozenset[str]:
        """Return the gold paragraphs that a passage is, contains, or is cut out of."""
        if not self.paragraphs:
            return frozenset()
        return frozenset(
            paragraph.words
            for paragraph in text_blocks(article.text)
            if paragraph.start < passage.end and passage.start < paragraph.end and paragraph.words in self.paragraphs
        )

    def found(self, evidence: Evidence) -> frozenset[str]:
        """Return the gold that an evidence or one of its copies holds."""
        places = [(evidence.article, evidence.passage), *((copy.article, copy.passage) for copy in evidence.copies)]
        return frozenset[str]().union(*(self.found_in(article, passage) for article, passage in places))


@dataclass(frozen=True, slots=True)
class JudgedFile:
    """The questions of a file."""

    judged: tuple[JudgedQuestion, ...]
    not_judged: int
    """The number of others, which nobody has called answered or not."""


def read_judged_file(path: Path, archive: Archive) -> JudgedFile:
    """Read a file of questions; the gold paragraphs' words come from the archive, which holds whole files.

    Raises:
        InvalidJudgements: the file cannot be read, a line of it is no judged question of this archive, two have the
            same id, or none is judged.
    """
    rows = _rows(path)
    judged = {row.line: it for row in rows if (it := _read(path, row, archive)) is not None}
    if not judged:
        kind = "judged questions" if rows else "questions"
        raise InvalidJudgements(f"{path} holds no {kind}: each is one line of JSON (see `qa evaluate --help`)")
    first: dict[str, int] = {}
    for number, it in judged.items():
        if first.setdefault(it.id, number) != number:
            raise InvalidJudgements(
                f"{path}, line {number}: its id {it.id!r} is that of line {first[it.id]} too: change one of them"
            )
    return JudgedFile(tuple(judged.values()), len(rows) - len(judged))


def _rows(path: Path) -> list[QuestionRow]:
    try:
        return question_rows(_bytes(path))
    except ValueError as error:
        raise InvalidJudgements(
            f"{path}, {error}: name a file of judged questions (see `qa evaluate --help`)"
        ) from error


def _read(path: Path, row: QuestionRow, archive: Archive) -> JudgedQuestion | None:
    """Read a row; None where nobody has said whether its question is answered."""
    try:
        return _judged(row.judged(), row.line, archive)
    except NotInArchive as error:
        raise InvalidJudgements(f"{path}, line {row.line}: {error}; name the index it is about with --index") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidJudgements(
            f"{path}, line {row.line}: not a judged question ({type(error).__name__}: {error}); it needs question, "
            "answerable, and gold or gold_quotes (see `qa evaluate --help`)"
        ) from error


def _judged(row: Mapping[str, object], number: int, archive: Archive) -> JudgedQuestion | None:
    answerable = row["answerable"]
    if not isinstance(answerable, bool | None):
        raise TypeError(f"answerable is {answerable!r}, but must be true or false without quotes")
    judged = JudgedQuestion(
        id=str(row.get("id", number)),
        question=_words("question", row["question"]),
        answerable=bool(answerable),
        answer="" if row.get("answer") in (None, "") else tidy(_words("answer", row["answer"])),
        paragraphs=frozenset(_gold(it, archive) for it in _list("gold", row)),
        quotes=_quotes("gold_quotes", row),
        not_quotes=_quotes("not_gold", row),
    )
    if not judged.answerable:  # gold of a question that is not answered is none
        return None if answerable is None else replace(judged, paragraphs=frozenset(), quotes=())
    if not judged.to_find and row.get("gold_quotes") != []:
        raise ValueError("answerable, with neither gold nor gold_quotes to know an answer by")
    return judged


def _gold(place: Mapping[str, object], archive: Archive) -> str:
    article, number = _words("article", place["article"]), place["paragraph"]
    if type(number) is not int or number < 0:  # True is an int too, and -1 would be the last
        raise ValueError(f"paragraph is {number!r}, but must be a number from 0")
    every = text_blocks(archive.article(article).text)
    if number >= len(every):
        raise ValueError(f"paragraph is {number}, but the last of {article!r} is {len(every) - 1}")
    return every[number].words


def _quotes(name: str, row: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(tidy(_words(f"each of {name}", quote)) for quote in _list(name, row))


def _list(name: str, row: Mapping[str, object]) -> list[Any]:
    """Return a list, empty where a row has none: a string would be read as its letters."""
    given = row.get(name)
    if not isinstance(given, list | None):
        raise TypeError(f"{name} is {given!r}, but must be a list")
    return given or []


def _words(name: str, given: object) -> str:
    """Return a string that holds something: nothing stands in every passage."""
    if not isinstance(given, str) or not tidy(given):
        raise TypeError(f"{name} is {given!r}, but must be text in quotes")
    return given


@lru_cache(maxsize=4096)
def text_blocks(text: str) -> Sequence[TextBlock]:
    """Split a text at blank lines."""
    ends = [*_BLANK_LINES.finditer(text)]
    starts = [0, *(end.end() for end in ends)]
    spans = zip(starts, [*(end.start() for end in ends), len(text)], strict=True)
    return tuple(TextBlock(start, end, tidy(text[start:end])) for start, end in spans if text[start:end].strip())


def tidy(text: str) -> str:
    """Normalise words for comparison: white space, case, and the shapes of quotes and dashes do not count."""
    return " ".join(plain(text).translate(_SAME).split()).casefold()


def digest(path: Path) -> str:
    """Hash a file of questions (SHA-256), so that a result says what it was measured on.

    Raises:
        InvalidJudgements: it cannot be read.
    """
    return hashlib.sha256(_bytes(path)).hexdigest()


def _bytes(path: Path) -> bytes:
    return read_named(path, "name a file of judged questions")
