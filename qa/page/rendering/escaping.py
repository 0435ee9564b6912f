"""HTML that is built of text which can only be shown as text."""

from typing import Any, Self

from markupsafe import Markup, escape

from qa.articles.plain_text import plain
from qa.articles.web_address import web_address


class Html(Markup):
    """HTML. Whatever else is put into it by `format`, `join` or `+` is escaped, as its plain copy.

    Only literals may be made HTML by calling the class (ruff's S704), so that no escape can be forgotten.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, text: Any, /) -> Self:
        """Return text as HTML that a browser shows as its plain copy, in content and in quoted attributes."""
        return super().escape(text if hasattr(text, "__html__") else plain(str(text)))


def escaped_address(address: str) -> Markup:
    """Return an address as an attribute's value, to the letter: in one, `&copy` is no entity."""
    return escape(address)


def safe_link(url: str | None) -> Markup | None:
    """Return the address as an attribute's value if it leads to the web, else None (javascript:, data:, broken)."""
    address = web_address(url or "")
    return None if address is None else escaped_address(address)


def in_language(tag: str | None) -> Html:
    """Return the attribute that says which language a text is in: by it browsers hyphenate and voices pronounce."""
    return Html(' lang="{}"').format(tag) if tag else Html()
