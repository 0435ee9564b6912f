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
from qa.page.language import Labelled
from qa.page.rendering.results import before_asking
from qa.page.views import answer_view, article_view, busy, masthead_view
from qa.page.words.words import Words

Updates = dict[Any, Any]
"""What each component is to show; those that are not named stay as they are."""


@dataclass(frozen=True, slots=True)
class Components:
    """The page's components."""

    top: gr.HTML
    tabs: gr.Tabs
    each_tab: tuple[gr.Tab, ...]
    """In the order of the names that an address may have."""
    article: gr.HTML
    asking: AskTab
    held: ArchiveTab
    index: IndexTab

    @property
    def turning(self) -> list[Any]:
        """Return what changes when another tab is turned to."""
        return [self.top, *self.held.shown, *self.index.shown]

    @property
    def every(self) -> list[Any]:
        """Return what an address may change."""
        asking = [self.asking.welcome, self.asking.question, self.asking.results]
        return [self.tabs, self.article, *asking, *(it.component for it in self._labelled), *self.turning]

    def shown(self, archive: Archive, said: ClientEvent, words: Words, judgements: Judgements | None = None) -> Updates:
        """Show all that an address asks for; when the page has just come up, leave what somebody may have begun."""
        address = said.address
        shown: Updates = {self.article: article_view(archive, address, words), **self.turned(archive, address, words)}
        if not said.flag("first") or address.search is not None:
            shown[self.asking.results] = answer_view(archive, address.search, words, judgements)
        return shown | self._led(said, words)

    def refused(self, said: ClientEvent, words: Words) -> Updates:
        """Show what stands at an address without asking the archive, and that too many ask it at once."""
        return {**self._led(said, words), self.asking.results: busy(words)}

    def _led(self, said: ClientEvent, words: Words) -> Updates:
        """Turn to the tab, and put the question into its box."""
        address, first = said.address, said.flag("first")
        shown: Updates = self._spoken(words) if first else {}
        if not first or address.tab != "ask":
            shown[self.tabs] = gr.Tabs(selected=address.tab)
        question = self.asking.question_labels.properties(words) if first else {}
        if not first or address.search is not None:
            question["value"] = "" if address.search is None else address.search.question
        return shown | ({self.asking.question: gr.update(**question)} if question else {})

    def turned(self, archive: Archive, address: Address, words: Words) -> Updates:
        """Show what stands on the tab of an address, beside what is asked, and the top again."""
        shown: Updates = {self.top: masthead_view(archive, words)}
        if address.tab == "archive":
            shown |= archive_shown(archive, self.held, address.listing, words)
        if address.tab == "index":
            shown |= index_shown(archive, self.index, words)
        return shown

    def _spoken(self, words: Words) -> Updates:
        """Return the words that the page may have come up with in another language: Gradio reads only the browser's."""
        said = {it.component: gr.update(**it.properties(words)) for it in self._labelled}
        return {self.asking.welcome: before_asking(words), **said}

    @property
    def _labelled(self) -> tuple[Labelled, ...]:
        names = get_args(Tab)
        tabs = (Labelled(tab, {"label": f"tab_{name}"}) for tab, name in zip(self.each_tab, names, strict=True))
        return (*tabs, *self.asking.labelled, self.held.labelled, *self.index.labelled)
