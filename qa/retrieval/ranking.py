"""Rank passages for a question: search twice, fuse, score in blocks, group near-duplicates, read the first.

Blocks have a fixed size and each is ordered by itself, so that a longer list begins with the shorter one, pages join
up, and the verdict, which looks at the first block only, does not depend on how many results are asked for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from qa.articles.plain_text import plain
from qa.index.filters import date_number
from qa.index.index import View
from qa.index.store.articles import read_articles
from qa.index.store.passages import read_passages
from qa.models.encoder.protocol import Encoder, Vectors
from qa.models.reader.protocol import Reader
from qa.models.reranker import Reranker
from qa.records import SearchRequest
from qa.retrieval.fusion import fuse
from qa.retrieval.near_duplicates import Wording, group_copies, wording
from qa.retrieval.query import Query
from qa.retrieval.reranking import read, rerank
from qa.retrieval.scope import Scope
from qa.retrieval.scoring import ScoredPassage, score_passages
from qa.retrieval.verdict import confidence, leads, leads_over, probability
from qa.settings import Settings

_FAR = 0.7
"""Passages whose vectors, headlines included, are so far apart are no copies by meaning: of all that are, none was
below .78."""
RELEVANCE_FLOOR = 0.003
"""The least probability of answering, without a reader: 99% of the passages that answer a question have more, and 5% of
its other candidates (benchmarks/quality/fit/relevance_floor.py)."""


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage in its place, with its near-duplicates and its lead over the others."""

    scored: ScoredPassage
    copies: tuple[ScoredPassage, ...]
    lead: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages for a question, best first, and how likely it is that one of the first answers."""

    ranked: tuple[RankedPassage, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Models:
    """The networks that a question is answered with."""

    encoder: Encoder
    reader: Reader | None = None
    reranker: Reranker | None = None


def rank(view: View, models: Models, settings: Settings, request: SearchRequest, query: Query, scope: Scope) -> Ranking:
    """Rank at least as many passages as are to be shown, as far as there are any, in the order asked for.

    What is ordered by date is the same set whatever the page: the relevant ones among the first candidates.
    """
    if request.by_date:
        wanted, candidates = settings.candidates, iter(first_candidates(view, settings, query, scope).items())
    else:
        wanted, candidates = request.offset + request.limit, _candidates(view, settings, query, scope)
    blocks = _blocks(view, models, settings, query, candidates)
    scored: list[ScoredPassage] = []
    wordings: list[Wording] = []
    groups: list[list[int]] = []
    cosine = words_cosine(models.encoder, scored)  # of what is in the list by then
    for block in blocks:
        scored += block
        wordings += [wording(it.article.file, it.stored.passage.text) for it in block]
        if len(scored) >= wanted and len(groups := group_copies(wordings, cosine)) >= wanted:
            break
    else:
        groups = group_copies(wordings, cosine)
    copies = {scored[group[0]].stored.row: tuple(scored[other] for other in group[1:]) for group in groups}
    leading = [scored[group[0]] for group in groups]
    first = sum(group[0] < settings.scored for group in groups)
    if models.reader is not None:
        leading = [*read(query.text, leading[:first], models.reader, settings.read), *leading[first:]]
    shares = leads([it.matched for it in leading], first).tolist()
    ranked = tuple(RankedPassage(it, copies[it.stored.row], share) for it, share in zip(leading, shares, strict=True))
    if request.by_date:
        ranked = _by_date(_relevant_or_first(ranked, scored, settings.scored), newest=request.order == "newest")
    return Ranking(ranked, confidence(leading[:first], shares[0] if first else 0.0))


def first_candidates(view: View, settings: Settings, query: Query, scope: Scope) -> dict[int, float]:
    """Return as many candidates as each search finds, best first: rows with their cosines."""
    return dict(islice(_candidates(view, settings, query, scope), settings.candidates))


def score_rows(view: View, query: Query, cosines: Mapping[int, float]) -> list[ScoredPassage]:
    """Read the passages of some rows, score them and order them best first."""
    stored = read_passages(view.connection, list(cosines))
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    return score_passages(query, [stored[row] for row in cosines], articles, list(cosines.values()))


def relevant(candidates: Sequence[ScoredPassage], compared: int) -> list[ScoredPassage]:
    """Return the candidates that are relevant, in the order given; the first few are what leads are over.

    Candidates are found for any question, and most of them are beside its point.
    """
    likely = probabilities(candidates, compared)
    return [it for it, its_own in zip(candidates, likely, strict=True) if its_own >= RELEVANCE_FLOOR]


def probabilities(candidates: Sequence[ScoredPassage], compared: int) -> list[float]:
    """Return the probability that each answers, as far as it is known before any is read."""
    shares = leads_over([it.matched for it in candidates], _rivals(candidates[:compared]))
    return [probability(it, lead) for it, lead in zip(candidates, shares.tolist(), strict=True)]


def _rivals(first: Sequence[ScoredPassage]) -> list[float]:
    """Return the scores of the first candidates, of near-duplicates the best: a report in fifty outlets is one."""
    ordered = sorted(first, key=lambda it: (-it.matched, it.stored.row))
    wordings = [wording(it.article.file, it.stored.passage.text) for it in ordered]
    groups = group_copies(wordings, lambda _first, _second: 0.0)  # to encode them would take longer than all else
    return [ordered[group[0]].matched for group in groups]


def _relevant_or_first(
    ranked: tuple[RankedPassage, ...], scored: Sequence[ScoredPassage], compared: int
) -> tuple[RankedPassage, ...]:
    """Return the relevant ones; where none is, the first block, so that there is an answer."""
    rows = {it.stored.row for it in relevant(scored, compared) or scored[:compared]}
    return tuple(it for it in ranked if any(one.stored.row in rows for one in (it.scored, *it.copies)))


def _by_date(ranked: Sequence[RankedPassage], *, newest: bool) -> tuple[RankedPassage, ...]:
    """Order passages by date; those whose article states no year come last, and equal dates stay best first."""
    dated = [it for it in ranked if date_number(it.scored.article.date) is not None]
    undated = [it for it in ranked if date_number(it.scored.article.date) is None]
    return (*sorted(dated, key=lambda it: it.scored.article.date or "", reverse=newest), *undated)


def _candidates(view: View, settings: Settings, query: Query, scope: Scope) -> Iterator[tuple[int, float]]:
    """Search a scope by meaning and by words, and fuse; the next nearest follow, as long as more is wanted.

    Yields rows with their cosines.
    """
    count = settings.candidates
    dense = scope.nearest(query.vector, count)
    lexical = scope.sharing(query.terms.sought, count)
    fused = fuse(dense, lexical, view.snapshot.dense, query.vector)
    following = dict(zip(fused.rows.tolist(), fused.cosines.tolist(), strict=True))
    given = set(following)
    yield from following.items()
    while len(dense.rows) == count:
        count *= 2
        dense = scope.nearest(query.vector, count)
        found = zip(dense.rows.tolist(), dense.cosines.tolist(), strict=True)
        following = {row: cosine for row, cosine in found if row not in given}
        given |= following.keys()
        yield from following.items()


def _blocks(
    view: View, models: Models, settings: Settings, query: Query, candidates: Iterator[tuple[int, float]]
) -> Iterator[list[ScoredPassage]]:
    """Score the candidates block by block, each ordered best first; a reranker reads the first of the first block."""
    reranker = models.reranker
    while block := list(islice(candidates, settings.scored)):
        scored = score_rows(view, query, dict(block))
        if reranker is not None:
            scored, reranker = rerank(query.text, scored, reranker, settings.reranked), None
        yield scored


def words_cosine(encoder: Encoder, scored: list[ScoredPassage]) -> Callable[[int, int], float]:
    """Compare two passages by their words alone, headline and heading apart; each is encoded once if ever.

    Encoding takes long, so those whose stored vectors are far apart are compared by these.
    """

    @cache
    def vector(place: int) -> Vectors:
        encoded: Vectors = encoder.encode_passages([plain(scored[place].stored.passage.text)])[0]
        return encoded

    def cosine(first: int, second: int) -> float:
        stored = float(scored[first].stored.vector @ scored[second].stored.vector)
        return stored if stored < _FAR else float(vector(first) @ vector(second))

    return cosine
