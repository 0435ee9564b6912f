"""The tab that shows what the archive holds: a map, its articles by date and outlet, and the list of them."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from time import monotonic

import gradio as gr
from anyio.to_thread import run_sync

from qa.archive.archive import Archive
from qa.page.address import Listing
from qa.page.events import QUIET, client_event, html
from qa.page.language import chosen
from qa.page.rendering.escaping import Html
from qa.page.rendering.holdings import PER_PAGE, contents, holdings, holds
from qa.page.rendering.map_drawing import about, drawing
from qa.page.rendering.topic_map import Ringed, topic_map
from qa.page.views import busy, rendered
from qa.page.words.words import Words
from qa.page.work_queue import ANSWER, WorkQueue
from qa.records import SearchRequest

_SECONDS_BETWEEN_STEPS = 0.3
"""Between two looks at how far the drawing is."""
_MOST_WATCHING = 16


@dataclass(frozen=True, slots=True)
class ArchiveTab:
    """What stands on the tab."""

    about: gr.HTML
    map: gr.HTML
    held: gr.HTML
    list: gr.HTML

    @property
    def shown(self) -> tuple[gr.HTML, ...]:
        """Return the parts that show what an address asks for."""
        return self.about, self.map, self.held, self.list


def archive_tab() -> ArchiveTab:
    """Lay out the tab."""
    with gr.Column(elem_id="archive"):
        return ArchiveTab(html("about"), html("map"), html("held"), html("list"))


def wire_archive(archive: Archive, tab: ArchiveTab, bridge: gr.HTML, queue: WorkQueue) -> None:
    """Wire the map, which the page asks for apart; the rest of the tab comes with the page's address."""

    async def draw(event: gr.EventData, request: gr.Request) -> AsyncIterator[str]:
        search, words = client_event(event).address.search, chosen(request.headers)
        async for shown in map_shown(archive, search, words, queue):
            yield shown

    drawing_it = bridge.play(draw, None, tab.map, concurrency_limit=_MOST_WATCHING, **QUIET)
    drawing_it.then(None, js="() => { archivePage.ended('play'); archivePage.mapShown(); }", **QUIET)


async def map_shown(
    archive: Archive, search: SearchRequest | None, words: Words, queue: WorkQueue
) -> AsyncIterator[Html]:
    """Yield how far the drawing of the map is until it is drawn, then the map, what a search found ringed."""
    began = monotonic()
    underway = asyncio.ensure_future(run_sync(lambda: rendered(lambda: _drawn(archive), words)))
    while not (await asyncio.wait({underway}, timeout=_SECONDS_BETWEEN_STEPS))[0]:
        yield drawing(archive.map_progress(), int(monotonic() - began), words)
    failed = underway.result()
    yield (
        failed or await queue.run(ANSWER, lambda: rendered(lambda: _map(archive, search, words), words)) or busy(words)
    )


def archive_shown(archive: Archive, tab: ArchiveTab, listing: Listing, words: Words) -> dict[gr.HTML, Html]:
    """Return the parts of the tab as they are at an address; the map stays where it is of this revision."""
    drawn = False

    def top() -> Html:
        nonlocal drawn
        status, drawn = archive.status(), archive.map_is_drawn()
        return holds(status, words) + about(status.revision, words, drawn=drawn)

    def listed() -> Html:
        shown = archive.contents(
            order=listing.sort,
            limit=PER_PAGE,
            offset=(listing.page - 1) * PER_PAGE,
            outlet=listing.outlet,
            month=listing.month,
            title=listing.title,
        )
        return contents(shown, listing, words)

    parts = {
        tab.about: rendered(top, words),
        tab.held: rendered(lambda: holdings(archive.holdings(), listing, words), words),
        tab.list: rendered(listed, words),
    }
    return parts if drawn else parts | {tab.map: Html()}


def _drawn(archive: Archive) -> Html:
    """Draw the map where it is not drawn yet; there is nothing to show of that."""
    archive.map()
    return Html()


def _map(archive: Archive, search: SearchRequest | None, words: Words) -> Html:
    evidence = () if search is None else archive.answer(search).evidence
    headlines = {it.passage.id: it.article.name for it in evidence}
    ringed = [Ringed(it, headlines[it.passage_id]) for it in archive.map_places(headlines)]
    return topic_map(archive.map(), ringed, words)
