"""Cut a text into sentences, as spans that cover all but the white space between them."""

import itertools
import re
from collections.abc import Iterator

from nupunkt import sent_spans

from qa.articles.dateline import dateline_end
from qa.records import Span

_SURE_END = re.compile(r"(?<=[。！？])(?![”’」』）])|(?<=[。！？][”’」』）])|\n(?=\s*[-–—•*]\s)")
"""Ends that the sentence model does not know: East Asian full stops, and a line before a bullet."""


def sentence_spans(text: str) -> list[Span]:
    """Cut a text into sentences, quoted ones too.

    What begins with a small letter goes on from the sentence before ("$5 bn. in the U.S. last year"); what holds no
    word in small letters opens the sentence after, as a dateline does ("МОСКВА, 10 дек — РИА Новости. Запад …").
    """
    sentences: list[Span] = []
    opening: int | None = None
    report = dateline_end(text)
    for span in _spans(text):
        if sentences and opening is None and text[span.start].islower():
            sentences[-1] = Span(sentences[-1].start, span.end)
            continue
        start = span.start if opening is None else opening
        if span.end <= report or _holds_no_small_word(text[span.start : span.end]):
            opening = start
        else:
            sentences.append(Span(start, span.end))
            opening = None
    if opening is not None:
        last = _strip(text, opening, len(text))
        sentences.extend([last] if last else [])
    return sentences


def _spans(text: str) -> Iterator[Span]:
    cuts = [0, *(end.end() for end in _SURE_END.finditer(text)), len(text)]
    for first, last in itertools.pairwise(cuts):
        for start, end in sent_spans(text[first:last]):
            span = _strip(text, first + start, first + end)
            if span is not None:
                yield span


def _strip(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _holds_no_small_word(sentence: str) -> bool:
    return not any(word.lstrip("\"'“‘«([")[:1].islower() or _has_no_case(word) for word in sentence.split())


def _has_no_case(word: str) -> bool:
    first = word.lstrip("\"'“‘«([「『（")[:1]
    return first.isalpha() and not first.isupper()
