"""Read an article that is handed in as a text with what is known of it, and not as a file."""

import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

from qa.articles.front_matter import read_date
from qa.articles.metadata import name_article
from qa.articles.parsing import read_article
from qa.articles.plain_text import in_one_line, is_text
from qa.articles.web_address import web_address
from qa.errors import ArticleUnreadable, quoted
from qa.records import Article, NewArticle, Paragraph, ParsedArticle
from qa.settings import Settings

_LONGEST_ID = 1_000
"""Characters; an id stands in the address of its article's page."""
_NO_TEXT = frozenset({"Cc", "Cs"})
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
    parsed = read_article(key, _encoded(key, given.text, settings))
    if title := stated["title"]:
        parsed = _with_opening_line(parsed, title)
    known: dict[str, Any] = {name: value for name, value in stated.items() if value}
    article = replace(parsed.article, **known)
    shown = [article.text[it.start : it.end] for it in parsed.paragraphs]
    return replace(parsed, article=name_article(article, shown))


def read_again(article: Article, settings: Settings) -> ParsedArticle:
    """Read an article that was handed in before from what is stored of it."""
    return read_given(NewArticle.of(article), settings)


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
    _check_type("id", key)
    if (
        not key
        or key != key.strip()
        or len(key) > _LONGEST_ID
        or not _NO_TEXT.isdisjoint(map(unicodedata.category, key))
    ):
        raise ArticleUnreadable(
            quoted(key), f"it is no id; give 1 to {_LONGEST_ID:,} characters of text, without spaces around them"
        )
    return key


def _checked_line(key: str, name: str, value: str | None) -> str | None:
    if value is None:
        return None
    _check_type(name, value)
    _check_text(key, name, value)
    return " ".join(value.split())


def _checked_date(key: str, value: str | date | None) -> str | None:
    stated = value.isoformat()[: len("2022-12-10")] if isinstance(value, date) else _checked_line(key, "date", value)
    found = read_date(stated) if stated else None
    if stated and found is None:
        raise ArticleUnreadable(key, f"its date {quoted(stated)} is not a date; write it like 2022-12-10")
    return found


def _checked_url(key: str, value: str | None) -> str | None:
    url = _checked_line(key, "url", value)
    if url and web_address(url) is None:
        raise ArticleUnreadable(key, f"its url {quoted(url)} is no address of the web; one begins with https://")
    return url


def _encoded(key: str, text: str, settings: Settings) -> bytes:
    _check_type("text", text)
    _check_text(key, "text", text)
    data = text.encode()
    if len(data) > settings.largest_file_bytes:
        size, largest = len(data), settings.largest_file_bytes
        raise ArticleUnreadable(key, f"it has {size:,} bytes, and {largest:,} is the largest size read; split it")
    return data


def _check_type(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be str, not {type(value).__name__}")


def _check_text(key: str, name: str, value: str) -> None:
    if not is_text(value):
        raise ArticleUnreadable(key, f"its {name} holds half characters (surrogates); decode it as UTF-8")
