"""Turn text from a file into what a reader sees, and into HTML that can only be text."""

import html
import re
import unicodedata
from urllib.parse import urlsplit

# Bidirectional controls reorder what is read ("dies" can be shown as "seid"); zero-width space, word joiner and the
# byte order mark hide in words. Joiners (U+200C, U+200D) stay: Persian and emoji need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def displayed(text: str) -> str:
    """Return the text as a reader sees it: entities resolved once, NFC, nothing invisible that misleads."""
    resolved = _SURROGATE.sub("\ufffd", html.unescape(text))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", resolved))


def escaped(text: str) -> str:
    """Return the displayed text as HTML that a browser shows as that text, in content and in quoted attributes."""
    return html.escape(displayed(text), quote=True)


def safe_link(url: str | None) -> str | None:
    """Return the address as an attribute's value if it leads to the web, else None (javascript:, data:, broken)."""
    if url is None:
        return None
    try:
        parts = urlsplit(displayed(url).strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return html.escape(parts.geturl(), quote=True)
