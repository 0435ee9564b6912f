"""Ask an archive and keep how it ranked: what is measured of a question begins with that."""

from benchmarks.quality.taken_out import Ranked, rank
from qa.archive.archive import Archive
from qa.evaluation.metrics import DEPTH
from qa.index.index import Index, View
from qa.records import SearchRequest
from qa.retrieval.query import Query
from qa.retrieval.ranking import Models, Ranking
from qa.retrieval.scope import Scope
from qa.retrieval.verdict import leads
from qa.settings import Settings


class RankingArchive(Archive):
    """An archive that keeps its ranking of each question until it is taken."""

    def __init__(self, index: Index, models: Models, settings: Settings) -> None:
        super().__init__(index, models, settings)
        self.index, self.models_used, self.limits = index, models, settings
        self._kept: dict[str, Ranked] = {}

    def ranked(self, question: str) -> Ranked:
        """Return how a question was ranked, and forget it; it is asked where it was not."""
        if question not in self._kept:
            self.ask(question, DEPTH, kind="question")
        return self._kept.pop(question)

    def _ranking(self, view: View, request: SearchRequest, query: Query, scope: Scope) -> Ranking:
        ranking = super()._ranking(view, request, query, scope)
        if query.kind == "question":
            self._kept[request.question] = self._first_block(view, query, ranking)
        return ranking

    def _first_block(self, view: View, query: Query, ranking: Ranking) -> Ranked:
        """Return what the verdict looks at; ranked once more in the rare case that other blocks follow it."""
        groups = tuple((it.scored, *it.copies) for it in ranking.ranked)
        if sum(map(len, groups)) > self.limits.scored:
            return rank(view, self.models_used, self.limits, query)
        return Ranked(query, groups, tuple(leads([it.scored.matched for it in ranking.ranked]).tolist()))
