"""Read one file as an article: the whole path from bytes to paragraphs."""

import re

from qa.articles.decoding import decode
from qa.records import Article, Dropped, Paragraph, Reading


def read_article(file: str, data: bytes) -> Reading:
    """Read the bytes of one file; raise `ArticleUnreadable` where they are not an article's text."""
    text = decode(file, data)
    spans = [(match.start(), match.end()) for match in re.finditer(r"\S[^\n]*\S|\S", text)]
    title = text[slice(*spans[0])] if len(spans) > 1 and spans[0][1] - spans[0][0] < 200 else None
    dropped = [Dropped(*spans.pop(0), "title")] if title else []
    first = text[slice(*spans[0])].split()
    name = title or " ".join(first[:14]) + " …"
    return Reading(
        article=Article(file=file, text=text, name=name, title=title),
        paragraphs=tuple(Paragraph(start, end, None) for start, end in spans),
        dropped=tuple(dropped),
    )
