"""Render what an archive holds: its articles by date and by outlet, and the list of them."""

from dataclasses import replace

from qa.archive.article_list import UNDATED, ArticleList
from qa.archive.holdings import Holdings
from qa.articles.stated_names import fold
from qa.page.address import Address, Listing
from qa.page.rendering.escaping import escaped
from qa.page.rendering.links import anchor, counted_choice
from qa.page.rendering.source_line import dated
from qa.page.rendering.timeline import Opens, by_month, timeline
from qa.page.words.words import Words
from qa.records import Entry

PER_PAGE = 50
_MOST_OUTLETS = 30


def holdings(held: Holdings, listing: Listing, words: Words) -> str:
    """Return bars by month and outlets with their counts, each a link that lists its articles."""
    said, locale = words.archive, words.locale
    months = {it.name: it.articles for it in held.months}
    when = timeline(
        by_month(months),
        lambda bar: _there(listing, month=None if listing.month == bar.period else bar.period),
        lambda bar: listing.month == bar.period,
        Opens(words.articles, said.by_month, "archive"),
        words,
    )
    outlets = [_outlet(it.name, it.name, it.articles, listing, words) for it in held.outlets[:_MOST_OUTLETS]]
    if held.no_outlet:
        outlets.append(_outlet("", words.card.outlet_unstated, held.no_outlet, listing, words))
    undated = ""
    if held.undated:
        chosen = listing.month == UNDATED
        said_undated = f"{locale.counted(held.undated, words.articles)} {said.undated}"
        there = _there(listing, month=None if chosen else UNDATED)
        undated = f'<p class="note">{anchor(there, said_undated, "clear", opens="archive", current=chosen)}</p>'
    return f"""<section class="held"><h2>{said.by_month}</h2>{when}{undated}</section>
<section class="held"><h2>{said.by_outlet}</h2><ul class="choices outlets">{"".join(outlets)}</ul></section>"""


def contents(shown: ArticleList, listing: Listing, words: Words) -> str:
    """Return a page of the list of articles as HTML, its headings ways to sort it."""
    said, locale = words.archive, words.locale
    pages = max(1, -(-shown.total // PER_PAGE))
    narrowed = any(it is not None for it in (listing.outlet, listing.month, listing.title))
    everything = Address(tab="archive", listing=Listing(listing.sort))
    clear = f" {anchor(everything, said.clear, 'clear', opens='archive')}" if narrowed else ""
    table = _table(shown, listing, words) if shown.articles else f'<p class="nothing">{said.nothing}</p>'
    return f"""<section class="list" aria-labelledby="list-name"><h2 id="list-name">{said.list}</h2>
{_find(listing, words)}
<p class="note">{said.some.format(locale.counted(shown.total, words.articles))}{clear}</p>
{table}
{_pages(listing, pages, words)}</section>"""


def _find(listing: Listing, words: Words) -> str:
    said = words.archive
    box = (
        f'<input type="search" name="title" aria-label="{said.find}" placeholder="{said.find}" '
        f'value="{escaped(listing.title or "")}">'
    )
    return (
        f'<form class="find-title" data-titles role="search">{box}<button type="submit">{said.search}</button></form>'
    )


def _table(shown: ArticleList, listing: Listing, words: Words) -> str:
    """Return the table, its roles stated: where the window is narrow its cells are no longer laid out as cells."""
    said = words.archive
    columns = (("title", said.title), ("outlet", said.outlet), ("date", said.date), ("passages", said.passages))
    headings = "".join(_heading(column, text, listing) for column, text in columns)
    rows = "\n".join(_row(it, words) for it in shown.articles)
    return f"""<div class="table"><table role="table"><thead role="rowgroup"><tr role="row">{headings}</tr></thead>
<tbody role="rowgroup">
{rows}
</tbody></table></div>"""


def _outlet(name: str, shown: str, count: int, listing: Listing, words: Words) -> str:
    chosen = listing.outlet is not None and fold(listing.outlet) == fold(name)
    there = _there(listing, outlet=None if chosen else name)
    said = words.locale.counted(count, words.articles)
    return counted_choice(there, shown, words.locale.number(count), said, opens="archive", current=chosen)


def _heading(column: str, text: str, listing: Listing) -> str:
    """Return a heading that sorts by its column; that of dates turns the order round."""
    sort = column
    if column == "date":
        sort = "oldest" if listing.sort == "newest" else "newest"
    now = {"newest": "date", "oldest": "date"}.get(listing.sort, listing.sort) == column
    way = "ascending" if listing.sort in ("oldest", "title", "outlet") else "descending"
    order = f' aria-sort="{way}"' if now else ""
    arrow = f'<span aria-hidden="true"> {"↑" if way == "ascending" else "↓"}</span>' if now else ""
    there = anchor(_there(listing, sort=sort), text + arrow, opens="archive")
    return f'<th scope="col" role="columnheader"{order}>{there}</th>'


def _row(it: Entry, words: Words) -> str:
    name = anchor(Address(tab="archive", article=it.file), escaped(it.name), opens="article")
    outlet = words.card.outlet_unstated if it.outlet is None else escaped(it.outlet)
    number, counted = words.locale.number(it.passages), words.locale.counted(it.passages, words.passages)
    amount = f'<span class="bare">{number}</span><span class="counted">{counted}</span>'
    return (
        f'<tr role="row"><th scope="row" role="rowheader" dir="auto">{name}</th>'
        f'<td role="cell" dir="auto">{outlet}</td><td role="cell">{dated(it.date, words)}</td>'
        f'<td role="cell" class="amount">{amount}</td></tr>'
    )


def _pages(listing: Listing, pages: int, words: Words) -> str:
    if pages < 2:
        return ""
    said, number = words.archive, words.locale.number
    parts = [f"<span>{said.page.format(number(listing.page), number(pages))}</span>"]
    for step, text in ((-1, said.previous), (1, said.following)):
        page = listing.page + step
        if 1 <= page <= pages:
            there = anchor(_there(listing, page=page), text, opens="archive")
            parts.insert(0 if step < 0 else 2, there)
    return f'<nav class="pages" aria-label="{said.list}">{" ".join(parts)}</nav>'


def _there(listing: Listing, **changes: object) -> Address:
    """Give the address of another part of the list; the first page of it, unless a page is asked for."""
    return Address(tab="archive", listing=replace(listing, **{"page": 1, **changes}))  # type: ignore[arg-type]
