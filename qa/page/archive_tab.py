"""The tab that shows what the archive holds: its articles by date and outlet, the list of them, and a map."""

from dataclasses import dataclass

import gradio as gr

from qa.archive.archive import Archive
from qa.page.address import Listing, parse
from qa.page.events import QUIET, html
from qa.page.language import STATIC_WORDS, Labelled, chosen
from qa.page.rendering.escaping import Html
from qa.page.rendering.holdings import PER_PAGE, contents, holdings
from qa.page.rendering.results import notice
from qa.page.rendering.topic_map import topic_map
from qa.page.views import rendered
from qa.page.words.words import Words
from qa.retrieval.request import SearchRequest


@dataclass(frozen=True, slots=True)
class ArchiveTab:
    """What stands on the tab."""

    held: gr.HTML
    list: gr.HTML
    about: gr.HTML
    draw: gr.Button
    map: gr.HTML

    @property
    def shown(self) -> tuple[gr.HTML, ...]:
        """Return the parts that show what an address asks for."""
        return self.held, self.list, self.about

    @property
    def labelled(self) -> Labelled:
        """Return the component that has words of its own."""
        return Labelled(self.draw, {"value": "show_map"})


def archive_tab() -> ArchiveTab:
    """Lay out the tab."""
    with gr.Column(elem_id="archive"):
        held, listed, about = html("held"), html("list"), html("about")
        draw = gr.Button(STATIC_WORDS("show_map"), elem_id="draw-map")
        return ArchiveTab(held, listed, about, draw, html("map"))


def wire_archive(archive: Archive, tab: ArchiveTab) -> None:
    """Wire the drawing of the map; the rest of the tab comes with the page's address."""

    def draw(address: str, request: gr.Request) -> str:
        return map_view(archive, parse(address).search, chosen(request.headers))

    # What is asked comes from the address: the script puts it in the place of the button's own words.
    drawn = tab.draw.click(
        draw, tab.draw, tab.map, js="() => window.location.search", api_visibility="private", show_progress="full"
    )
    drawn.then(None, js="() => window.archivePage.settled()", **QUIET)


def archive_shown(archive: Archive, tab: ArchiveTab, listing: Listing, words: Words) -> dict[gr.HTML, Html]:
    """Return the parts of the tab as they are at an address."""
    return {
        tab.held: holdings_view(archive, listing, words),
        tab.list: list_view(archive, listing, words),
        tab.about: about_view(words),
    }


def holdings_view(archive: Archive, listing: Listing, words: Words) -> Html:
    """Return the articles by date and by outlet as HTML."""
    return rendered(lambda: holdings(archive.holdings(), listing, words), words, notice)


def list_view(archive: Archive, listing: Listing, words: Words) -> Html:
    """Return a page of the list of articles as HTML."""
    return rendered(
        lambda: contents(
            archive.contents(
                order=listing.sort,
                limit=PER_PAGE,
                offset=(listing.page - 1) * PER_PAGE,
                outlet=listing.outlet,
                month=listing.month,
                title=listing.title,
            ),
            listing,
            words,
        ),
        words,
        notice,
    )


def about_view(words: Words) -> Html:
    """Return what the map shows, in words."""
    return Html('<section class="about"><h2>{}</h2><p class="note">{}</p></section>').format(
        words.archive.map, words.archive.map_words
    )


def map_view(archive: Archive, search: SearchRequest | None, words: Words) -> Html:
    """Return the map, the passages that answer a search ringed."""
    return rendered(lambda: _map(archive, search, words), words, notice)


def _map(archive: Archive, search: SearchRequest | None, words: Words) -> Html:
    evidence = () if search is None else archive.answer(search).evidence
    ringed = archive.map_places([it.passage.id for it in evidence])
    return topic_map(archive.map(), ringed, words)
