"""An answer, its evidence, and what it was answered with."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from qa.errors import quoted
from qa.records.absence import Absence
from qa.records.article import Article, Copy, Passage, Sentence
from qa.records.forms import nested, row
from qa.records.markup import answer_markup, evidence_markup
from qa.records.parts import Parts
from qa.records.request import Kind, SearchRequest

Verdict = Literal["answered", "weak", "none"]
Vague = Literal["open", "leaning"]
"""A question that names nothing to look for, or leans on one that was asked before."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that may answer, with the sentence that does and where it comes from."""

    score: float
    """What the evidence is ranked by: the sum of `parts`."""
    probability: float | None
    """How likely it is that this passage, or a copy of it, answers the question; None where there is no verdict."""
    sentence: Sentence
    passage: Passage
    article: Article
    copies: tuple[Copy, ...]
    parts: Parts
    paragraphs: int
    """How many kept paragraphs its article has: `passage.number` is one of them."""
    relevant: bool = True
    """Whether it, or a copy of it, is one of the relevant passages that are counted."""
    earlier: tuple[Copy, ...] = ()
    """What earlier versions of its article said in its place, where that differs; the newest of them first."""
    notes: tuple[str, ...] = ()
    """The published corrections of its article that bear on it, word for word."""

    def __repr__(self) -> str:
        likely = "" if self.probability is None else f", probability {self.probability:.2f}"
        return f"<Evidence {quoted(self.sentence.text)} from {quoted(self.article.file)}{likely}>"

    def _repr_html_(self) -> str:
        return str(evidence_markup(self))


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
class AskedTime:
    """Words of a question that point at now, or at the days of reports, and what was made of them."""

    words: str
    """As they were typed."""
    first: str | None
    """The first day that they mean; None where they have no beginning, or only prefer the newest."""
    last: str | None
    asked_on: str | None
    """The day that they were read against; None where no article states a full date."""
    soft: bool
    """Whether they only put the newest first among equals; else only articles of these days are searched."""
    applied: bool
    """Whether it was done: a stated date filter stands instead, and one that would leave no passage is left out."""

    @property
    def narrows(self) -> bool:
        """Whether only some of the articles are searched."""
        return self.applied and not self.soft


@dataclass(frozen=True, slots=True)
class DatedAnswer:
    """One of several answers that differ by the day of their article."""

    rank: int
    """That of its evidence, from 1; 1 is the first of the first page."""
    date: str
    """Its article's: 2022-12-10."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """What filters name and no article states, as they name it."""

    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, and how much of the archive is on it; filters count."""

    words: str
    """Without what asks for it: “the Oscars” of “Tell me about the Oscars”."""
    passages: int
    """How many hold all its words, in their headline too; they stand first among the evidence."""
    articles: int
    """In how many articles."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of an archive to a question; it has the length of its evidence, and iterates over it."""

    request: SearchRequest
    """What was asked for, with the question in one line."""
    verdict: Verdict | None
    """None for a topic, which nothing answers, and for a question in a language that is not read: see `readable`."""
    confidence: float | None
    """How likely it is that one of the best five evidences, or a copy of theirs, answers the question; never less than
    any evidence has. None where the verdict is."""
    revision: int
    """The state of the archive that answered."""
    evidence: tuple[Evidence, ...]
    """What is relevant, then the rest, each in the order asked for, whatever the verdict."""
    best: int | None = None
    """The rank, from 1, of the likeliest passage, which carries the verdict; 1 is the first of the first page."""
    lacking: tuple[str, ...] = ()
    """Names and numbers of the question that none of the best five evidences holds, as they were typed."""
    relevant: int = 0
    """How many passages are relevant, copies too, whatever the limit: as `Archive.survey` counts them."""
    among: int | None = None
    """Among how many passages that are closest to the question; None where among all. Filters choose among those."""
    topic: Topic | None = None
    """What was searched for, where that is a topic."""
    vague: Vague | None = None
    language: str | None = None
    """In which the question was read, a BCP 47 tag."""
    readable: tuple[str, ...] = ()
    """The languages that the archive's model reads, where it does not read the question's: what is found then shares
    its words, and whether that answers is not known."""
    undated: int = 0
    """How many articles a date filter left out because they state no full date."""
    corrections: tuple[Correction, ...] = ()
    """Misspelt words, and what they were read as."""
    unheld: tuple[str, ...] = ()
    """Quoted words that no passage holds, each or all of them together: searched without."""
    unknown: Unknown = Unknown()
    """What the filters name and no article states."""
    time: AskedTime | None = None
    """The words of the question that point at now, or at the days of reports; None where none do."""
    differing: tuple[DatedAnswer, ...] = ()
    """Where the best evidence of several days gives different figures or names: one of each, the newest first."""
    absence: Absence | None = None
    """What is missing; None unless the verdict is "none"."""

    @property
    def filtered(self) -> bool:
        """Whether it is of some of the articles only, by filters or by the words of the question."""
        return self.request.filtered or (self.time is not None and self.time.narrows)

    @property
    def question(self) -> str:
        """The question, in one line."""
        return self.request.question

    @property
    def kind(self) -> Kind:
        """What the search was taken for."""
        return "question" if self.topic is None else "topic"

    @property
    def found_by_meaning(self) -> bool:
        """Whether all of the best evidence is in another language than the question."""
        of = [it.passage.language for it in self.evidence[:5]]
        return bool(of) and not self.readable and self.language is not None and not {self.language, None} & set(of)

    @property
    def carrier(self) -> Evidence | None:
        """The evidence that carries the verdict; None of a topic, and where it stands on another page."""
        at = -1 if self.best is None else self.best - 1 - self.request.offset
        return self.evidence[at] if 0 <= at < len(self.evidence) else None

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as dictionaries, lists, texts and numbers, with the keys of `qa ask --json`.

        Articles are without their texts; `Archive.article` returns one whole.
        """
        return nested(self)

    def to_rows(self) -> list[dict[str, str | float | int | None]]:
        """Return a flat row for each evidence, best first: `pandas.DataFrame(answer.to_rows())` is a table.

        `rank` counts from 1, the first of the first page, as `best` does.
        """
        first = 1 + self.request.offset
        return [row(self, rank, evidence) for rank, evidence in enumerate(self.evidence, start=first)]

    def __len__(self) -> int:
        return len(self.evidence)

    def __bool__(self) -> bool:
        return True  # an answer without evidence is an answer

    def __iter__(self) -> Iterator[Evidence]:
        return iter(self.evidence)

    def __repr__(self) -> str:
        passages = f"{len(self)} passage{'' if len(self) == 1 else 's'}"
        if self.confidence is None:
            found = "topic" if self.topic else f"{self.language} is not read"
        else:
            found = f"{self.verdict}, {self.confidence:.2f}"
        return f"<Answer to {quoted(self.question)}: {found}, {passages}>"

    def _repr_html_(self) -> str:
        return answer_markup(self)
