"""Count what an archive holds: how many articles there are of each month and of each outlet."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qa.articles.stated_names import commonest, fold, shown_name
from qa.index.filters import date_of
from qa.index.index import View
from qa.index.store.articles import outlets_stated

_MONTH = len("2022-12")


@dataclass(frozen=True, slots=True)
class ArticleCount:
    """How many articles there are of one month or outlet."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """How many articles an archive holds."""

    revision: int
    articles: int
    months: tuple[ArticleCount, ...]
    """As "2022-12", earliest first."""
    undated: int
    """How many state no full date."""
    outlets: tuple[ArticleCount, ...]
    """Most articles first; each name as most articles state it."""
    no_outlet: int
    """How many state none."""


def count_holdings(view: View) -> Holdings:
    """Count by the catalogue; the database has how names are spelt."""
    catalogue, state = view.snapshot.catalogue, view.snapshot.state
    living = catalogue.living
    months, in_month = np.unique(catalogue.dates[living] // 100, return_counts=True)
    of_outlet = np.bincount(catalogue.outlets[living], minlength=len(catalogue.names))
    spelt = _spelt(outlets_stated(view.connection))
    by_month = dict(zip(months.tolist(), in_month.tolist(), strict=True))
    by_outlet = {name: int(count) for name, count in zip(catalogue.names, of_outlet, strict=True) if count}
    outlets = [ArticleCount(spelt.get(folded, folded), count) for folded, count in by_outlet.items() if folded]
    return Holdings(
        revision=state.revision,
        articles=state.articles,
        months=tuple(ArticleCount(date_of(month * 100)[:_MONTH], count) for month, count in by_month.items() if month),
        undated=by_month.get(0, 0),
        outlets=tuple(sorted(outlets, key=lambda it: (-it.articles, it.name))),
        no_outlet=by_outlet.get("", 0),
    )


def _spelt(stated: Mapping[str, int]) -> dict[str, str]:
    """Return the commonest spelling of each name, by the name folded."""
    spellings = defaultdict[str, Counter[str]](Counter)
    for name, articles in stated.items():
        spellings[fold(name)][shown_name(name)] += articles
    return {folded: commonest(counts) for folded, counts in spellings.items()}
