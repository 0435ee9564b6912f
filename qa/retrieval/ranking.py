"""Rank passages for a question: search twice, fuse, weigh in blocks, fold copies.

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
from qa.retrieval.fusion import fuse
from qa.retrieval.near_duplicates import Wording, group_copies, wording
from qa.retrieval.reading import read
from qa.retrieval.relevance import relevant
from qa.retrieval.request import SearchRequest
from qa.retrieval.reranking import rerank
from qa.retrieval.scope import Scope
from qa.retrieval.scoring import Query, Weighed, weigh
from qa.retrieval.verdict import confidence, leads
from qa.settings import Settings

_FAR = 0.7
"""Passages whose vectors, headlines included, are so far apart are no copies by meaning: of all that are, none was
below .78."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage in its place, with its copies and its lead over the others."""

    weighed: Weighed
    copies: tuple[Weighed, ...]
    lead: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages for a question, best first, and how likely it is that one of the first answers."""

    ranked: tuple[Ranked, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Models:
    """What reads texts."""

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
    weighed: list[Weighed] = []
    wordings: list[Wording] = []
    groups: list[list[int]] = []
    cosine = words_cosine(models.encoder, weighed)  # of what is in the list by then
    for block in blocks:
        weighed += block
        wordings += [wording(it.article.file, it.stored.passage.text) for it in block]
        if len(weighed) >= wanted and len(groups := group_copies(wordings, cosine)) >= wanted:
            break
    else:
        groups = group_copies(wordings, cosine)
    copies = {weighed[group[0]].stored.row: tuple(weighed[other] for other in group[1:]) for group in groups}
    leading = [weighed[group[0]] for group in groups]
    first = sum(group[0] < settings.weighed for group in groups)
    if models.reader is not None:
        leading = [*read(query, leading[:first], models.reader, settings.read), *leading[first:]]
    shares = leads([it.matched for it in leading], first).tolist()
    ranked = tuple(Ranked(it, copies[it.stored.row], share) for it, share in zip(leading, shares, strict=True))
    if request.by_date:
        ranked = _by_date(_relevant(ranked, weighed, settings.weighed), newest=request.order == "newest")
    return Ranking(
        ranked,
        confidence(query, leading[:first], shares[0] if first else 0.0),
    )


def first_candidates(view: View, settings: Settings, query: Query, scope: Scope) -> dict[int, float]:
    """Give so many candidates as each search finds, best first: rows with their cosines."""
    return dict(islice(_candidates(view, settings, query, scope), settings.candidates))


def weigh_rows(view: View, query: Query, cosines: Mapping[int, float]) -> list[Weighed]:
    """Read the passages of some rows, weigh them and order them best first."""
    stored = read_passages(view.connection, list(cosines))
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    return weigh(query, [stored[row] for row in cosines], articles, list(cosines.values()))


def _relevant(ranked: tuple[Ranked, ...], weighed: Sequence[Weighed], compared: int) -> tuple[Ranked, ...]:
    """Return the relevant ones; where none is, the first block, so that there is an answer."""
    kept = {it.stored.row for it in relevant(weighed, compared) or weighed[:compared]}
    return tuple(it for it in ranked if any(one.stored.row in kept for one in (it.weighed, *it.copies)))


def _by_date(ranked: Sequence[Ranked], *, newest: bool) -> tuple[Ranked, ...]:
    """Order passages by date; those whose article states no year come last, and equal dates stay best first."""
    dated = [it for it in ranked if date_number(it.weighed.article.date) is not None]
    undated = [it for it in ranked if date_number(it.weighed.article.date) is None]
    return (*sorted(dated, key=lambda it: it.weighed.article.date or "", reverse=newest), *undated)


def _candidates(view: View, settings: Settings, query: Query, scope: Scope) -> Iterator[tuple[int, float]]:
    """Search a scope by meaning and by words, and fuse; the next nearest follow, as long as more is wanted.

    Gives rows with their cosines.
    """
    count = settings.candidates
    dense = scope.nearest(query.vector, count)
    lexical = scope.sharing(list(query.words.weights), count)
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
) -> Iterator[list[Weighed]]:
    """Weigh the candidates block by block, each ordered best first; a reranker reads the first of the first block."""
    reranker = models.reranker
    while block := list(islice(candidates, settings.weighed)):
        weighed = weigh_rows(view, query, dict(block))
        if reranker is not None:
            weighed, reranker = rerank(query.text, weighed, reranker, settings.reranked), None
        yield weighed


def words_cosine(encoder: Encoder, weighed: list[Weighed]) -> Callable[[int, int], float]:
    """Compare two passages by their words alone, headline and heading apart; each is encoded once if ever.

    Encoding takes long, so those whose stored vectors are far apart are compared by these.
    """

    @cache
    def vector(place: int) -> Vectors:
        encoded: Vectors = encoder.encode_passages([plain(weighed[place].stored.passage.text)])[0]
        return encoded

    def cosine(first: int, second: int) -> float:
        stored = float(weighed[first].stored.vector @ weighed[second].stored.vector)
        return stored if stored < _FAR else float(vector(first) @ vector(second))

    return cosine
