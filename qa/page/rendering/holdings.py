"""Render what an archive holds: its articles by date and by outlet, and the list of them."""

from dataclasses import replace

from qa.archive.article_list import UNDATED, ArticleList
from qa.archive.holdings import Holdings
from qa.articles.stated_names import fold
from qa.build.status import IndexStatus
from qa.page.address import Address, Listing
from qa.page.rendering.dating import dating
from qa.page.rendering.escaping import Html
from qa.page.rendering.links import anchor, counted_choice
from qa.page.rendering.source_line import SEPARATOR, dated
from qa.page.rendering.status import counts
from qa.page.rendering.timeline import Opens, by_month, timeline
from qa.page.words.words import Words
from qa.records import Entry

PER_PAGE = 50
_MOST_OUTLETS = 100
_AT_FIRST = 9
_PHONE = 300
"""How wide the bars are there, in pixels."""


def holds(found: IndexStatus, words: Words) -> Html:
    """Return in one line how much an archive holds, and of which days."""
    facts = (Html("<span>{}</span>").format(it) for it in (*counts(found, words), dating(found, words)))
    return Html('<p class="holds">{}</p>').format(SEPARATOR.join(facts))


def holdings(held: Holdings, listing: Listing, words: Words) -> Html:
    """Return bars by month and outlets with their counts, each a link that lists its articles."""
    texts = words.archive
    months = {it.name: it.articles for it in held.months}
    when = timeline(
        by_month(months),
        lambda bar: _there(listing, month=None if listing.month == bar.period else bar.period),
        lambda bar: listing.month == bar.period,
        Opens(words.articles, texts.by_month, "archive", _PHONE),
        words,
    )
    undated = _undated(held.undated, listing, words) if held.undated else ""
    return Html("""<div class="holdings"><section class="held"><h2>{}</h2>{}{}</section>
<section class="held"><h2>{}</h2>{}</section></div>""").format(
        texts.by_month, when, undated, texts.by_outlet, _outlets(held, listing, words)
    )


def _outlets(held: Holdings, listing: Listing, words: Words) -> Html:
    """Return the outlets with most articles, those without an outlet, and the other outlets folded away."""
    first, others = held.outlets[:_AT_FIRST], held.outlets[_AT_FIRST:_MOST_OUTLETS]
    items = [_outlet(it.name, it.name, it.articles, listing, words) for it in (*first, *others)]
    if held.no_outlet:
        items.insert(len(first), _outlet("", words.card.outlet_unstated, held.no_outlet, listing, words))
    listed = Html('<ul class="choices outlets">{}</ul>')
    shown = listed.format(Html().join(items[: len(items) - len(others)]))
    if not others:
        return shown
    opened = " open" if listing.outlet and fold(listing.outlet) in {fold(it.name) for it in others} else ""
    return shown + Html("<details{}><summary>{}</summary>{}</details>").format(
        opened,
        words.locale.counted(len(others), words.archive.more_outlets),
        listed.format(Html().join(items[-len(others) :])),
    )


def _undated(count: int, listing: Listing, words: Words) -> Html:
    chosen = listing.month == UNDATED
    text = words.locale.counted(count, words.archive.undated)
    there = _there(listing, month=None if chosen else UNDATED)
    return Html('<p class="note undated">{}</p>').format(anchor(there, text, "clear", opens="archive", current=chosen))


