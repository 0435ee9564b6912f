"""A notebook as Markdown."""

import re
from collections.abc import Sequence

from qa.exports.citations.markdown import marked
from qa.exports.notebook.document import DocumentEntry, DocumentWords

_BLANK_LINES = re.compile(r"\n\s*\n")
_BROKEN = "\\\n> "
"""The end of a line in a block of a quote."""


def markdown_document(entries: Sequence[DocumentEntry], words: DocumentWords) -> bytes:
    """Write each passage under its question as a block, the quote in it bold, then its source and the note."""
    parts = [f"# {marked(words.title)}\n", *(_entry(it, words) for it in entries)]
    return "\n".join(parts).encode()


def _entry(it: DocumentEntry, words: DocumentWords) -> str:
    link = f" [{marked(words.link)}](<{it.permalink}>)" if it.permalink else ""
    source = ", ".join(part for part in _source(it) if part)
    note = "\n\n".join(_lines(part) for part in _BLANK_LINES.split(it.note) if part.strip())
    return f"## {marked(it.question)}\n\n> {_passage(it)}\n\n— {source} ({marked(it.retrieved)}){link}\n" + (
        f"\n**{marked(words.note)}:** {note}\n" if note else ""
    )


def _source(it: DocumentEntry) -> list[str]:
    headline = marked(it.headline)
    linked = f"[{headline or marked(it.source)}](<{it.source}>)" if it.source else headline
    outlet = marked(it.outlet)
    return [marked(it.author), linked, f"*{outlet}*" if outlet else "", marked(it.date), marked(it.paragraph)]


def _passage(it: DocumentEntry) -> str:
    """Return the passage with its line breaks; the quote is bold where white space parts it, else Markdown may not."""
    quote = it.quote.strip()
    parted = (not it.before or it.before[-1].isspace()) and (not it.after or it.after[0].isspace())
    if not quote or not parted or "\n" in quote:
        return _lines(it.before + it.quote + it.after, "> ")
    before, after = _lines(it.before, "> "), _lines(it.after, "> ")
    first = _BROKEN if "\n" in it.before[len(it.before.rstrip()) :] else " "
    second = _BROKEN if "\n" in it.after[: len(it.after) - len(it.after.lstrip())] else " "
    bold = f"**{marked(' '.join(quote.split()))}**"
    return (before + first if before else "") + bold + (second + after if after else "")


def _lines(text: str, before: str = "") -> str:
    lines = [marked(" ".join(line.split())) for line in text.splitlines()]
    return f"\\\n{before}".join(line for line in lines if line)
