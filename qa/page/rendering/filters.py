"""Render what narrows a search: dates, outlets, places and languages, each with its count."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.articles.stated_names import fold
from qa.page.address import Address, changed
from qa.page.rendering.escaping import Html
from qa.page.rendering.links import anchor, counted_choice
from qa.page.rendering.timeline import Bar, Opens, bars, timeline
from qa.page.words.locale import Plural
from qa.page.words.words import Words
from qa.records import AskedTime, SearchRequest
from qa.retrieval.survey import PassageCount, Survey

_AT_FIRST = 8
_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)


def filters(survey: Survey, search: SearchRequest, words: Words) -> Html:
    """Return the filters as HTML, those in force marked; each is a link that puts it in force or clears it."""
    texts, named = words.filters, (*search.outlets, *search.places, *search.languages)
    in_force = len(named) + sum(map(bool, (search.after, search.before, _read(survey))))
    count = Html(' <span class="in-force">{}</span>').format(in_force) if in_force else ""
    outlets = _Facet(texts.outlets, survey.outlets, search.outlets, lambda some: changed(search, outlets=some))
    places = _Facet(texts.places, survey.places, search.places, lambda some: changed(search, places=some))
    languages = _Facet(
        texts.languages,
        survey.languages,
        search.languages,
        lambda some: changed(search, languages=some),
        words.locale.language,
    )
    everything = replace(_of_all_days(survey, search), outlets=(), places=(), languages=())
    clear = Html("<p>{}</p>").format(_clear(everything, texts.clear_all)) if in_force or search.articles else Html()
    no_outlet = _note(texts.no_outlet, survey.no_outlet, words)
    no_place = _note(texts.no_place, survey.no_place, words)
    facets = [_facet(outlets, no_outlet, words), _facet(places, no_place, words)]
    if len(survey.languages) > 1 or search.languages:
        facets.append(_facet(languages, Html(), words))
    shown = Html().join([clear, _dates(survey, search, words), *facets, _counted(survey, words)])
    return Html("""<details class="filters" data-filters><summary>{}{}</summary>
{}</details>""").format(texts.filters, count, shown)


def uncounted(search: SearchRequest) -> Survey:
    """Return a survey that counts nothing: what stands beside a search that cannot be made."""
    named = search.outlets, search.places, search.languages
    outlets, places, languages = (tuple(PassageCount(it, 0) for it in some) for some in named)
    return Survey(0, 0, None, (), (), 0, outlets, 0, places, 0, languages)


def _dates(survey: Survey, search: SearchRequest, words: Words) -> Html:
    texts = words.filters
    days = {it.name: it.passages for it in survey.days}
    when = timeline(
        bars(days),
        lambda bar: Address(_within(search, bar)),
        lambda bar: (search.after, search.before) == (bar.first, bar.last),
        Opens(words.passages, texts.timeline, "page"),
        words,
    )
    read, everything = _of_question(survey), _of_all_days(survey, search)
    first, last = (search.after, search.before) if read is None else (read.first, read.last)
    return Html("""<section class="facet"><h3>{}{}</h3>
{}<form class="dates" data-dates="{}">{}
{}<button type="submit">{}</button></form>
{}</section>
""").format(
        texts.dates,
        Html(" {}").format(_clear(everything, texts.clear)) if first or last else "",
        when,
        "" if read is None else "read",
        _date("after", texts.after, _day(first, last=False)),
        _date("before", texts.before, _day(last, last=True)),
        texts.apply,
        _note(texts.undated, survey.undated, words),
    )


def _of_question(survey: Survey) -> AskedTime | None:
    """Return the days that are read from the question, where they filter."""
    return survey.time if survey.time is not None and survey.time.narrows else None


def _read(survey: Survey) -> bool:
    """Return whether a time is read from the question: it may only prefer the newest."""
    return survey.time is not None and survey.time.applied


def _of_all_days(survey: Survey, search: SearchRequest) -> SearchRequest:
    """Return a search of all dates, without the time that is read from the question too."""
    return changed(search, after=None, before=None, any_time=search.any_time or _read(survey))


def _counted(survey: Survey, words: Words) -> Html:
    """Return what the counts are of, where that is a part of the archive."""
    if survey.among is None:
        return Html()
    said = words.filters.counted.format(words.locale.number(survey.among))
    return Html('<section class="facet"><p class="note">{}</p></section>\n').format(said)


def _date(name: str, text: str, value: str) -> Html:
    return Html('<label>{} <input type="date" name="{}" value="{}"></label>').format(text, name, value)


def _note(counted: Plural, count: int, words: Words) -> Html:
    return Html('<p class="note">{}</p>').format(words.locale.counted(count, counted)) if count else Html()


def _within(search: SearchRequest, bar: Bar) -> SearchRequest:
    """Return the search of a bar's days only; of all days where they are in force already."""
    if (search.after, search.before) == (bar.first, bar.last):
        return changed(search, after=None, before=None)
    return changed(search, after=bar.first, before=bar.last)


@dataclass(frozen=True, slots=True)
class _Facet:
    """What an article may state, such as its outlet: how often each value occurs, and those asked for."""

    name: str
    counts: Sequence[PassageCount]
    chosen: tuple[str, ...]
    changed: Callable[[tuple[str, ...]], SearchRequest]
    """Return the search with other values asked for."""
    shown: Callable[[str], str] = str
    """Return a value as it is read."""


def _facet(facet: _Facet, unstated: Html, words: Words) -> Html:
    if not facet.counts and not facet.chosen:
        return Html()
    texts = words.filters
    items = [_choice(it, facet, words) for it in facet.counts]
    rest = Html('<details><summary>{}</summary><ul class="choices">{}</ul></details>').format(
        texts.show_all.format(words.locale.number(len(items))), Html("\n").join(items[_AT_FIRST:])
    )
    return Html('<section class="facet"><h3>{}{}</h3><ul class="choices">{}</ul>{}{}</section>\n').format(
        facet.name,
        Html(" {}").format(_clear(facet.changed(()), texts.clear)) if facet.chosen else "",
        Html("\n").join(items[:_AT_FIRST]),
        rest if items[_AT_FIRST:] else "",
        unstated,
    )


def _choice(count: PassageCount, facet: _Facet, words: Words) -> Html:
    """Return a choice as a link that makes it, or takes it back."""
    known = next((it for it in facet.chosen if fold(it) == fold(count.name)), None)
    some = (*facet.chosen, count.name) if known is None else tuple(it for it in facet.chosen if it != known)
    number, counted = words.locale.number(count.passages), words.locale.counted(count.passages, words.passages)
    name = count.name if count.passages or known is None else known  # none states it: as it was asked for
    there = Address(facet.changed(some))
    return counted_choice(there, facet.shown(name), number, counted, opens="page", current=known is not None)


def _clear(search: SearchRequest, text: str) -> Html:
    return anchor(Address(search), text, "clear")


def _day(stated: str | None, *, last: bool) -> str:
    """Return the first or the last day of a date, which may be a month or a year."""
    if stated is None or not _PERIOD.fullmatch(stated):
        return stated or ""
    return Bar(stated, 0).last if last else Bar(stated, 0).first
