"""Ask an archive and keep how it ranked: what is measured of a question begins with that."""

from benchmarks.quality.taken_out import Ranked, rank
from qa.archive.answering import Answering
from qa.archive.archive import Archive
from qa.evaluation.metrics import DEPTH
from qa.index.index import Index, View
from qa.records import SearchRequest
from qa.retrieval.query import Query
from qa.retrieval.ranking import Models, Ranking
from qa.retrieval.relevance import Search
from qa.retrieval.scoring import best_first
from qa.retrieval.verdict import leads
from qa.settings import Settings


class RankingArchive(Archive):
    """An archive that keeps its ranking of each question until it is taken."""

    def __init__(self, index: Index, models: Models, settings: Settings) -> None:
        super().__init__(index, models, settings)
        self.index, self.models_used, self.limits = index, models, settings
        self._answering = self._keeping = _Keeping(index, models, settings)

    def ranked(self, question: str) -> Ranked:
        """Return how a question was ranked, and forget it; it is asked where it was not."""
        if question not in self._keeping.kept:
            self.ask(question, DEPTH, kind="question")
        return self._keeping.kept.pop(question)


class _Keeping(Answering):
    """Answers, and keeps how it ranked each question."""

    def __init__(self, index: Index, models: Models, settings: Settings) -> None:
        super().__init__(index, models, settings)
        self.kept: dict[str, Ranked] = {}

    def _ranking(self, view: View, request: SearchRequest, search: Search) -> Ranking:
        ranking = super()._ranking(view, request, search)
        if search.query.kind == "question":
            self.kept[request.question] = self._first_block(view, search.query, ranking)
        return ranking

    def _first_block(self, view: View, query: Query, ranking: Ranking) -> Ranked:
        """Return what the verdict looks at, as it does; ranked once more where other blocks follow it."""
        copies = {it.scored.stored.row: it.copies for it in ranking.ranked}
        if len(copies) + sum(map(len, copies.values())) > self._settings.scored:
            return rank(view, self._models, self._settings, query)
        leading = best_first(it.scored for it in ranking.ranked)  # what is less relevant too
        groups = tuple((it, *copies[it.stored.row]) for it in leading)
        return Ranked(query, groups, tuple(leads([it.matched for it in leading]).tolist()))
