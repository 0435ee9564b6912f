"""Make evidence of ranked passages: the page of them that was asked for, each with its mark, copies and paragraphs."""

from qa.index.index import View
from qa.index.store.passages import paragraphs_of
from qa.records import Copy, Evidence
from qa.retrieval.answer_sentence import mark
from qa.retrieval.duplicate_search import find_copies
from qa.retrieval.ranking import Ranked, Ranking
from qa.retrieval.request import SearchRequest
from qa.retrieval.scoring import Query
from qa.retrieval.verdict import probability


def page_of_evidence(view: View, request: SearchRequest, query: Query, ranking: Ranking) -> tuple[Evidence, ...]:
    """Return the evidence of the page that was asked for."""
    page = ranking.ranked[request.offset : request.offset + request.limit]
    paragraphs = paragraphs_of(view.connection, sorted({it.weighed.stored.article_row for it in page}))
    return tuple(_evidence(view, query, it, paragraphs[it.weighed.stored.article_row]) for it in page)


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
