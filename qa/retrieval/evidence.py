"""Make evidence of ranked passages: the page of them that was asked for, each with its mark, copies and paragraphs."""

from collections.abc import Sequence

from qa.index.index import View
from qa.index.store.passages import paragraphs_of
from qa.records import Copy, Evidence
from qa.retrieval.answer_sentence import mark
from qa.retrieval.duplicate_search import find_copies
from qa.retrieval.question import Question
from qa.retrieval.ranking import Ranked, Ranking
from qa.retrieval.scoring import Query
from qa.retrieval.verdict import probability


def page_of_evidence(view: View, asked: Question, query: Query, ranking: Ranking) -> tuple[Evidence, ...]:
    """Make the evidence to be shown, in the order that was asked for."""
    page = _page(asked, ranking)
    paragraphs = paragraphs_of(view.connection, sorted({it.weighed.stored.article_row for it in page}))
    return tuple(_evidence(view, query, it, paragraphs[it.weighed.stored.article_row]) for it in page)


def _page(asked: Question, ranking: Ranking) -> Sequence[Ranked]:
    ordered = list(ranking.ranked)
    if asked.order != "relevance":
        dated = [it for it in ordered if (it.weighed.article.date or "-")[0] != "-"]
        undated = [it for it in ordered if (it.weighed.article.date or "-")[0] == "-"]
        dated.sort(key=lambda it: it.weighed.article.date or "", reverse=asked.order == "newest")
        ordered = dated + undated
    return ordered[asked.offset : asked.offset + asked.limit]


def _evidence(view: View, query: Query, ranked: Ranked, paragraphs: int) -> Evidence:
    weighed = ranked.weighed
    return Evidence(
        score=weighed.score,
        probability=probability(weighed, ranked.lead),
        sentence=mark(query, weighed),
        passage=weighed.stored.passage,
        article=weighed.article,
        copies=find_copies(view, weighed.stored, (Copy(it.article, it.stored.passage) for it in ranked.copies)),
        parts=weighed.parts,
        paragraphs=paragraphs,
    )
