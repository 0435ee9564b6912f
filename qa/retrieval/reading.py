"""Let a reader read the best candidates: what it says becomes another part of their score."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from qa.articles.plain_text import plain
from qa.models.reader.protocol import PassageText, Reader, ReaderOutput
from qa.retrieval.probabilities import likelihood
from qa.retrieval.scoring import READER, Query, Weighed, best_first

_WEIGHT = 0.25
_SOFTENED = 2.0
"""The logit is divided by it: a reader is surer of itself than right."""


def read(query: Query, weighed: Sequence[Weighed], reader: Reader, first: int) -> list[Weighed]:
    """Let the first few be read, and order all anew."""
    read_first = weighed[:first]
    readings = reader.read(query.text, [text_of(it) for it in read_first])
    return best_first([*map(_with_reading, read_first, readings), *weighed[first:]])


def text_of(it: Weighed) -> PassageText:
    """Give a passage as a reader reads it."""
    return PassageText(plain(it.article.title or ""), tuple(plain(sentence.text) for sentence in it.stored.sentences))


def _with_reading(it: Weighed, reading: ReaderOutput) -> Weighed:
    parts = MappingProxyType({**it.parts, READER: _WEIGHT * likelihood(reading.logit / _SOFTENED)})
    return replace(it, reading=reading, parts=parts)
