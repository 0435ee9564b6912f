"""Turn text from a file into HTML that can only be text."""

import html
from urllib.parse import urlsplit

from qa.articles.plain_text import plain


def escaped(text: str) -> str:
    """Return the text as HTML that a browser shows as its plain copy, in content and in quoted attributes."""
    return html.escape(plain(text), quote=True)


def safe_link(url: str | None) -> str | None:
    """Return the address as an attribute's value if it leads to the web, else None (javascript:, data:, broken)."""
    if url is None:
        return None
    try:
        parts = urlsplit(plain(url).strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return html.escape(parts.geturl(), quote=True)
