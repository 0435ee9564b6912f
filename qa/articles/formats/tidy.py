"""Tidy what parsers return: white space and marks that nobody sees, and never a word."""

import hashlib
import re
from collections.abc import Iterable

from qa.articles.blocks import cut
from qa.articles.date_search import find_date
from qa.articles.dates import full_date
from qa.articles.front_matter import read_date
from qa.articles.language import read_tag
from qa.articles.plain_text import in_one_line
from qa.articles.web_address import web_address

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\ufeff\ud800-\udfff]")
_LANGUAGES = {
    "english": "en",
    "английский": "en",
    "russian": "ru",
    "русский": "ru",
    "орыс": "ru",
    "kazakh": "kk",
    "казахский": "kk",
    "қазақ": "kk",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
}
_ID_DIGITS = 16
_LONGEST_LINE = 1_000
_LONGEST_ID = 500


def tidy_paragraph(text: str) -> str:
    """Return a paragraph with every run of white space made one space."""
    return " ".join(_UNSEEN.sub("", text).split())


def tidy_lines(text: str) -> str:
    """Return a paragraph whose line breaks are meant, with the white space of each line made single spaces.

    Cells of a row stay parted by a tab, as where a table is copied from a browser.
    """
    lines = ("\t".join(filter(None, map(tidy_paragraph, line.split("\t")))) for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def plain_paragraphs(text: str) -> str:
    """Return a plain text with an empty line between its paragraphs, whether lines or empty lines part them in it."""
    return joined(tidy_lines(piece.text) for piece in cut(text.replace("\r\n", "\n").replace("\r", "\n")))


def joined(paragraphs: Iterable[str]) -> str:
    """Join paragraphs with an empty line between them."""
    return "\n\n".join(filter(None, paragraphs))


def line(value: str | None) -> str | None:
    """Return a stated value as one line of text without entities; None where nothing is left of it."""
    return (in_one_line(_UNSEEN.sub("", value[:_LONGEST_LINE])) or None) if value else None


def stated_date(value: str | None) -> str | None:
    """Return the date that a value states, in the day that is written, whatever its offset from UTC."""
    shown = line(value)
    found = read_date(shown) if shown else None
    return found if found and not found.startswith("--") else None


def stated_day(value: str | None) -> str | None:
    """Return the full date that a value states."""
    shown = line(value)
    found = find_date(shown) if shown else None
    return found if full_date(found) else None


def stated_url(value: str | None) -> str | None:
    """Return an address of the web; None for any other."""
    return web_address(value.strip()) if value else None


def stated_language(value: str | None) -> str | None:
    """Return a language as a tag such as `ru`, where it is one or is named."""
    if not value:
        return None
    first = value.partition(";")[0].partition(",")[0].strip().casefold()
    return _LANGUAGES.get(first) or read_tag(value.replace("_", "-"))


def stated_id(value: str | None) -> str | None:
    """Return an id as one line; a digest stands for one that is too long to be shown."""
    shown = line(value)
    return digest(shown) if shown and len(shown) > _LONGEST_ID else shown


def digest(*parts: str | None) -> str:
    """Return what a record is called by that states no id: the same text has the same one, wherever it stands."""
    data = "\0".join(part or "" for part in parts).encode(errors="replace")
    return hashlib.sha256(data).hexdigest()[:_ID_DIGITS]
