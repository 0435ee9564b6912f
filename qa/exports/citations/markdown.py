"""Markdown: the quotes found for a question under it, each with its source."""

import re
from collections.abc import Iterable
from itertools import groupby

from qa.articles.plain_text import in_one_line, plain
from qa.exports.citations.citation import Citation
from qa.exports.citations.clipboard import cited_address, date_words, retrieved_words, source_place

_MARKS = re.compile(r"[\\`*_\[\]<>&~|$#!]")
_OPENING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=:])")
"""What makes a line an item of a list, an underline or a definition."""


def markdown(citations: Iterable[Citation]) -> str:
    """Write each quote as a block, its line breaks kept, and below it where it stands."""
    parts = [
        f"## {escaped(question)}\n\n" + "\n".join(_entry(it) for it in some)
        for question, some in groupby(citations, key=lambda it: in_one_line(it.question))
    ]
    return "\n".join(parts)


def _entry(citation: Citation) -> str:
    lines = [marked(" ".join(line.split())) for line in plain(citation.quote).splitlines()]
    quote = "\\\n> ".join(line for line in lines if line)
    return f"> {quote}\n\n— {', '.join(part for part in _source(citation) if part)} ({retrieved_words(citation)})\n"


def _source(citation: Citation) -> list[str]:
    address, headline = cited_address(citation.url), escaped(citation.headline or "")
    linked = f"[{headline or 'at its source'}](<{address}>)" if address else headline
    outlet = escaped(citation.outlet or "")
    return [
        escaped(citation.author or ""),
        linked,
        f"*{outlet}*" if outlet else "",
        escaped(date_words(citation)),
        marked(source_place(citation)),
    ]


def escaped(text: str) -> str:
    """Return a text's plain copy in one line that Markdown shows as it is."""
    return marked(in_one_line(text))


def marked(line: str) -> str:
    """Return a line that is plain already so that Markdown shows it as it is."""
    safe = _MARKS.sub(r"\\\g<0>", line)
    return _OPENING.sub(lambda it: f"{it[1]}\\{it[2]}" if it[1] else f"\\{it[3]}", safe)
