"""Survey what an archive holds on a question: how many passages are relevant, by date, outlet, place and language.

What is counted is one set for each question (relevance.py), and an answer shows of it as many as are counted. Each list
is counted without its own filter, so that it shows what another choice would leave.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qa.articles.stated_names import commonest, fold, shown_name, shown_places
from qa.index.filters import Filters, date_number, date_of
from qa.index.index import View
from qa.index.store.articles import read_entries
from qa.records import AskedTime, Entry
from qa.retrieval.relevance import Relevant

_MONTH, _DAY = len("2022-12"), len("2022-12-10")


@dataclass(frozen=True, slots=True)
class PassageCount:
    """How many passages there are of one month, day, outlet, place or language."""

    name: str
    passages: int


@dataclass(frozen=True, slots=True)
class Survey:
    """How many passages are relevant to a question; a choice that a filter has made is listed even where none are."""

    revision: int
    passages: int
    """Of those that satisfy all filters; copies too, in this as in each count."""
    among: int | None
    """Among how many passages closest to the question they were looked for; None where among all."""
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
    languages: tuple[PassageCount, ...] = ()
    """As BCP 47 tags; a passage of an article in two counts for both."""
    time: AskedTime | None = None
    """The words of the question that point at now, or at the days of reports: a date filter, where it is applied."""


def survey(view: View, relevant: Relevant, filters: Filters, time: AskedTime | None = None) -> Survey:
    """Count what is relevant to a question; the filters hold the time that it points at."""
    catalogue, connection = view.snapshot.catalogue, view.connection
    article_of = catalogue.articles[catalogue.article_of[relevant.rows]]
    entries = read_entries(connection, sorted(set(article_of.tolist())))

    def stated(**left_aside: Any) -> list[Entry]:
        """Return what the articles of the passages state, one for each, some filters left aside."""
        some = replace(filters, **left_aside)
        kept = article_of if some.empty else article_of[catalogue.mask(some, connection)[relevant.rows]]
        return [entries[row] for row in kept.tolist()]

    dates = [it.date for it in stated(after=None, before=None)]
    full = [date for date in dates if date is not None and date_number(date) is not None]
    outlets = [_outlets(it.outlet) for it in stated(outlets=frozenset())]
    places = [_places(it.place, filters.places) for it in stated(places=frozenset())]
    languages = [it.languages for it in stated(languages=frozenset())]
    return Survey(
        revision=view.snapshot.state.revision,
        passages=len(stated()),
        among=relevant.among,
        months=_in_time([date[:_MONTH] for date in full], _chosen_time(filters, _MONTH)),
        days=_in_time([date[:_DAY] for date in full], _chosen_time(filters, _DAY)),
        undated=len(dates) - len(full),
        outlets=_by_name(outlets, filters.outlets, lambda name: _outlet_stated(view, name)),
        no_outlet=outlets.count(()),
        places=_by_name(places, filters.places, lambda name: _place_stated(view, name)),
        no_place=places.count(()),
        languages=_by_name(languages, filters.languages, lambda tag: tag),
        time=time,
    )


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
