"""The page's components, and what each shows at an address."""

from dataclasses import dataclass
from typing import Any, get_args

import gradio as gr

from qa.archive.archive import Archive
from qa.evaluation.judgements import Judgements
from qa.page.address import Address, Tab
from qa.page.archive_tab import ArchiveTab, archive_shown
from qa.page.ask_tab import AskTab
from qa.page.events import ClientEvent
from qa.page.index_tab import IndexTab, index_shown
from qa.page.language import LANGUAGES
from qa.page.rendering.masthead import masthead
from qa.page.views import answer_view, article_view, busy
from qa.page.words.english import ENGLISH
from qa.page.words.words import Words

Updates = dict[Any, Any]
"""What each component is to show; those that are not named stay as they are."""


@dataclass(frozen=True, slots=True)
class Components:
    """The page's components."""

    top: gr.HTML
    each_tab: tuple[gr.Tab, ...]
    """In the order of the names that an address may have."""
    article: gr.HTML
    asking: AskTab
    archive_tab: ArchiveTab
    index: IndexTab

    @property
    def turning(self) -> list[Any]:
        """Return what changes when another tab is turned to."""
        return [*self.archive_tab.shown, *self.index.shown]

    @property
    def every(self) -> list[Any]:
        """Return what an address may change."""
        return [self.article, self.asking.results, *self._labels(ENGLISH), *self.turning]

    def shown(
        self, archive: Archive, event: ClientEvent, words: Words, judgements: Judgements | None = None
    ) -> Updates:
        """Return all that an address asks for; when the page has just come up, leave what somebody may have begun.

        The page's script has turned to the tab by then, and the question stands in its box.
        """
        address = event.address
        shown: Updates = {self.article: article_view(archive, address, words), **self.turned(archive, address, words)}
        if not event.flag("first") or address.search is not None:
            shown[self.asking.results] = answer_view(archive, address.search, words, judgements)
        return shown | self._labels(words) if event.flag("first") else shown

    def refused(self, event: ClientEvent, words: Words) -> Updates:
        """Return what stands there without asking the archive, and that too many ask it at once."""
        labels = self._labels(words) if event.flag("first") else {}
        return {**labels, self.asking.results: busy(words)}

    def turned(self, archive: Archive, address: Address, words: Words) -> Updates:
        """Return what stands on the tab of an address, beside what is asked."""
        shown: Updates = {}
        if address.tab == "archive":
            shown |= archive_shown(archive, self.archive_tab, address.listing, words)
        if address.tab == "index":
            shown |= index_shown(archive, self.index, words)
        return shown

    def _labels(self, words: Words) -> Updates:
        """Return the words that the page may have come up with in another language: Gradio reads only the browser's."""
        tabs = zip(self.each_tab, get_args(Tab), strict=True)
        named: Updates = {tab: gr.update(label=words.tabs[name]) for tab, name in tabs}
        named |= {self.top: masthead(words, LANGUAGES.values())}
        return named | self.asking.labels(words) | self.index.labels(words)
