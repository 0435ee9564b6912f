"""Survey what an archive holds on a question: how many passages are relevant, by date, by outlet and by place.

What is counted is what is relevant to a question among the first candidates, or all that is on a topic. Each list is
counted without its own filter, so that it shows what another choice would leave.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from qa.articles.stated_names import commonest, fold, shown_name, shown_places
from qa.index.filters import Filters, date_number, date_of
from qa.index.index import View
from qa.index.store.articles import read_entries
from qa.records import Article, Entry
from qa.retrieval.candidates import first_candidates, score_rows
from qa.retrieval.query import Query
from qa.retrieval.question import Question
from qa.retrieval.ranking import relevant
from qa.retrieval.scope import Scope, scope_of
from qa.retrieval.scoring import ScoredPassage
from qa.settings import Settings

_MONTH, _DAY = len("2022-12"), len("2022-12-10")


@dataclass(frozen=True, slots=True)
class PassageCount:
    """How many passages there are of one month, day, outlet or place."""

    name: str
    passages: int


@dataclass(frozen=True, slots=True)
class Survey:
    """How many passages are relevant to a question; a choice that a filter has made is listed even where none are."""

    revision: int
    passages: int
    """Of those that satisfy all filters."""
    months: tuple[PassageCount, ...]
    """As "2022-12", earliest first; the date filter left aside, as for days and undated."""
    days: tuple[PassageCount, ...]
    """As "2022-12-10"."""
    undated: int
    """Of articles without a full date."""
    outlets: tuple[PassageCount, ...]
    """Most passages first, the outlet filter left aside; each name as most of the passages' articles state it."""
    no_outlet: int
    """Of articles that state none."""
    places: tuple[PassageCount, ...]
    """Likewise; a passage from "ASTANA/MOSCOW" counts for both."""
    no_place: int


def survey(view: View, settings: Settings, question: Question, filters: Filters, query: Query) -> Survey:
    """Count what is relevant to a question; neither a reader nor a reranker is asked."""
    found = _on_topic if query.kind == "topic" else _Relevant(settings)
    each = cache(lambda some: found(view, query, scope_of(view, question, some)))
    dates = [it.date for it in each(replace(filters, after=None, before=None))]
    full = [date for date in dates if date is not None and date_number(date) is not None]
    outlets = [_outlets(it.outlet) for it in each(replace(filters, outlets=frozenset()))]
    places = [_places(it.place, filters.places) for it in each(replace(filters, places=frozenset()))]
    return Survey(
        revision=view.snapshot.state.revision,
        passages=len(each(filters)),
        months=_in_time([date[:_MONTH] for date in full], _chosen_time(filters, _MONTH)),
        days=_in_time([date[:_DAY] for date in full], _chosen_time(filters, _DAY)),
        undated=len(dates) - len(full),
        outlets=_by_name(outlets, filters.outlets, lambda name: _outlet_stated(view, name)),
        no_outlet=outlets.count(()),
        places=_by_name(places, filters.places, lambda name: _place_stated(view, name)),
        no_place=places.count(()),
    )


class _Relevant:
    """Find the articles of the passages that are relevant to a question, one for each passage; none is scored twice."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._scored = settings, dict[int, ScoredPassage]()

    def __call__(self, view: View, query: Query, scope: Scope) -> Sequence[Article]:
        """Return the articles of those in a scope."""
        cosines = first_candidates(view, self._settings, query, scope)
        new = {row: cosine for row, cosine in cosines.items() if row not in self._scored}
        self._scored.update((it.stored.row, it) for it in score_rows(view, query, new))
        return [it.article for it in relevant([self._scored[row] for row in cosines], self._settings.scored)]


def _on_topic(view: View, query: Query, scope: Scope) -> Sequence[Entry]:
    """Return what the articles of all passages on a topic state, one for each passage."""
    catalogue = view.snapshot.catalogue
    rows = catalogue.articles[catalogue.article_of[scope.holding_all(query.terms.sought).rows]].tolist()
    entries = read_entries(view.connection, sorted(set(rows)))
    return [entries[row] for row in rows]


def _in_time(names: Sequence[str], chosen: str | None) -> tuple[PassageCount, ...]:
    counts = Counter(names)
    return tuple(PassageCount(name, counts[name]) for name in sorted({*counts, *([chosen] if chosen else [])}))


def _chosen_time(filters: Filters, length: int) -> str | None:
    """Return the month or day, depending on the length of its name, that a date filter stays within."""
    if filters.after is None or filters.before is None:
        return None
    first, last = date_of(filters.after)[:length], date_of(filters.before)[:length]
    return first if first == last else None


def _by_name(
    stated: Iterable[Sequence[str]], chosen: Iterable[str], as_stated: Callable[[str], str]
) -> tuple[PassageCount, ...]:
    """Count passages by name, folded; each name is spelt as it is most often."""
    spellings = defaultdict[str, Counter[str]](Counter)
    for names in stated:
        for folded, name in {fold(name): name for name in names}.items():
            spellings[folded][name] += 1
    counts = [PassageCount(commonest(spelt), spelt.total()) for spelt in spellings.values()]
    counts += [PassageCount(as_stated(name), 0) for name in chosen if name not in spellings]
    return tuple(sorted(counts, key=lambda it: (-it.passages, it.name)))


def _outlets(stated: str | None) -> tuple[str, ...]:
    return (shown,) if (shown := shown_name(stated)) else ()


def _places(stated: str | None, chosen: Collection[str]) -> tuple[str, ...]:
    """Return the places that a passage counts for; "ASTANA/MOSCOW" as a whole only where that was chosen."""
    whole = shown_name(stated)
    return (*shown_places(stated), whole) if fold(whole) in chosen else shown_places(stated)


def _outlet_stated(view: View, folded: str) -> str:
    """Return a name as an article of the archive states it, folded where none does."""
    entry = _first_entry(view, Filters(outlets=frozenset({folded})))
    return folded if entry is None else shown_name(entry.outlet)


def _place_stated(view: View, folded: str) -> str:
    entry = _first_entry(view, Filters(places=frozenset({folded})))
    names = () if entry is None else (shown_name(entry.place), *shown_places(entry.place))
    return next((name for name in names if fold(name) == folded), folded)


def _first_entry(view: View, wanted: Filters) -> Entry | None:
    catalogue = view.snapshot.catalogue
    rows: list[int] = catalogue.articles[catalogue.satisfying(wanted, view.connection)][:1].tolist()
    return next(iter(read_entries(view.connection, rows).values()), None)
