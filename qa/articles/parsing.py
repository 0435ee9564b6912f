"""Read one file as an article: the whole path from bytes to paragraphs."""

import logging

from qa.articles.blocks import cut
from qa.articles.closing import read_closing
from qa.articles.decoding import decode
from qa.articles.front_matter import FrontMatter, read_front_matter
from qa.articles.labelled_head import with_fields, with_stated
from qa.articles.metadata import describe, name_article, with_languages
from qa.articles.opening import read_opening
from qa.articles.paragraphs import classify
from qa.records import Dropped, Paragraph, ParsedArticle

_NONE = FrontMatter(0, ())
_log = logging.getLogger(__name__)


def read_article(file: str, data: bytes) -> ParsedArticle:
    """Read the bytes of one file; raise `ArticleUnreadable` where they are not an article's text.

    Every character of the text but white space stands in exactly one paragraph or dropped part.
    """
    text = decode(file, data)
    front_matter = read_front_matter(file, text) or _NONE
    for name in front_matter.unquoted:
        _log.warning("%s: its front matter's `%s` is no YAML, and is taken as it stands; put it in quotes", file, name)
    for name in front_matter.left_out:
        _log.warning("%s: its front matter's `%s` cannot be read, and is left out", file, name)
    pieces = with_fields(tuple(cut(text, front_matter.end)))
    opening = read_opening(pieces)
    closing = read_closing(pieces, opening)
    parts = classify(pieces, opening, closing)

    heading: str | None = None
    paragraphs: list[Paragraph] = []
    dropped = [Dropped(0, front_matter.end, "front matter")] if front_matter.end else []
    for piece, part in zip(pieces, parts, strict=True):
        if part == "paragraph":
            paragraphs.append(Paragraph(piece.start, piece.end, heading))
            continue
        dropped.append(Dropped(piece.start, piece.end, part))
        if part == "heading":
            heading = piece.plain

    shown = tuple(text[paragraph.start : paragraph.end] for paragraph in paragraphs)
    article = front_matter.correct(with_stated(describe(file, text, pieces, opening, closing, shown), pieces))
    named = name_article(with_languages(article, shown), shown)
    return ParsedArticle(named, tuple(paragraphs), tuple(dropped))
