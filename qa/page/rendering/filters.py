"""Render what narrows a search: dates, outlets and places, each with its count."""

import re
from collections.abc import Callable, Sequence

from qa.articles.stated_names import fold
from qa.page.address import Address, changed
from qa.page.rendering.escaping import escaped
from qa.page.rendering.links import anchor, counted_choice
from qa.page.rendering.timeline import Bar, Opens, bars, timeline
from qa.page.words.locale import Plural
from qa.page.words.words import Words
from qa.retrieval.request import SearchRequest
from qa.retrieval.survey import PassageCount, Survey

_AT_FIRST = 8
_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)


def filters(survey: Survey, search: SearchRequest, words: Words) -> str:
    """Return the filters as HTML, those in force marked; each is a link that puts it in force or clears it."""
    said, in_force = words.filters, len(search.outlets) + len(search.places) + bool(search.after or search.before)
    count = f' <span class="in-force">{in_force}</span>' if in_force else ""
    outlets = _facet(
        said.outlets,
        survey.outlets,
        search.outlets,
        lambda some: changed(search, outlets=some),
        survey.no_outlet,
        words,
    )
    places = _facet(
        said.places, survey.places, search.places, lambda some: changed(search, places=some), survey.no_place, words
    )
    everything = changed(search, after=None, before=None, outlets=(), places=())
    clear = f"<p>{_clear(everything, said.clear_all)}</p>" if search.filtered else ""
    return f"""<details class="filters" data-filters><summary>{said.filters}{count}</summary>
{clear}{_dates(survey, search, words)}{outlets}{places}</details>"""


def uncounted(search: SearchRequest) -> Survey:
    """Count nothing: what stands beside a search that cannot be made."""
    outlets, places = (tuple(PassageCount(it, 0) for it in some) for some in (search.outlets, search.places))
    return Survey(0, 0, (), (), 0, outlets, 0, places, 0)


def _dates(survey: Survey, search: SearchRequest, words: Words) -> str:
    said = words.filters
    days = {it.name: it.passages for it in survey.days}
    when = timeline(
        bars(days),
        lambda bar: Address(_within(search, bar)),
        lambda bar: (search.after, search.before) == (bar.first, bar.last),
        Opens(said.passages, said.timeline, "page"),
        words,
    )
    clear = f" {_clear(changed(search, after=None, before=None), said.clear)}" if search.after or search.before else ""
    first, last = _first_day(search.after), _last_day(search.before)
    boxes = f"{_date('after', said.after, first)}\n{_date('before', said.before, last)}"
    return f"""<section class="facet"><h3>{said.dates}{clear}</h3>
{when}<form class="dates" data-dates>{boxes}<button type="submit">{said.apply}</button></form>
{_note(said.undated, survey.undated, words)}</section>
"""


def _date(name: str, text: str, value: str) -> str:
    return f'<label>{text} <input type="date" name="{name}" value="{escaped(value)}"></label>'


def _note(counted: Plural, count: int, words: Words) -> str:
    return f'<p class="note">{words.locale.counted(count, counted)}</p>' if count else ""


def _within(search: SearchRequest, bar: Bar) -> SearchRequest:
    """Give the search of a bar's days only; of all days where they are in force already."""
    if (search.after, search.before) == (bar.first, bar.last):
        return changed(search, after=None, before=None)
    return changed(search, after=bar.first, before=bar.last)


def _facet(
    name: str,
    counts: Sequence[PassageCount],
    chosen: tuple[str, ...],
    changed: Callable[[tuple[str, ...]], SearchRequest],
    unstated: int,
    words: Words,
) -> str:
    if not counts and not chosen:
        return ""
    said = words.filters
    items = [_choice(it, chosen, changed, words) for it in counts]
    shown = "\n".join(items[:_AT_FIRST])
    rest = "\n".join(items[_AT_FIRST:])
    summary = said.show_all.format(words.locale.number(len(items)))
    more = f'<details><summary>{summary}</summary><ul class="choices">{rest}</ul></details>' if rest else ""
    clear = f" {_clear(changed(()), said.clear)}" if chosen else ""
    unknown = _note(said.unstated, unstated, words)
    return f'<section class="facet"><h3>{name}{clear}</h3><ul class="choices">{shown}</ul>{more}{unknown}</section>\n'


def _choice(
    count: PassageCount, chosen: tuple[str, ...], changed: Callable[[tuple[str, ...]], SearchRequest], words: Words
) -> str:
    """Return a choice as a link that makes it, or takes it back."""
    known = next((it for it in chosen if fold(it) == fold(count.name)), None)
    some = (*chosen, count.name) if known is None else tuple(it for it in chosen if it != known)
    number, said = words.locale.number(count.passages), words.locale.counted(count.passages, words.filters.passages)
    there = Address(changed(some))
    name = count.name if count.passages or known is None else known  # none states it: as it was asked for
    return counted_choice(there, name, number, said, opens="page", current=known is not None)


def _clear(search: SearchRequest, text: str) -> str:
    return anchor(Address(search), text, "clear")


def _first_day(said: str | None) -> str:
    return Bar(said, 0).first if said and _PERIOD.fullmatch(said) else said or ""


def _last_day(said: str | None) -> str:
    return Bar(said, 0).last if said and _PERIOD.fullmatch(said) else said or ""
