"""The plain copy of a text, and where each of its characters stands in the text: what is displayed is cut there."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from qa.articles.plain_text import plain
from qa.records import Span

_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
"""As Python's html module has it."""
_FIRST_COMBINING = "\u0300"


@dataclass(frozen=True, slots=True)
class PlainCopy:
    """A plain copy; `spans` says for each of its characters what it stands for, None where the text is plain itself."""

    text: str
    spans: tuple[Span, ...] | None

    @classmethod
    def of(cls, text: str) -> "PlainCopy":
        """Return the copy of a text."""
        copy = plain(text)
        if copy == text:
            return cls(copy, None)
        pairs = [(character, span) for cluster, span in _clusters(text) for character in plain_characters(cluster)]
        return cls("".join(character for character, _ in pairs), tuple(span for _, span in pairs))

    def original(self, start: int, end: int) -> Span:
        """Return where a stretch of the copy, not empty, stands in the text: no entity or letter of it is cut."""
        if self.spans is None:
            return Span(start, end)
        return Span(self.spans[start].start, self.spans[end - 1].end)

    def whole(self, span: Span) -> Span:
        """Return the least stretch of the text around a span of it that cuts no entity and no letter."""
        if self.spans is None:
            return span
        cut = [it for it in self.spans if it.start < span.end and it.end > span.start]
        return Span(min(span.start, cut[0].start), max(span.end, cut[-1].end)) if cut else span


def plain_characters(decoded: str) -> str:
    """Return the plain copy of what holds no entity any more."""
    return plain(decoded.replace("&", "&amp;"))


def _clusters(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the letters of a text with the marks upon them, decoded, and where they stand in it."""
    cluster, start, end = "", 0, 0
    for character, span in _decoded(text):
        if cluster and (character < _FIRST_COMBINING or _apart(cluster, character)):
            yield cluster, Span(start, end)
            cluster = ""
        start, end = (start if cluster else span.start), span.end
        cluster += character
    if cluster:
        yield cluster, Span(start, end)


def _decoded(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the characters of a text, each entity as what it stands for; what a plain copy leaves out is left out."""
    done = 0
    for match in _ENTITY.finditer(text):
        written, read = match[0], html.unescape(match[0])
        if read != written:
            kept = next(at for at in range(len(written)) if written[-at - 1 :] != read[-at - 1 :])  # &pound5m is £5m
            yield from _single(text, done, match.start())
            yield from ((it, Span(match.start(), match.end() - kept)) for it in read[: len(read) - kept] if plain(it))
            done = match.end() - kept
    yield from _single(text, done, len(text))


def _single(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for place in range(start, end):
        if plain(text[place]):
            yield text[place], Span(place, place + 1)


def _apart(cluster: str, character: str) -> bool:
    """Return whether a character is no part of the letter before it, as Unicode composes them (NFC)."""
    if unicodedata.category(character).startswith("M"):
        return False
    together = unicodedata.normalize("NFC", cluster + character)
    return together == unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", character)
