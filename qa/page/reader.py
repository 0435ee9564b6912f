"""Render a whole article with one passage of it marked."""

import re
from dataclasses import dataclass

from qa.page.address import Span
from qa.page.display import escaped, safe_link
from qa.page.marking import with_sentence_marked
from qa.page.source_line import SEPARATOR, source_line
from qa.page.wording import sentence as in_full
from qa.plain_text import plain
from qa.records import Article, Passage

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text that is shown as one paragraph."""

    start: int
    end: int


def reader(article: Article, passages: tuple[Passage, ...], opened: Passage, sentence: Span | None = None) -> str:
    """Return the article as HTML, the opened passage marked and the sentence inside it marked more strongly."""
    blocks = _without_headline(article, _blocks(article.text), opened)
    body = "\n".join(_block(article, block, passages, opened, sentence) for block in blocks)
    return f"""<section class="article" aria-labelledby="article-name" data-reading="{escaped(opened.id)}">
<div class="bar"><p>{_position(passages, opened)}</p>
<button type="button" class="close" data-closes="reader">Close<span class="unseen"> the article</span></button></div>
<div class="page">
{_section(article)}<h2 id="article-name" dir="auto">{escaped(article.name)}</h2>
<p class="source">{source_line(article)}</p>
{_byline(article)}<div class="body" dir="auto">
{body}
</div>
<p class="colophon">{_colophon(article)}</p>
</div></section>"""


def unreadable(headline: str, message: str) -> str:
    """Return what the reader shows where an article cannot be opened."""
    return f"""<section class="article" aria-labelledby="article-name" data-reading="">
<div class="bar"><p></p><button type="button" class="close" data-closes="reader">Close</button></div>
<div class="page"><h2 id="article-name" tabindex="-1" data-focus>{escaped(headline)}</h2>
<p dir="auto">{escaped(in_full(message))}</p></div></section>"""


def _blocks(text: str) -> list[Block]:
    edges = [0]
    for gap in _BLANK_LINES.finditer(text):
        edges += [gap.start(), gap.end()]
    edges.append(len(text))
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [Block(start, end) for start, end in pairs if text[start:end].strip()]


def _block(
    article: Article, block: Block, passages: tuple[Passage, ...], opened: Passage, sentence: Span | None
) -> str:
    text = article.text
    if _overlap(block, opened):
        start, end = max(block.start, opened.start), min(block.end, opened.end)
        before, after = escaped(text[block.start : start]), escaped(text[end : block.end])
        return f'<p dir="auto">{before}{_marked(opened, start, end, sentence)}{after}</p>'
    shown = escaped(text[block.start : block.end])
    if any(_overlap(block, passage) for passage in passages):
        return f'<p dir="auto">{shown}</p>'
    if text[block.start : block.end].strip() in {passage.heading for passage in passages}:
        return f'<h3 class="crosshead" dir="auto">{shown}</h3>'
    return f'<p class="aside" dir="auto">{shown}</p>'


def _marked(opened: Passage, start: int, end: int, sentence: Span | None) -> str:
    """Mark the part of the opened passage that stands in a block; its first part is where a reader is taken."""
    shift = start - opened.start
    text = opened.text[shift : end - opened.start]
    first, last = (0, 0) if sentence is None else (sentence.start - shift, sentence.end - shift)
    inner = with_sentence_marked(text, max(first, 0), max(last, 0), "strong")
    place = ' tabindex="-1" data-focus' if shift == 0 else ""
    return f'<mark class="opened"{place}>{inner}</mark>'


def _overlap(block: Block, passage: Passage) -> bool:
    return passage.start < block.end and block.start < passage.end


def _without_headline(article: Article, blocks: list[Block], opened: Passage) -> list[Block]:
    """Leave out the block that is the headline, which already stands above the article."""
    if article.title is None:
        return blocks
    title = plain(article.title).strip()
    for place, block in enumerate(blocks):
        if plain(article.text[block.start : block.end]).strip() == title and not _overlap(block, opened):
            return blocks[:place] + blocks[place + 1 :]
    return blocks


def _position(passages: tuple[Passage, ...], opened: Passage) -> str:
    last = max((passage.number for passage in passages), default=opened.number)
    return f"Paragraph {opened.number} of {last}"


def _section(article: Article) -> str:
    return "" if article.section is None else f'<p class="section" dir="auto">{escaped(article.section)}</p>\n'


def _byline(article: Article) -> str:
    return "" if article.author is None else f'<p class="byline" dir="auto">By {escaped(article.author)}</p>\n'


def _colophon(article: Article) -> str:
    parts = [f"<span>File {escaped(article.file)}</span>"]
    if (url := safe_link(article.url)) is not None:
        parts.append(f'<a href="{url}" target="_blank" rel="noopener noreferrer">Read it at its source</a>')
    return SEPARATOR.join(parts)
