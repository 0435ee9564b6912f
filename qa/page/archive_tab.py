"""The tab that shows what the archive holds: its articles by date and outlet, the list of them, and a map."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from qa.archive.archive import Archive
from qa.page.address import Listing, parse
from qa.page.events import QUIET, html
from qa.page.language import STATIC_WORDS, chosen
from qa.page.rendering.escaping import Html
from qa.page.rendering.holdings import PER_PAGE, contents, holdings, holds
from qa.page.rendering.topic_map import topic_map
from qa.page.views import rendered
from qa.page.words.words import Words


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

    def labels(self, words: Words) -> dict[Any, Any]:
        """Return the words of Gradio's own components."""
        return {self.draw: gr.update(value=words.archive.show_map)}


def archive_tab() -> ArchiveTab:
    """Lay out the tab."""
    with gr.Column(elem_id="archive"):
        held, listed, about = html("held"), html("list"), html("about")
        draw = gr.Button(STATIC_WORDS("show_map"), elem_id="draw-map")
        return ArchiveTab(held, listed, about, draw, html("map"))


def wire_archive(archive: Archive, tab: ArchiveTab) -> None:
    """Wire the drawing of the map; the rest of the tab comes with the page's address."""

    def draw(address: str, request: gr.Request) -> str:
        search, words = parse(address).search, chosen(request.headers)

        def drawn() -> Html:
            evidence = () if search is None else archive.answer(search).evidence
            return topic_map(archive.map(), archive.map_places([it.passage.id for it in evidence]), words)

        return rendered(drawn, words)

    # What is asked comes from the address: the script puts it in the place of the button's own words.
    drawing = tab.draw.click(
        draw, tab.draw, tab.map, js="() => window.location.search", api_visibility="private", show_progress="full"
    )
    drawing.then(None, js="() => window.archivePage.settled()", **QUIET)


def archive_shown(archive: Archive, tab: ArchiveTab, listing: Listing, words: Words) -> dict[gr.HTML, Html]:
    """Return the parts of the tab as they are at an address."""

    def held() -> Html:
        return holds(archive.status(), words) + holdings(archive.holdings(), listing, words)

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

    about = Html('<section class="about"><h2>{}</h2><p class="note">{}</p></section>')
    return {
        tab.held: rendered(held, words),
        tab.list: rendered(listed, words),
        tab.about: about.format(words.archive.map, words.archive.map_words),
    }
