"""What tells that two texts are versions of one article: the address, or headline, outlet and day together."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from qa.articles.dates import is_full
from qa.articles.stated_names import fold
from qa.articles.web_address import web_address
from qa.records import Article

_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_TAIL = re.compile(r"(?:/amp|/(?:index|default)\.(?:html?|php|aspx?))?/*$", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|y|tw|ms|dc|i?g)cl(?:id|src)|gbraid|wbraid|igsh(?:id)?|_openstat|mc_[ce]id|cmpid|ns_\w+|"
    r"ref(?:errer|_src|_url)?|amp|output",
    re.IGNORECASE,
)
_LONGEST_HOST = 253
_STAYS = "/:@!$&'()*+,;=~"
"""What a path may hold as it is, beside letters and digits."""


def address_key(url: str | None) -> str | None:
    """Return an address without what differs between links to one page; None where it names a whole site.

    That is the scheme, its port, `www.`, the fragment, the slash at its end, how letters beyond ASCII are written, and
    parameters that say where a visitor came from.
    """
    address = web_address(url) if url else None
    if address is None:
        return None
    parts = urlsplit(address)
    path = _TAIL.sub("", quote(unquote(parts.path, errors="surrogateescape"), safe=_STAYS, errors="surrogateescape"))
    asked = urlencode(sorted(it for it in parse_qsl(parts.query) if not _TRACKING.fullmatch(it[0])))
    if not path and not asked:
        return None
    return f"{_PREFIX.sub('', _host(parts))}{path}{'?' if asked else ''}{asked}"


def _host(parts: SplitResult) -> str:
    """Return the host in its letters of the wire (`xn--…`), with a port where it is not the usual one."""
    host = (parts.hostname or "").rstrip(".")
    if len(host) > _LONGEST_HOST:
        return parts.netloc.lower()
    try:
        host = host.encode("idna").decode()
        port = parts.port
    except ValueError:
        return parts.netloc.lower()  # no host has such a name or port
    return host if port in {None, 80, 443} else f"{host}:{port}"


def headline_key(article: Article) -> str | None:
    """Return headline, outlet and day as one text; None unless all three are stated."""
    title, outlet = fold(article.title), fold(article.outlet)
    if not title or not outlet or not article.date or not is_full(article.date):
        return None
    return f"{title}\n{outlet}\n{article.date}"
