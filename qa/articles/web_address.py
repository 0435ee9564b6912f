"""Decide which addresses lead to the web: what is read from articles, linked on the page and exported are no others."""

from urllib.parse import urlsplit

from qa.articles.plain_text import plain


def web_address(url: str) -> str | None:
    """Return an address as a browser follows it; None for `javascript:`, `data:` and what is no address of the web."""
    try:
        parts = urlsplit(plain(url).strip())
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else None
