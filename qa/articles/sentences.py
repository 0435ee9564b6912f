"""Cut a text into sentences, as spans that cover all but the white space between them."""

import html
import re
from collections.abc import Iterator
from itertools import pairwise

from nupunkt import sent_spans

from qa.articles.abbreviations import abbreviations
from qa.articles.dateline import dateline_end
from qa.articles.scripts import OTHER_STOPS, is_small
from qa.records import Span

_BEHIND = "”’」』）»"
_CLOSING = rf"(?:[{_BEHIND}]|[\"'](?=\s|$))"
_SURE_END = re.compile(
    rf"[{OTHER_STOPS}](?<!．(?=\d))(?:\s*[{OTHER_STOPS}])*(?!{_CLOSING})|"
    rf"[{OTHER_STOPS}]{_CLOSING}+(?!と(?!ころ|くに|りわけ|にかく|もかく)|って|など)|"
    r"(?<=[\u0370-\u03ff\u1f00-\u1fff])[;\u037e](?=\s*[«“\"]?[\u0370-\u03ff\u1f00-\u1fff])|"
    r"\n(?=\s*[-–—•*]\s)"
)
"""Ends that the sentence model does not know: the stops of other scripts, a Greek question mark, a line before a
bullet. A Japanese quotation goes on with the word for "that"."""
_OPENERS = "“«„("
_CHUNK = re.compile(r"\S+")
_LONGEST_CHUNK = 200
_GLUED = re.compile(rf"(?<=\w[\w%)])[.!?…]+[”»’)]?(?=[{_OPENERS}]*[^\W\d_](?:[^\W\d_]|$|['’]))")
_NEXT_WORD = re.compile(rf"[{_OPENERS}]*(?P<next>[\w'’-]+)(?P<mark>\W*)")
_NO_PROSE = re.compile(r"[/@\\=_]|[^\W\d_]\.[^\W_A-ZА-ЯЁ]")
"""Addresses and the dotted names of programs."""
_SUFFIX = re.compile(
    r"\.(?:com|net|org|info|gov|edu|ru|kz|uk|io|tv|js|ts|py|pdf|docx?|xlsx?|pptx?|txt|csv|json|xml|html?|php|jpe?g|png|"
    r"gif|mp[34]|zip|exe|dll|md)\b",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,8}\d?);")
_QUOTES_AND_STOPS = frozenset("\"'“”‘’«»„…()")
_NO_WORD = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’»)]))"
    r"(?:[\u200b\u200e\u200f\u2060\ufeff]+|(?:\[(?:\w{1,3}|[a-z ]{2,20})\])+(?!\w)|[¹²³⁰-⁹]+)"
)
"""Between a stop and what follows: characters that are not seen, the number of a note."""
_BRAND = re.compile(r"(?:(?<=[.!?…]\s)|(?<=[.!?…][\"”’»)]\s))[a-z](?=[A-Z])")
_DASH = re.compile(r"[-–—]+\s+")
_LOOKED_AT = 20
_MARKS = "\"'“‘«([「『（"
_COMMA = re.compile("[,;]")
_LEAST_LISTED = 4
_LEAST_SMALL = 3
"""One in this many words of a sentence begins with a small letter, unless Every Word Has A Capital."""


def sentence_spans(text: str) -> list[Span]:
    """Cut a text into sentences, quoted ones too.

    What begins with a small letter goes on from the sentence before ("$5 bn. in the U.S. last year"); what holds no
    word in small letters opens the sentence after, as a dateline does ("МОСКВА, 10 дек — РИА Новости. Запад …"),
    unless that too is written in capitals.
    """
    shown = _readable(text)
    sentences: list[Span] = []
    opening: list[Span] = []
    for span in _spans(text, shown):
        words = [word for it in shown[span.start : span.end].split() if (word := it.lstrip(_MARKS))[:1].isalpha()]
        small = sum(not word[0].isupper() for word in words)
        opening.append(span)
        if small:
            sentences.extend(_joined(shown, opening, joins=small * _LEAST_SMALL >= len(words)))
            opening = []
    return sentences + _joined(shown, opening, joins=False)


