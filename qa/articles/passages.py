"""Cut an article's paragraphs into passages that the encoder reads whole.

A passage is a verbatim stretch of the article's text. What is encoded is the passage, and each of its sentences,
behind its context, the headline and the heading; what is shown is the passage. A paragraph longer than the encoder's
window is cut at sentence ends, each piece beginning with the last sentence of the piece before, so that no thought is
lost in the cut.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from qa.articles.language import detect_among
from qa.articles.plain_text import plain
from qa.articles.sentences import sentence_spans
from qa.errors import ArticleUnreadable
from qa.models.encoder.protocol import Encoder
from qa.records import ParsedArticle, Passage, Sentence, Span

PASSAGE_RULES = 8
"""Raise this when the same file would give other passages: articles are then read again, known vectors kept."""

_LONGEST_TOKENISED = 4_000
"""Characters; a longer stretch is cut before it is counted, for a tokenizer needs half a minute for 10 MB."""
_CONTEXT_SHARE = 4
"""The context may take a quarter of the window."""
_MOST_SENTENCES = 32
"""Where a passage has more, neighbours are joined and encoded together. No passage of 700 news articles has more than
17, but a window holds 126 of two letters each, and a file of 20 MB would be three million texts to encode."""

Fits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class SplitPassage:
    """A passage with its sentences, and what is encoded of them: each behind the passage's context."""

    passage: Passage
    encoded_text: str
    sentences: tuple[Sentence, ...]
    encoded_sentences: tuple[str, ...]
    key: bytes
    """The hash of encoder, text encoded and sentences: where it is the same, the vectors are."""


def split(parsed: ParsedArticle, encoder: Encoder) -> tuple[SplitPassage, ...]:
    """Cut one article into passages, in reading order.

    Raises:
        ArticleUnreadable: its paragraphs are out of order or outside its text, so that no passage would be verbatim.
    """
    article, occurrences = parsed.article, Counter[str]()
    languages = [it for it in (article.language, article.second_language) if it]
    passages, read = [], 0
    for number, paragraph in enumerate(parsed.paragraphs, start=1):
        if not read <= paragraph.start < paragraph.end <= len(article.text):
            raise ArticleUnreadable(article.file, "its paragraphs do not follow one another: report this file")
        read = paragraph.end
        context = _context(article.title, paragraph.heading, encoder)
        text = article.text[paragraph.start : paragraph.end]
        for piece in map(_joined, _pieces(text, _fits_behind(context, encoder))):
            words = text[piece[0].start : piece[-1].end]
            start = paragraph.start + piece[0].start
            passage = Passage(
                id=passage_id(article.file, words, occurrences[words]),
                text=words,
                start=start,
                end=start + len(words),
                number=number,
                heading=paragraph.heading,
                language=detect_among(plain(words), languages) if languages else None,
            )
            occurrences[words] += 1
            sentences = tuple(
                Sentence(text[span.start : span.end], span.start - piece[0].start, span.end - piece[0].start)
                for span in piece
            )
            encoded = context + plain(words), tuple(context + plain(sentence.text) for sentence in sentences)
            passages.append(SplitPassage(passage, encoded[0], sentences, encoded[1], _key(encoder, *encoded)))
    return tuple(passages)


def passage_id(file: str, text: str, occurrence: int) -> str:
    """Name a passage by its file, its words and how often they stood in that file before."""
    return hashlib.sha256(f"{file}\0{text}\0{occurrence}".encode(errors="surrogatepass")).hexdigest()[:16]


def _key(encoder: Encoder, text: str, sentences: Sequence[str]) -> bytes:
    return hashlib.sha256("\0".join((encoder.fingerprint, text, *sentences)).encode()).digest()


def _context(title: str | None, heading: str | None, encoder: Encoder) -> str:
    """Join headline and heading, cut at a quarter of the encoder's window."""
    context = "\n".join(plain(line) for line in (title, heading) if line)[: _LONGEST_TOKENISED // _CONTEXT_SHARE]
    tokens = encoder.tokens(context)
    allowed = encoder.max_tokens // _CONTEXT_SHARE
    if len(tokens) > allowed:
        context = context[: tokens[allowed - 1].end] if allowed else ""
    return context + "\n" if context else ""


def _fits_behind(context: str, encoder: Encoder) -> Fits:
    def fits(text: str) -> bool:
        encoded = context + plain(text)
        return len(encoded) <= _LONGEST_TOKENISED and len(encoder.tokens(encoded)) <= encoder.max_tokens

    return fits


def _pieces(text: str, fits: Fits) -> Iterator[Sequence[Span]]:
    """Group a paragraph's sentences into pieces that fit, neighbours sharing one sentence where that fits too."""
    sentences = sentence_spans(text)
    if fits(text):
        yield sentences
        return
    parts = [part for sentence in sentences for part in _cut(text, sentence, fits)]
    first, end = 0, _fitting(text, parts, 0, fits)
    while end < len(parts):
        yield parts[first:end]
        shares = end - first > 1 and fits(text[parts[end - 1].start : parts[end].end])
        first = end - 1 if shares else end
        end = _fitting(text, parts, first, fits)
    yield parts[first:]


def _fitting(text: str, parts: Sequence[Span], first: int, fits: Fits) -> int:
    """Find the end of the longest run of parts that fits: by steps twice as long each time, then half as long.

    One after the other, a window of two-letter sentences would be tokenised 126 times.
    """
    end, step = first + 1, 1
    while end + step <= len(parts) and fits(text[parts[first].start : parts[end + step - 1].end]):
        end, step = end + step, step * 2
    while step > 1:
        step //= 2
        if end + step <= len(parts) and fits(text[parts[first].start : parts[end + step - 1].end]):
            end += step
    return end


def _joined(sentences: Sequence[Span]) -> Sequence[Span]:
    """Join neighbouring sentences, equally many each time, until there are few enough."""
    size = -(-len(sentences) // _MOST_SENTENCES)
    return [
        Span(sentences[first].start, sentences[min(first + size, len(sentences)) - 1].end)
        for first in range(0, len(sentences), size)
    ]


def _cut(text: str, span: Span, fits: Fits) -> Iterator[Span]:
    """Yield the parts of a sentence that does not fit: halved at the white space nearest the middle until each fits."""
    if span.end - span.start == 1 or fits(text[span.start : span.end]):
        yield span
        return
    middle = (span.start + span.end) // 2
    after = next((at for at in range(middle, span.end - 1) if text[at].isspace()), None)
    before = next((at for at in range(middle - 1, span.start, -1) if text[at].isspace()), None)
    nearest = min((at for at in (before, after) if at is not None), key=lambda at: abs(at - middle), default=middle)
    for first, last in ((span.start, nearest), (nearest, span.end)):
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield from _cut(text, Span(first, last), fits)
