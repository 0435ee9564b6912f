"""Collect what an article says of itself: its title, outlet, date, author, place and section."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.articles.blocks import Piece
from qa.articles.closing import Closing
from qa.articles.date_line import read_date_line
from qa.articles.dateline import read_dateline
from qa.articles.dateline_parts import Dateline
from qa.articles.dates import agreed, is_full
from qa.articles.language import languages_of
from qa.articles.opening import Opening
from qa.articles.plain_text import plain
from qa.records import Article

_APART = re.compile(r"\s*[|•·]\s*")
_NAME_WORDS = 14
_LOOKED_AT = 6
_REPORT = 200
"""Characters; the first paragraph as long as this begins the report, and no dateline stands behind it."""
_NOTHING = Dateline(None, None, None)


def describe(
    file: str, text: str, pieces: Sequence[Piece], opening: Opening, closing: Closing, paragraphs: Sequence[str]
) -> Article:
    """Describe an article by the lines around its report and the dateline that it opens with."""
    dateline = next(filter(None, map(read_dateline, _may_open(paragraphs))), _NOTHING)
    lines = [line for line in opening.dates if not line.updated]
    dates = [line.date for line in lines]
    dates += [dateline.date] if dateline.date else []
    dates += [line.date for line in opening.dates if line.updated]
    authors = [byline.author for byline in opening.bylines] + [line.author for line in opening.dates]
    bylines = [byline.outlet for byline in opening.bylines] + [line.outlet for line in opening.dates]
    publishers = [_plain(pieces, closing.publisher), closing.agency, dateline.outlet]
    title, section, publisher, place = (
        _plain(pieces, opening.first.get(role)) for role in ("title", "section", "publisher", "place")
    )
    return Article(
        file=file,
        text=text,
        name="",
        title=title,
        outlet=_first(*publishers, publisher, *opening.outlets, *bylines, closing.source),
        date=agreed(tuple(dates)),
        author=_first(*authors, dateline.author, closing.author),
        place=_first(*(line.place for line in lines), dateline.place, *opening.places, place),
        section=_first(section, *(line.section for line in opening.dates)),
        updated=_updated(agreed(tuple(dates)), changes(opening, pieces)),
    )


def head_lines(opening: Opening, pieces: Sequence[Piece]) -> list[str]:
    """Return the lines around the report, without the headline, that say when, where and by whom."""
    said = [pieces[number].text for number, role in opening.reasons.items() if role != "title"]
    return said + [piece.text for piece in pieces if piece.label and piece.label.kind != "dated item"]


def changes(opening: Opening, pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield the days of change that are stated, in a line of their own or beside the day of publication."""
    yield from (it.date for it in opening.dates if it.updated and is_full(it.date))
    for part in (part for line in head_lines(opening, pieces) for part in _APART.split(line)):
        found = read_date_line(part)
        if found and found.updated and is_full(found.date):
            yield found.date


def _updated(date: str | None, days: Iterator[str]) -> str | None:
    """Return the first day of change, where it is another than that of publication."""
    return next((day for day in days if day != date), None)


def name_article(article: Article, paragraphs: Sequence[str]) -> Article:
    """Return the article with its name: its title, the first words of its report, or its file's."""
    words = paragraphs[0].split(None, _NAME_WORDS) if paragraphs else [article.file]
    opening = " ".join(words[:_NAME_WORDS]) + (" …" if len(words) > _NAME_WORDS else "")
    return replace(article, name=article.title or opening)


def with_languages(article: Article, paragraphs: Sequence[str]) -> Article:
    """Return the article with the languages that it is in, unless one is stated."""
    if article.language is not None:
        return article
    language, second, *_ = (*languages_of([plain(it) for it in paragraphs]), None, None)
    return replace(article, language=language, second_language=second)


def _may_open(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs that the dateline may open: captions and buttons may stand before the report's first."""
    for paragraph in paragraphs[:_LOOKED_AT]:
        yield paragraph
        if len(paragraph) >= _REPORT:
            return


def _plain(pieces: Sequence[Piece], number: int | None) -> str | None:
    return None if number is None else pieces[number].plain


def _first(*stated: str | None) -> str | None:
    return next(filter(None, stated), None)
