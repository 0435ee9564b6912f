"""Read an article that is handed in as a text with what is known of it, and not as a file."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from qa.articles.front_matter import read_date
from qa.articles.metadata import name_article
from qa.articles.parsing import read_article
from qa.articles.plain_text import check_text, in_one_line, is_text, without_hidden
from qa.articles.web_address import web_address
from qa.errors import ArticleUnreadable, quoted
from qa.records import Article, NewArticle, Paragraph, ParsedArticle
from qa.settings import Settings

_LONGEST_ID = 1_000
"""Characters; an id stands in the address of its article's page."""
_NO_TEXT = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and a symbol that are shown as nothing."""
_JOINER = "Cf"
"""The category of what joins letters, or keeps them apart: a word of Persian or Hindi may hold it, and so may emoji."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
"""Controls that are no white space; those of the upper half are what is left of Windows' quotation marks."""
_LINE_ENDS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]")
_UNSAFE_IN_ADDRESS = re.compile(r'[\s<>"]')
_LINES = ("title", "outlet", "author", "place", "section")


def read_given(given: NewArticle, settings: Settings) -> ParsedArticle:
    """Read a text as a file's would be, with what is given beside it in place of what the text states.

    Where a headline is given, a first line that is another is part of the report.

    Raises:
        ArticleUnreadable: the text, the id or a field cannot be used; the message says which.
        TypeError: one of them is of another type.
    """
    if not isinstance(given, NewArticle):
        raise TypeError(f"an article to be added is a NewArticle, not {type(given).__name__}: NewArticle(**fields)")
    key = _checked_id(given.key)
    stated = {name: _checked_line(key, name, getattr(given, name)) for name in _LINES}
    stated |= {"date": _checked_date(key, given.date), "url": _checked_url(key, given.url)}
    return _read(key, given.text, stated, settings)


def read_again(article: Article, settings: Settings) -> ParsedArticle:
    """Read an article that was handed in before from what is stored of it: whatever was taken then is kept."""
    stated = {name: getattr(article, name) for name in (*_LINES, "date", "url")}
    return _read(article.file, article.text, stated, settings)


def _read(key: str, text: str, stated: Mapping[str, str | None], settings: Settings) -> ParsedArticle:
    parsed = read_article(key, _encoded(key, text, settings))
    if title := stated["title"]:
        parsed = _with_opening_line(parsed, title)
    known: dict[str, Any] = {name: value for name, value in stated.items() if value}
    article = replace(parsed.article, **known)
    shown = [article.text[it.start : it.end] for it in parsed.paragraphs]
    return replace(parsed, article=name_article(article, shown))


def _with_opening_line(parsed: ParsedArticle, title: str) -> ParsedArticle:
    """Return it with the line that was taken for its headline as a paragraph, unless it is the given one."""
    text, wanted = parsed.article.text, _shortened(title)
    lines = {it for it in parsed.dropped if it.reason == "title" and _shortened(text[it.start : it.end]) != wanted}
    paragraphs = [*parsed.paragraphs, *(Paragraph(it.start, it.end, None) for it in lines)]
    return replace(
        parsed,
        paragraphs=tuple(sorted(paragraphs, key=lambda it: it.start)),
        dropped=tuple(it for it in parsed.dropped if it not in lines),
    )


def _shortened(line: str) -> str:
    """Return a headline as two spellings of it are compared."""
    return in_one_line(line.lstrip("#").strip("*_ ")).casefold()


def _checked_id(key: str) -> str:
    check_text("id", key)
    if len(key) > _LONGEST_ID or key != key.strip() or not _can_be_seen(key):
        raise ArticleUnreadable(
            quoted(key),
            f"it is no id; give 1 to {_LONGEST_ID:,} characters of text, without spaces around them and without "
            "hidden ones",
        )
    return key


def _can_be_seen(key: str) -> bool:
    """Return whether a name is shown, and cited, with all its characters; what joins letters must stand among them."""
    kinds = [unicodedata.category(it) for it in key]
    seen = [kind[0] in "LNPS" and it not in _BLANK for it, kind in zip(key, kinds, strict=True)]
    joined = all(
        any(seen[:place]) and any(seen[place + 1 :]) and not {kinds[place - 1], kinds[place + 1]} & {_JOINER, "Zs"}
        for place, kind in enumerate(kinds)
        if kind == _JOINER
    )
    return any(seen) and joined and _NO_TEXT.isdisjoint(kinds) and without_hidden(key) == key


def _checked_line(key: str, name: str, value: str | None) -> str | None:
    if value is None:
        return None
    check_text(name, value)
    _check_whole(key, name, value)
    if _CONTROL.search(value):
        raise ArticleUnreadable(key, f"its {name} {quoted(value)} holds control characters; leave them out")
    return " ".join(without_hidden(value).split())


def _checked_date(key: str, value: str | date | None) -> str | None:
    stated = value.isoformat()[: len("2022-12-10")] if isinstance(value, date) else _checked_line(key, "date", value)
    found = read_date(stated) if stated else None
    if stated and found is None:
        raise ArticleUnreadable(key, f"its date {quoted(stated)} is not a date; write it like 2022-12-10")
    return found


def _checked_url(key: str, value: str | None) -> str | None:
    """Return an address in one line: a browser leaves line ends out, and so says nothing of where they stood."""
    if value is None or not _checked_line(key, "url", value):
        return None
    url = value.strip()
    address = web_address(url)
    host = urlsplit(address).netloc if address else ""
    if not host or _UNSAFE_IN_ADDRESS.search(host) or _LINE_ENDS.search(url) or without_hidden(url) != url:
        raise ArticleUnreadable(key, f"its url {quoted(url)} is no address of the web; one begins with https://")
    return _UNSAFE_IN_ADDRESS.sub(lambda it: quote(it[0]), url)


def _encoded(key: str, text: str, settings: Settings) -> bytes:
    check_text("text", text)
    _check_whole(key, "text", text)
    data = text.encode()
    if len(data) > settings.largest_file_bytes:
        size, largest = len(data), settings.largest_file_bytes
        raise ArticleUnreadable(key, f"it has {size:,} bytes, and {largest:,} is the largest size read; split it")
    return data


def _check_whole(key: str, name: str, value: str) -> None:
    if not is_text(value):
        raise ArticleUnreadable(key, f"its {name} holds half characters (surrogates); decode it as UTF-8")
