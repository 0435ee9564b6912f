"""The page's language: what the visitor chose, else the first that the browser asks for."""

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from types import MappingProxyType

import gradio as gr

from qa.page.words.english import ENGLISH
from qa.page.words.kazakh import KAZAKH
from qa.page.words.russian import RUSSIAN
from qa.page.words.words import Words

LANGUAGES: Mapping[str, Words] = MappingProxyType({it.code: it for it in (ENGLISH, RUSSIAN, KAZAKH)})
COOKIE = "language"


def chosen(headers: Mapping[str, str]) -> Words:
    """Return the words of a request's language; English where it asks for none that the page has."""
    return LANGUAGES.get(_cookie(headers.get("cookie", ""))) or _accepted(headers.get("accept-language", "")) or ENGLISH


def _cookie(header: str) -> str:
    try:
        cookie = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return "" if cookie is None else cookie.value


def _accepted(header: str) -> Words | None:
    """Read `ru-RU,ru;q=0.9,en;q=0.8`, the order standing for the weights as every browser writes it."""
    asked = (part.partition(";")[0].strip().partition("-")[0].lower() for part in header.split(","))
    return next((LANGUAGES[code] for code in asked if code in LANGUAGES), None)


def _static_words(words: Words) -> dict[str, str]:
    return {f"tab_{name}": text for name, text in words.tabs.items()} | {
        "question": words.asking.question,
        "placeholder": words.asking.placeholder,
        "ask": words.asking.ask,
        "add": words.index.add,
        "rebuild": words.index.rebuild,
    }


STATIC_WORDS = gr.I18n(**{code: _static_words(words) for code, words in LANGUAGES.items()})
"""What the page comes up with, in the browser's language; the chosen language follows a moment later."""
