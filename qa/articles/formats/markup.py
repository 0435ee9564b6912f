"""Make paragraphs of HTML that is all article: a field of a table, a feed's entry, a chapter, a fragment."""

import html
import re
from collections.abc import Iterator
from typing import Any

from qa.articles.formats.libraries import load
from qa.articles.formats.limits import mapped
from qa.articles.formats.tidy import joined, plain_paragraphs, tidy_lines

_MARKS = {"line": "\n", "cell": "\t"}
_SPACE = re.compile(r"\s+")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_MARKED_UP = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|h[1-6]|li|ul|ol|blockquote|td|tr|table|section|article|body|html)\s*>|"
    r"<(?:br|p|hr)\s*/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BLOCK_NAMES = """
address article aside blockquote body body.content caption center dd details div dl dt fieldset figure footer form h1 h2
h3 h4 h5 h6 head header hedline hgroup hl1 hl2 hr html list main media nav ol option p pre quote section select summary
table tbody tfoot thead ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_LINES = frozenset(("br", "tr", "li", "lb", "row", "item"))
"""Two in a row, as `<br><br>`, part paragraphs."""
_CELLS = frozenset(("td", "th", "cell"))
_UNREAD_NAMES = """
script style template noscript figcaption iframe object svg math button input select textarea title media caption
"""
_UNREAD = frozenset(_UNREAD_NAMES.split())
"""What is no text of the article: a figure's caption stands under a picture that is not shown."""


def shown_text(file: str, value: str) -> str:
    """Return the paragraphs of a value that may be plain text, or HTML, or plain text with entities."""
    if _MARKED_UP.search(value):
        return paragraphs_of(parse_markup(file, value))
    return plain_paragraphs(html.unescape(value) if _ENTITY.search(value) else value)


def parse_markup(file: str, value: str) -> Any:
    """Parse HTML as a tree, whatever is wrong with it; None where nothing is in it.

    Raises:
        ArticleUnreadable: the library is not installed.
    """
    etree, pages = load(file, "lxml.etree"), load(file, "lxml.html")
    with mapped(file, "save it again"):
        parser = pages.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        return etree.fromstring(value.encode("utf-8", "replace"), parser)


def paragraphs_of(root: Any) -> str:
    """Return the text of a tree: an empty line between blocks, a line for a row or an item, a tab between cells."""
    return "" if root is None else joined(blocks_of(root))


def blocks_of(root: Any) -> Iterator[str]:
    """Yield the blocks of a tree without recursion, for pages are nested thousands deep."""
    parts: list[str] = []
    for mark, text in _walk(root):
        if mark == "block":
            yield from _paragraphs("".join(parts))
            parts = []
        elif mark:
            parts.append(_MARKS[mark])
        else:
            parts.append(_SPACE.sub(" ", text))
    yield from _paragraphs("".join(parts))


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a block: two line breaks in it part them."""
    if not text or text.isspace():
        return
    stretches = _EMPTY_LINE.split(text) if text.count("\n") > 1 else (text,)
    yield from filter(None, map(tidy_lines, stretches))


def local_name(element: Any) -> str:
    """Return the name of an element without its namespace, in small letters; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _walk(root: Any) -> Iterator[tuple[str, str]]:
    waiting: list[tuple[Any, bool]] = [(root, True)]
    while waiting:
        element, opens = waiting.pop()
        name = local_name(element)
        kind = "block" if name in _BLOCKS else "line" if name in _LINES else "cell" if name in _CELLS else ""
        if not opens:
            if kind == "block":
                yield kind, ""
            if element is not root and element.tail:
                yield "", element.tail
            continue
        read = name not in _UNREAD and bool(name)
        if kind and read:
            yield kind, ""
        waiting.append((element, False))
        if read:
            if element.text:
                yield "", element.text
            waiting.extend((child, True) for child in reversed(element))
