"""Render a whole article, the opened passage marked strongly and the others that match the question lightly."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from qa.articles.front_matter import read_front_matter
from qa.articles.plain_text import plain
from qa.page.address import Address
from qa.page.highlighting import QuestionWords
from qa.page.rendering.escaping import Html, in_language, safe_link
from qa.page.rendering.highlights import with_sentence_marked, with_terms_marked
from qa.page.rendering.links import anchor, original_address
from qa.page.rendering.source_line import SEPARATOR, section, source_line, which_paragraph
from qa.page.rendering.versions import version_note
from qa.page.words.words import Words
from qa.records import Article, Passage, SearchRequest, Span

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as it is read: its passages, the one it was opened at, and those that match the question."""

    article: Article
    passages: tuple[Passage, ...]
    at: Passage | None = None
    sentence: Span | None = None
    matching: Collection[str] = ()
    """Ids of passages."""
    asked: QuestionWords = field(default_factory=QuestionWords)
    newest: Article | None = None
    """The newest of its versions, where there are others."""
    led_from: str | None = None
    """The file of an earlier version that the link led to, in whose place it is opened."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of an article's text that is, or belongs to, a passage to be marked."""

    start: int
    end: int
    passage: Passage


Marked = TypeVar("Marked", Passage, _Mark)


def article_pane(opened: Opened, words: Words) -> Html:
    """Return the article as HTML."""
    article, marks = opened.article, _marks(opened)
    blocks = _without_headline(article, _blocks(article), marks)
    return Html("""<section class="article" aria-labelledby="article-name" data-reading="{passage}">
<div class="bar"><p class="position">{position}</p>
{matches}
{find}
{close}</div>
<div class="page">
{section}<h2 id="article-name" dir="auto"{focus}>{name}</h2>
<p class="source">{source}</p>
{versions}<div class="body" dir="auto"{language}>
{body}
</div>
<p class="colophon">{colophon}</p>
</div></section>""").format(
        passage="" if opened.at is None else opened.at.id,
        position=_position(opened, words),
        matches=_matches(len({it.passage.id for it in marks}), words),
        find=_find(words),
        close=_close(words),
        section=section(article),
        focus=Html(' tabindex="-1" data-focus') if opened.at is None else "",
        name=article.name,
        source=source_line(article, words),
        versions=version_note(article, opened.newest or article, opened.led_from, words),
        language=in_language(article.language),
        body=Html("\n").join(_block(opened, block, marks) for block in blocks),
        colophon=_colophon(opened, words),
    )


def unopened_article(headline: str, message: str, words: Words, sought: str | None = None) -> Html:
    """Return what is shown where an article cannot be opened: why, and ways on; `sought` is its file."""
    ways = [anchor(Address(), words.article.home)]
    if name := _words_of(sought or ""):
        quoted = words.locale.quotes.format(name)
        ways.insert(0, anchor(Address(SearchRequest(name)), words.article.search_for.format(quoted)))
    return Html("""<section class="article" aria-labelledby="article-name" data-reading="">
<div class="bar">{}</div>
<div class="page"><h2 id="article-name" tabindex="-1" data-focus>{}</h2>
<p class="missing" dir="auto">{}</p><p class="ways">{}</p></div></section>""").format(
        _close(words), headline, message, Html(" ").join(ways)
    )


def _words_of(file: str) -> str:
    """Return the words of a file's name; "" where it has hardly any, as one made of numbers."""
    found = [it for it in re.split(r"[\W_]+", PurePosixPath(file).stem) if it.isalpha()]
    return " ".join(found) if len(found) > 1 else ""


def _close(words: Words) -> Html:
    return Html(
        '<button type="button" class="close" data-closes="article" aria-label="{0}" title="{0}">×</button>'
    ).format(words.article.close)


def _find(words: Words) -> Html:
    return Html(
        '<p class="find" role="search"><input type="search" data-finds aria-label="{find}" placeholder="{find}">'
        '<span class="found" data-found data-none="{none}" data-some="{some}"></span></p>'
    ).format(find=words.article.find, none=words.article.no_match, some=words.article.found)


def _marks(opened: Opened) -> list[_Mark]:
    """Return what is marked, in order; where pieces of a paragraph overlap, the opened one is whole."""
    at = opened.at
    marks = [] if at is None else [_Mark(at.start, at.end, at)]
    for passage in opened.passages:
        if passage.id not in opened.matching or (at is not None and passage.id == at.id):
            continue
        start, end = passage.start, passage.end
        for other in marks:
            if other.start < end and start < other.end:
                start, end = (other.end, end) if other.start <= start else (start, other.start)
        if start < end:
            marks.append(_Mark(start, end, passage))
    return sorted(marks, key=lambda it: it.start)


