"""Find the candidates for a question, best first, and score them block by block."""

from collections.abc import Iterator, Mapping

from qa.index.dense.protocol import DenseHits, Mask, Rows
from qa.index.index import View
from qa.index.lexical.index import LexicalHits
from qa.index.store.articles import read_articles
from qa.index.store.passages import read_passages
from qa.retrieval.fusion import Candidates, fuse
from qa.retrieval.query import Query
from qa.retrieval.scope import Scope
from qa.retrieval.scoring import ScoredPassage, score_passages
from qa.settings import Settings


def score_rows(view: View, query: Query, cosines: Mapping[int, float]) -> list[ScoredPassage]:
    """Read the passages of some rows, score them and order them best first."""
    stored = read_passages(view.connection, list(cosines))
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    return score_passages(query, [stored[row] for row in cosines], articles, list(cosines.values()))


def fused_for(view: View, query: Query, dense: DenseHits, lexical: LexicalHits) -> Candidates:
    """Fuse what both searches found for a query, each passage on the scale of its language."""

    def foreign(rows: Rows) -> Mask:
        return view.snapshot.catalogue.in_other_languages(rows, query.language)

    return fuse(dense, lexical, view.snapshot.dense, query.vector, query.scales, foreign)


def candidates(view: View, settings: Settings, query: Query, scope: Scope) -> Iterator[tuple[int, float]]:
    """Search a scope by meaning and by words, and fuse; the next nearest follow, as long as more is wanted.

    Yields rows with their cosines.
    """
    count = settings.candidates
    dense = scope.nearest(query.vector, count)
    lexical = scope.sharing(query.terms.sought, count)
    fused = fused_for(view, query, dense, lexical)
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