def contents(shown: ArticleList, listing: Listing, words: Words) -> Html:
    """Return a page of the list of articles as HTML, its headings ways to sort it."""
    texts = words.archive
    pages = max(1, -(-shown.total // PER_PAGE))
    everything = Listing(listing.sort)
    clear = anchor(Address(tab="archive", listing=everything), texts.clear, "clear", opens="archive")
    nothing = Html('<p class="nothing">{}</p>').format(texts.nothing)
    return Html("""<section class="list" aria-labelledby="list-name"><h2 id="list-name">{}</h2>
{}
<p class="note">{}{}</p>
{}
{}</section>""").format(
        texts.list,
        _find(listing, words),
        texts.some.format(words.locale.counted(shown.total, words.articles)),
        Html(" {}").format(clear) if replace(listing, page=1) != everything else "",
        _table(shown, listing, words) if shown.articles else nothing,
        _pages(listing, pages, words),
    )


def _find(listing: Listing, words: Words) -> Html:
    return Html(
        '<form class="find-title" data-titles role="search">'
        '<input type="search" name="title" aria-label="{0}" placeholder="{0}" value="{1}">'
        '<button type="submit">{2}</button></form>'
    ).format(words.archive.find, listing.title or "", words.archive.search)


def _table(shown: ArticleList, listing: Listing, words: Words) -> Html:
    """Return the table, its roles stated: where the window is narrow its cells are no longer laid out as cells."""
    texts = words.archive
    columns = (("title", texts.title), ("outlet", texts.outlet), ("date", texts.date), ("passages", texts.passages))
    headings = Html().join(_heading(column, text, listing) for column, text in columns)
    rows = Html("\n").join(_row(it, words) for it in shown.articles)
    return Html("""<table role="table"><thead role="rowgroup"><tr role="row">{}</tr></thead>
<tbody role="rowgroup">
{}
</tbody></table>""").format(headings, rows)


def _outlet(name: str, shown: str, count: int, listing: Listing, words: Words) -> Html:
    chosen = listing.outlet is not None and fold(listing.outlet) == fold(name)
    there = _there(listing, outlet=None if chosen else name)
    counted = words.locale.counted(count, words.articles)
    return counted_choice(there, shown, words.locale.number(count), counted, opens="archive", current=chosen)


def _heading(column: str, text: str, listing: Listing) -> Html:
    """Return a heading that sorts by its column; that of dates turns the order round."""
    sort = column
    if column == "date":
        sort = "oldest" if listing.sort == "newest" else "newest"
    now = {"newest": "date", "oldest": "date"}.get(listing.sort, listing.sort) == column
    way = "ascending" if listing.sort in ("oldest", "title", "outlet") else "descending"
    order = Html(' aria-sort="{}"').format(way) if now else ""
    arrow = Html('<span aria-hidden="true"> {}</span>').format("↑" if way == "ascending" else "↓") if now else ""
    there = anchor(_there(listing, sort=sort), Html("{}{}").format(text, arrow), opens="archive")
    return Html('<th scope="col" role="columnheader"{}>{}</th>').format(order, there)


def _row(it: Entry, words: Words) -> Html:
    """Return a row of one line; what does not fit is cut off by the style, and whole where it is pointed at."""
    outlet = words.card.outlet_unstated if it.outlet is None else it.outlet
    return Html(
        '<tr role="row"><th scope="row" role="rowheader" dir="auto" title="{}">{}</th>'
        '<td role="cell" dir="auto" title="{}">{}</td><td role="cell">{}</td>'
        '<td role="cell" class="amount"><span class="bare">{}</span><span class="counted">{}</span></td></tr>'
    ).format(
        it.name,
        anchor(Address(tab="archive", article=it.file), it.name, opens="article"),
        outlet,
        outlet,
        dated(it.date, words),
        words.locale.number(it.passages),
        words.locale.counted(it.passages, words.passages),
    )


def _pages(listing: Listing, pages: int, words: Words) -> Html:
    if pages < 2:
        return Html()
    texts, number, page = words.archive, words.locale.number, listing.page
    parts = [Html("<span>{}</span>").format(texts.page.format(number(page), number(pages)))]
    if page > 1:
        parts.insert(0, anchor(_there(listing, page=page - 1), texts.previous, opens="archive"))
    if page < pages:
        parts.append(anchor(_there(listing, page=page + 1), texts.following, opens="archive"))
    return Html('<nav class="pages" aria-label="{}">{}</nav>').format(texts.list, Html(" ").join(parts))


def _there(listing: Listing, **changes: object) -> Address:
    """Return the address of another part of the list; the first page of it, unless a page is asked for."""
    return Address(tab="archive", listing=replace(listing, **{"page": 1, **changes}))  # type: ignore[arg-type]