def _blocks(article: Article) -> list[Span]:
    """Split the text at blank lines, without the front matter, which stands above the article already."""
    text, front = article.text, read_front_matter(article.file, article.text)
    edges = [0 if front is None else front.end]
    for gap in _BLANK_LINES.finditer(text, edges[0]):
        edges += [gap.start(), gap.end()]
    edges.append(len(text))
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [Span(start, end) for start, end in pairs if text[start:end].strip()]


def _block(opened: Opened, block: Span, marks: list[_Mark]) -> Html:
    text = opened.article.text[block.start : block.end]
    if inside := _inside(block, marks):
        shown, done = list[str](), block.start
        for mark in inside:
            start, end = max(block.start, mark.start), min(block.end, mark.end)
            shown += [opened.article.text[done:start], _marked(opened, mark, start, end)]
            done = end
        return Html('<p dir="auto">{}</p>').format(Html().join([*shown, opened.article.text[done : block.end]]))
    if _inside(block, opened.passages):
        return Html('<p dir="auto">{}</p>').format(text)
    if text.strip() in {passage.heading for passage in opened.passages}:
        return Html('<h3 class="crosshead" dir="auto">{}</h3>').format(text)
    return Html('<p class="aside" dir="auto">{}</p>').format(text)


def _marked(opened: Opened, mark: _Mark, start: int, end: int) -> Html:
    """Mark the part of a passage that stands in a block; the page scrolls to the first part of the opened one."""
    text = opened.article.text[start:end]
    terms = list(opened.asked.spans(text, opened.article.language))
    first = start == mark.start
    match = Html(' data-match="{}"').format(mark.passage.id) if first else ""
    if opened.at is None or mark.passage.id != opened.at.id:
        return Html('<mark class="match"{}>{}</mark>').format(match, with_terms_marked(text, terms))
    shift, sentence = start - opened.at.start, opened.sentence
    answering = None if sentence is None else Span(max(sentence.start - shift, 0), max(sentence.end - shift, 0))
    focus = Html(' tabindex="-1" data-focus') if first else ""
    inner = with_sentence_marked(text, answering, terms, "strong")
    return Html('<mark class="opened"{}{}>{}</mark>').format(match, focus, inner)


def _inside(block: Span, parts: Sequence[Marked]) -> list[Marked]:
    """Return the passages or marks of which something stands in a block."""
    return [it for it in parts if it.start < block.end and block.start < it.end]


def _without_headline(article: Article, blocks: list[Span], marks: list[_Mark]) -> list[Span]:
    """Leave out the block that is the headline, which already stands above the article."""
    title, text = plain(article.title or "").strip(), article.text
    for block in blocks:
        if title and plain(text[block.start : block.end]).strip() == title and not _inside(block, marks):
            return [it for it in blocks if it is not block]
    return blocks


def _position(opened: Opened, words: Words) -> str:
    if opened.at is None:
        return ""
    last = max((passage.number for passage in opened.passages), default=opened.at.number)
    text = which_paragraph(opened.at.number, last, words)
    return text[:1].upper() + text[1:]


def _matches(count: int, words: Words) -> Html:
    """Return buttons that lead from one marked passage to the next, where there are several."""
    if count < 2:
        return Html()
    texts = words.article
    return Html(
        '<p class="matches"><button type="button" data-leads="-1" aria-label="{}">↑</button>'
        '<span>{}</span><button type="button" data-leads="1" aria-label="{}">↓</button></p>'
    ).format(texts.previous_match, words.locale.counted(count, texts.matching), texts.next_match)


def _colophon(opened: Opened, words: Words) -> Html:
    article = opened.article
    parts = [Html("<span>{}</span>").format(words.article.file.format(article.file))]
    place = (opened.at.start if opened.at else 0) + (opened.sentence.start if opened.at and opened.sentence else 0)
    if (original := original_address(article, place)) is not None:
        link = Html('<a href="{}" target="_blank" rel="noopener">{}</a>')
        parts.append(link.format(original, words.article.original))
    if (url := safe_link(article.url)) is not None:
        source = Html('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>')
        parts.append(source.format(url, words.article.source))
    return SEPARATOR.join(parts)