def _joined(shown: str, spans: list[Span], *, joins: bool) -> list[Span]:
    """Return one sentence where the last of some spans takes in those before it, or where all are a list."""
    if len(spans) < 2:
        return spans
    whole = Span(spans[0].start, spans[-1].end)
    return [whole] if joins or _is_list(shown[whole.start : whole.end]) else spans


def _is_list(names: str) -> bool:
    """Return whether words with capitals are a list, such as a team's players: every fourth ends in a comma."""
    return len(_COMMA.findall(names)) * _LEAST_LISTED >= len(names.split())


def _spans(text: str, shown: str) -> Iterator[Span]:
    report = dateline_end(text)
    while report < len(text) and text[report].isspace():
        report += 1
    starts = sorted({it for it in _starts(shown) if it > report} | {0, len(text)})
    for start, end in pairwise(starts):
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Span(start, end)


def _starts(shown: str) -> set[int]:
    """Find where sentences start."""
    sure = {0, *(end.end() for end in _SURE_END.finditer(shown)), *_glued(shown), len(shown)}
    pieces = pairwise(sorted(sure))
    starts = sure.union(first + start for first, last in pieces for start, _ in sent_spans(shown[first:last]))
    for it in list(abbreviations(shown, starts)):
        (starts.add if it.ends else starts.discard)(it.following)
    return {it for it in starts if not _goes_on(shown, it)}


def _glued(shown: str) -> Iterator[int]:
    """Find the stops with no space behind them that the model takes for ends once there is one."""
    for chunk in _CHUNK.finditer(shown):
        if len(chunk[0]) > _LONGEST_CHUNK or _NO_PROSE.search(chunk[0]) or _SUFFIX.search(chunk[0]):
            continue
        for stop in _GLUED.finditer(chunk[0]):
            before, after = chunk[0][: stop.end()], chunk[0][stop.end() :]
            if _may_begin(before, after) and len(sent_spans(f"{before} {after}")) > 1:
                yield chunk.start() + stop.end()


def _may_begin(before: str, after: str) -> bool:
    """Return whether a sentence may begin with no space before it; names such as "One.Tel," and "Paint.NET" go on."""
    word = _NEXT_WORD.match(after)
    if word is None or not word["next"][0].isupper() or word["mark"].endswith((".", "!", "?")):
        return False
    named = before.lstrip(_MARKS)[:1].isupper()
    return not named or not (word["mark"] or word["next"][:2].isupper())


def _goes_on(shown: str, start: int) -> bool:
    """Return whether a sentence goes on here: with a small letter, in a dialogue behind a dash."""
    dash = _DASH.match(shown, start)
    if dash is None:
        return is_small(shown[start : start + 1])
    before = shown[max(start - _LOOKED_AT, 0) : start].rstrip(" ")
    spoken = dash[0][0] != "-" or before.endswith(tuple(_BEHIND + "\"'")) or shown.lstrip().startswith("-")
    return spoken and not before.endswith("\n") and is_small(shown[dash.end() : dash.end() + 1])


def _readable(text: str) -> str:
    """Return a text of the same length that the model reads as people do.

    Entities are resolved, notes are blank, and a name such as eBay behind a stop has the capital that opens a sentence.
    """
    shown = _NO_WORD.sub(lambda it: " " * len(it[0]), _ENTITY.sub(_resolved, text))
    return _BRAND.sub(lambda it: it[0].upper(), shown)


def _resolved(entity: re.Match[str]) -> str:
    """Resolve white space and quotation marks; space fills up one that closes, the mark itself one that opens."""
    mark, length = html.unescape(entity[0]), len(entity[0])
    if mark.isspace() or mark == "\u200b":
        return " " * length
    if mark not in _QUOTES_AND_STOPS:
        return entity[0]
    text, start, end = entity.string, entity.start(), entity.end()
    closes = text[end : end + 1].isspace() or (start > 0 and not text[start - 1].isspace() and mark not in _OPENERS)
    return mark.ljust(length) if closes else mark * length
