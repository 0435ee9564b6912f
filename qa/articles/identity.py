"""What tells that two texts are versions of one article: the address, or headline, outlet and day together."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from qa.articles.dates import is_full
from qa.articles.stated_names import fold
from qa.articles.web_address import web_address
from qa.records import Article

_PREFIX = re.compile(r"^(?:www|m|mobile|amp)\.")
_TAIL = re.compile(r"(?:/amp|/index\.(?:html?|php))?/*$")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|mc_[ce]id|cmpid|ns_\w+|ref(?:errer)?|amp|output", re.IGNORECASE)


def address_key(url: str | None) -> str | None:
    """Return an address without what differs between links to one page; None where it names a whole site.

    That is the scheme, `www.`, the fragment, the slash at its end, and parameters that say where a visitor came from.
    """
    address = web_address(url) if url else None
    if address is None:
        return None
    parts = urlsplit(address)
    path = _TAIL.sub("", parts.path)
    asked = urlencode(sorted(it for it in parse_qsl(parts.query) if not _TRACKING.fullmatch(it[0])))
    if not path and not asked:
        return None
    return f"{_PREFIX.sub('', parts.netloc.lower())}{path}{'?' if asked else ''}{asked}"


def headline_key(article: Article) -> str | None:
    """Return headline, outlet and day as one text; None unless all three are stated."""
    title, outlet = fold(article.title), fold(article.outlet)
    if not title or not outlet or not article.date or not is_full(article.date):
        return None
    return f"{title}\n{outlet}\n{article.date}"
