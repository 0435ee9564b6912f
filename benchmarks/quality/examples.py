"""Make examples of judged questions to fit a verdict on: each as it is, and without the passages that answer it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from benchmarks.quality.ranking_archive import RankingArchive
from benchmarks.quality.taken_out import Ranked, rank
from qa.evaluation.judged import JudgedQuestion
from qa.index.index import View
from qa.index.store.articles import read_articles
from qa.index.store.passages import StoredPassage, passage_rows_of, read_passages
from qa.retrieval.question import parse
from qa.retrieval.scoring import ScoredPassage
from qa.retrieval.verdict import SHIPPED, SHOWN, Features, confidence, features, lacks, least_for_answered, probability

Kind = Literal["as is", "unanswerable", "taken out"]

_DEPTH = 10
_EVERY = 10
"""One question in ten is ranked in both ways, to see that they have the same confidence; none that quotes, for with an
answer removed its quotes need not be held."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question put to the archive, as it is or with what answers removed."""

    question: int
    """Its place among the questions: folds keep together what shares it."""
    kind: Kind
    read: bool
    """Whether a reader has read the first ten."""
    evidence: tuple[Features, ...]
    """The features of each of the first ten."""
    answers: tuple[bool, ...]
    """Which of them answer."""
    lacking: bool
    """Whether the first five lack what is asked about."""
    needed: float
    """The confidence that "answered" needs."""
    confidence: float
    probabilities: tuple[float, ...]
    """As qa/retrieval/verdict.py has them now."""

    @property
    def answered(self) -> bool:
        """Whether one of the first five answers."""
        return any(self.answers[:SHOWN])


def examples(archive: RankingArchive, questions: Sequence[JudgedQuestion]) -> Iterator[Example]:
    """Make an example of every question as asked; of one whose gold is found another with it, and its copies, removed.

    Raises:
        RuntimeError: with nothing removed, the archive has another confidence.
    """
    for place, judged in enumerate(questions):
        for kind, ranked in rankings(archive, judged):
            example = _example(place, judged, kind, ranked)
            if place % _EVERY == 0 and kind != "taken out" and not parse(judged.question).required:
                _check(example, _example(place, judged, kind, _again(archive, ranked)), judged.question)
            yield example


def rankings(archive: RankingArchive, judged: JudgedQuestion) -> Iterator[tuple[Kind, Ranked]]:
    """Rank the passages for a question, and where its gold is found, again with it and its copies removed."""
    ranked = archive.ranked(judged.question)
    yield "as is" if judged.answerable else "unanswerable", ranked
    with archive.index.view() as view:
        gone = _gone_rows(view, judged, ranked)
    if gone:
        yield "taken out", _again(archive, ranked, gone)


def _again(archive: RankingArchive, ranked: Ranked, gone: frozenset[int] = frozenset()) -> Ranked:
    with archive.index.view() as view:
        return rank(view, archive.models_used, archive.limits, ranked.query, gone)


def _check(asked: Example, again: Example, question: str) -> None:
    if not math.isclose(asked.confidence, again.confidence, abs_tol=1e-6):
        raise RuntimeError(f"benchmarks/quality/taken_out.py no longer does what Archive.ask does: {question}")


def _example(place: int, judged: JudgedQuestion, kind: Kind, ranked: Ranked) -> Example:
    leading = ranked.leading
    placed = list(enumerate(zip(leading, ranked.leads, strict=True)))
    likely = [probability(it, lead, first=place == 0) for place, (it, lead) in placed]
    answers = (kind != "taken out" and any(holds(judged, it) for it in group) for group in ranked.groups[:_DEPTH])
    return Example(
        question=place,
        kind=kind,
        read=leading[0].reading is not None,
        evidence=tuple(features(it, lead, first=place == 0) for place, (it, lead) in placed[:_DEPTH]),
        answers=tuple(answers),
        lacking=lacks(leading),
        needed=least_for_answered(leading[likely.index(max(likely))], SHIPPED),
        confidence=confidence(leading, likely),
        probabilities=tuple(likely[:_DEPTH]),
    )


def holds(judged: JudgedQuestion, scored: ScoredPassage) -> bool:
    """Return whether a passage holds the gold."""
    return bool(judged.found_in(scored.article, scored.stored.passage))


def _gone_rows(view: View, judged: JudgedQuestion, ranked: Ranked) -> frozenset[int]:
    """Return the rows of the gold paragraphs, whole, and of all that was folded with them."""
    rows = set[int]()
    for group in ranked.groups:
        golden = [it for it in group if judged.touched(it.article, it.stored.passage) or holds(judged, it)]
        if golden:
            rows.update(it.stored.row for it in group)
        for it in golden:
            pieces = read_passages(view.connection, passage_rows_of(view.connection, it.article.file))
            rows.update(_touched(view, judged, list(pieces.values())))
    return frozenset(rows)


def _touched(view: View, judged: JudgedQuestion, pieces: Sequence[StoredPassage]) -> Iterator[int]:
    articles = read_articles(view.connection, sorted({it.article_row for it in pieces}))
    return (it.row for it in pieces if judged.touched(articles[it.article_row], it.passage))
