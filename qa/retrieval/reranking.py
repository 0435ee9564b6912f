"""Reorder the best candidates by what a network says that reads each with the question: another part of their score."""

from collections.abc import Sequence
from dataclasses import replace

from qa.articles.plain_text import plain
from qa.models.reader.protocol import PassageText, Reader, ReaderOutput
from qa.models.reranker import Reranker
from qa.records import Parts
from qa.retrieval.logits import likelihood
from qa.retrieval.scoring import READER, RERANKER, ScoredPassage, best_first

_RERANKER_WEIGHT = 0.5
"""Of a judgement from 0 to 1; the first fifty candidates differ by some .3 in all other parts together."""
_READER_WEIGHT = 0.25
_SOFTENED = 2.0
"""The logit is divided by it: a reader is surer of itself than right."""


def rerank(question: str, scored: Sequence[ScoredPassage], reranker: Reranker, first: int) -> list[ScoredPassage]:
    """Judge the first few by a reranker, headline and heading before the passage, and order all again."""
    judged = reranker.likelihoods(question, [_reranker_text(it) for it in scored[:first]])
    read = [
        _with_part(it, RERANKER, _RERANKER_WEIGHT * float(likely))
        for it, likely in zip(scored[:first], judged, strict=True)
    ]
    return best_first([*read, *scored[first:]])


def read(question: str, scored: Sequence[ScoredPassage], reader: Reader, first: int) -> list[ScoredPassage]:
    """Read the first few by a reader, those in languages that it reads, and order all again."""
    known = reader.languages
    chosen = [it for it in scored[:first] if known is None or known.issuperset(_languages(it))]
    outputs = reader.read(question, [reader_text(it) for it in chosen]) if chosen else []
    read = dict(zip((it.stored.row for it in chosen), map(_with_reading, chosen, outputs), strict=True))
    return best_first(read.get(it.stored.row, it) for it in scored)


def _languages(scored: ScoredPassage) -> set[str]:
    """Return the languages of a passage and of its question, as far as they are known."""
    return {it for it in (scored.query.language, scored.stored.passage.language) if it is not None}


def reader_text(it: ScoredPassage) -> PassageText:
    """Return a passage as a reader reads it."""
    return PassageText(plain(it.article.title or ""), tuple(plain(sentence.text) for sentence in it.stored.sentences))


def _reranker_text(it: ScoredPassage) -> str:
    passage = it.stored.passage
    return "\n".join(plain(part) for part in (it.article.title, passage.heading, passage.text) if part)


def _with_reading(it: ScoredPassage, output: ReaderOutput) -> ScoredPassage:
    return replace(_with_part(it, READER, _READER_WEIGHT * likelihood(output.logit / _SOFTENED)), reading=output)


def _with_part(it: ScoredPassage, name: str, part: float) -> ScoredPassage:
    return replace(it, parts=Parts({**it.parts, name: part}))
