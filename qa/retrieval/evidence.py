"""Evidence from ranked passages: the page that was asked for, with near-duplicates and paragraph counts."""

from qa.index.index import View
from qa.index.store.passages import paragraphs_of
from qa.index.store.schema import damaged
from qa.records import Copy, Evidence, SearchRequest
from qa.retrieval.duplicate_search import find_copies
from qa.retrieval.ranking import RankedPassage, Ranking
from qa.retrieval.request import filters_of
from qa.retrieval.versions import earlier_wordings, notes_on


def page_of_evidence(view: View, request: SearchRequest, ranking: Ranking) -> tuple[Evidence, ...]:
    """Return the evidence of the page that was asked for.

    Raises:
        IndexDamaged: a passage or a sentence is not where its text is.
    """
    as_of = filters_of(request).as_of
    page = ranking.ranked[request.offset : request.offset + request.limit]
    paragraphs = paragraphs_of(view.connection, sorted({it.scored.stored.article_row for it in page}))
    return tuple(_evidence(view, it, paragraphs[it.scored.stored.article_row], as_of) for it in page)


def _evidence(view: View, ranked: RankedPassage, paragraphs: int, as_of: int | None) -> Evidence:
    scored = ranked.scored
    passage, article, sentence = scored.stored.passage, scored.article, scored.answer_sentence
    if (
        article.text[passage.start : passage.end] != passage.text
        or passage.text[sentence.start : sentence.end] != sentence.text
    ):
        damaged(f"a passage of {article.file} is not where its text is")
    earlier = earlier_wordings(view, scored.stored)
    return Evidence(
        score=scored.score,
        probability=ranked.probability,
        relevant=ranked.relevant,
        sentence=sentence,
        passage=passage,
        article=article,
        copies=find_copies(view, scored.stored, (Copy(it.article, it.stored.passage) for it in ranked.copies), as_of),
        earlier=earlier,
        notes=notes_on(view, scored.stored, article, earlier),
        parts=scored.parts,
        paragraphs=paragraphs,
    )
