"""Render a whole article, the opened passage marked strongly and the others that match the question lightly."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from qa.articles.front_matter import read_front_matter
from qa.articles.plain_text import plain
from qa.page.highlighting import QuestionWords
from qa.page.rendering.escaping import escaped, safe_link
from qa.page.rendering.highlights import with_sentence_marked, with_terms_marked
from qa.page.rendering.source_line import SEPARATOR, source_line
from qa.page.words.words import Words
from qa.records import Article, Passage, Span

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_NOTHING = QuestionWords((), frozenset())


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as it is read: its passages, the one it was opened at, and those that match the question."""

    article: Article
    passages: tuple[Passage, ...]
    at: Passage | None = None
    sentence: Span | None = None
    matching: Collection[str] = ()
    """Ids of passages."""
    asked: QuestionWords = _NOTHING


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of an article's text that is, or belongs to, a passage to be marked."""

    start: int
    end: int
    passage: Passage


def article_pane(opened: Opened, words: Words) -> str:
    """Return the article as HTML."""
    article, marks = opened.article, _marks(opened)
    blocks = _without_headline(article, _blocks(article), marks)
    body = "\n".join(_block(opened, block, marks) for block in blocks)
    focus = "" if opened.at is not None else ' tabindex="-1" data-focus'
    reading = "" if opened.at is None else escaped(opened.at.id)
    return f"""<section class="article" aria-labelledby="article-name" data-reading="{reading}">
<div class="bar"><p class="position">{_position(opened, words)}</p>
{_matches(len({it.passage.id for it in marks}), words)}
{_find(words)}
{_close(words)}</div>
<div class="page">
{_section(article)}<h2 id="article-name" dir="auto"{focus}>{escaped(article.name)}</h2>
<p class="source">{source_line(article, words)}</p>
<div class="body" dir="auto">
{body}
</div>
<p class="colophon">{_colophon(article, words)}</p>
</div></section>"""


def unopened_article(headline: str, message: str, words: Words) -> str:
    """Return what the reader shows where an article cannot be opened."""
    return f"""<section class="article" aria-labelledby="article-name" data-reading="">
<div class="bar">{_close(words)}</div>
<div class="page"><h2 id="article-name" tabindex="-1" data-focus>{escaped(headline)}</h2>
<p dir="auto">{escaped(message)}</p></div></section>"""


def _close(words: Words) -> str:
    return f'<button type="button" class="close" data-closes="article">{words.article.close}</button>'


def _find(words: Words) -> str:
    said = words.article
    box = f'<input type="search" data-finds aria-label="{said.find}" placeholder="{said.find}">'
    return (
        f'<p class="find" role="search">{box}'
        f'<span class="found" data-found role="status" data-none="{said.no_match}" data-some="{said.found}"></span></p>'
    )


def _marks(opened: Opened) -> list[_Mark]:
    """Give what is marked, in order; where pieces of a paragraph overlap, the opened one is whole."""
    at = opened.at
    marks = [] if at is None else [_Mark(at.start, at.end, at)]
    for passage in opened.passages:
        if passage.id not in opened.matching or (at is not None and passage.id == at.id):
            continue
        start, end = passage.start, passage.end
        for taken in marks:
            if taken.start < end and start < taken.end:
                start, end = (taken.end, end) if taken.start <= start else (start, taken.start)
        if start < end:
            marks.append(_Mark(start, end, passage))
    return sorted(marks, key=lambda it: it.start)


def _blocks(article: Article) -> list[Span]:
    """Part the text at blank lines; front matter says what stands above the article already."""
    text, front = article.text, read_front_matter(article.file, article.text)
    edges = [0 if front is None else front.end]
    for gap in _BLANK_LINES.finditer(text, edges[0]):
        edges += [gap.start(), gap.end()]
    edges.append(len(text))
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [Span(start, end) for start, end in pairs if text[start:end].strip()]


def _block(opened: Opened, block: Span, marks: list[_Mark]) -> str:
    text = opened.article.text
    inside = [it for it in marks if _overlap(block, it)]
    if inside:
        shown, done = [], block.start
        for mark in inside:
            start, end = max(block.start, mark.start), min(block.end, mark.end)
            shown += [escaped(text[done:start]), _marked(opened, mark, start, end)]
            done = end
        return f'<p dir="auto">{"".join(shown)}{escaped(text[done : block.end])}</p>'
    shown_whole = escaped(text[block.start : block.end])
    if any(_overlap(block, passage) for passage in opened.passages):
        return f'<p dir="auto">{shown_whole}</p>'
    if text[block.start : block.end].strip() in {passage.heading for passage in opened.passages}:
        return f'<h3 class="crosshead" dir="auto">{shown_whole}</h3>'
    return f'<p class="aside" dir="auto">{shown_whole}</p>'


def _marked(opened: Opened, mark: _Mark, start: int, end: int) -> str:
    """Mark the part of a passage that stands in a block; a reader is taken to the first part of the opened one."""
    text = opened.article.text[start:end]
    terms = list(opened.asked.spans(text))
    first = start == mark.start
    match = f' data-match="{escaped(mark.passage.id)}"' if first else ""
    if opened.at is None or mark.passage.id != opened.at.id:
        return f'<mark class="match"{match}>{with_terms_marked(text, terms)}</mark>'
    shift, sentence = start - opened.at.start, opened.sentence
    answering = None if sentence is None else Span(max(sentence.start - shift, 0), max(sentence.end - shift, 0))
    inner = with_sentence_marked(text, answering, terms, "strong")
    focus = ' tabindex="-1" data-focus' if first else ""
    return f'<mark class="opened"{match}{focus}>{inner}</mark>'


def _overlap(block: Span, other: Passage | _Mark) -> bool:
    return other.start < block.end and block.start < other.end


def _without_headline(article: Article, blocks: list[Span], marks: list[_Mark]) -> list[Span]:
    """Leave out the block that is the headline, which already stands above the article."""
    if article.title is None:
        return blocks
    title = plain(article.title).strip()
    for place, block in enumerate(blocks):
        if plain(article.text[block.start : block.end]).strip() == title and not any(
            _overlap(block, it) for it in marks
        ):
            return blocks[:place] + blocks[place + 1 :]
    return blocks


def _position(opened: Opened, words: Words) -> str:
    if opened.at is None:
        return ""
    last = max((passage.number for passage in opened.passages), default=opened.at.number)
    said = words.card.paragraph.format(words.locale.number(opened.at.number), words.locale.number(last))
    return said[:1].upper() + said[1:]


def _matches(count: int, words: Words) -> str:
    """Return buttons that lead from one marked passage to the next, where there are several."""
    if count < 2:
        return ""
    said = words.article
    return (
        f'<p class="matches"><button type="button" data-leads="-1" aria-label="{said.previous_match}">↑</button>'
        f"<span>{words.locale.counted(count, said.matching)}</span>"
        f'<button type="button" data-leads="1" aria-label="{said.next_match}">↓</button></p>'
    )


def _section(article: Article) -> str:
    return "" if article.section is None else f'<p class="section" dir="auto">{escaped(article.section)}</p>\n'


def _colophon(article: Article, words: Words) -> str:
    parts = [f"<span>{words.article.file.format(escaped(article.file))}</span>"]
    if (url := safe_link(article.url)) is not None:
        parts.append(f'<a href="{url}" target="_blank" rel="noopener noreferrer">{words.article.source}</a>')
    return SEPARATOR.join(parts)
