"""Rank judged questions over an archive, as they are and with what answers them removed, for the reader to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.examples import Kind, holds, rankings
from benchmarks.quality.ranking_archive import RankingArchive
from benchmarks.quality.taken_out import Ranked
from benchmarks.reader.pairs import Pair
from qa.evaluation.judged import JudgedQuestion, read_judged_file
from qa.index.index import Index
from qa.models.encoder.protocol import Encoder
from qa.models.reader.protocol import PassageText
from qa.retrieval.ranking import Models
from qa.retrieval.reranking import reader_text
from qa.retrieval.scoring import ScoredPassage
from qa.settings import Settings

_FIRST = 20
"""How many passages of each are kept: more than the reader reads, so that another ranking finds its own among them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A ranked passage as the reader reads it, and whether and where it answers."""

    text: PassageText
    pair: Pair


@dataclass(frozen=True, slots=True)
class RankedQuestion:
    """A question's first passages, best first."""

    place: int
    """The question's place in its file: folds keep together what shares it."""
    question: str
    """As read: with misspelt words replaced."""
    candidates: tuple[Candidate, ...]


def ranked_questions(index: Path, questions: Path, encoder: Encoder) -> Iterator[RankedQuestion]:
    """Rank every question of a file; one whose gold is found also with it, and its copies, removed."""
    archive = RankingArchive(Index(index), Models(encoder), Settings())
    for place, judged in enumerate(read_judged_file(questions, archive).judged):
        for kind, ranked in rankings(archive, judged):
            yield _ranked(place, judged, kind, ranked)


def _ranked(place: int, judged: JudgedQuestion, kind: Kind, ranked: Ranked) -> RankedQuestion:
    question = ranked.query.text
    candidates = tuple(_candidate(judged, question, kind, it) for it in ranked.leading[:_FIRST])
    return RankedQuestion(place, question, candidates)


def _candidate(judged: JudgedQuestion, question: str, kind: Kind, scored: ScoredPassage) -> Candidate:
    text = reader_text(scored)
    words = " ".join(text.sentences)
    before = len(text.headline) + 1
    answers = kind == "as is" and holds(judged, scored)
    at = words.casefold().find(judged.answer) if answers and judged.answer else -1
    span = (before + at, before + at + len(judged.answer)) if at >= 0 and len(words.casefold()) == len(words) else None
    return Candidate(text, Pair(question, f"{text.headline} {words}", answers, span))


def to_train_on(ranked: Sequence[RankedQuestion], near: int) -> Iterator[Pair]:
    """Yield what answers, and the first few that do not."""
    for question in ranked:
        others = [it.pair for it in question.candidates[:10] if not it.pair.answers]
        yield from (it.pair for it in question.candidates[:10] if it.pair.answers)
        yield from others[:near]
