"""Give Gradio's own components their words in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import gradio as gr
from gradio.blocks import Block

from qa.page.language import LANGUAGES
from qa.page.words.words import Words


@dataclass(frozen=True, slots=True)
class Labelled:
    """A component, and which of its properties shows which word."""

    component: Block
    words: Mapping[str, str]

    def said(self, words: Words) -> dict[str, Any]:
        """Give the properties in a language."""
        return {name: _said(words)[key] for name, key in self.words.items()}


def _said(words: Words) -> Mapping[str, str]:
    return MappingProxyType(
        {
            "tab_ask": words.tabs["ask"],
            "tab_archive": words.tabs["archive"],
            "tab_index": words.tabs["index"],
            "question": words.asking.question,
            "placeholder": words.asking.placeholder,
            "ask": words.asking.ask,
            "add": words.index.add,
            "rebuild": words.index.rebuild,
            "show_map": words.archive.show_map,
        }
    )


SAYS = gr.I18n(**{code: dict(_said(words)) for code, words in LANGUAGES.items()})
"""What the page comes up with, in the browser's language; the one that was chosen follows a moment later."""
