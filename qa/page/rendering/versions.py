"""Render what earlier versions of an article said in place of a passage, and the corrections that bear on it."""

from qa.articles.plain_text import plain
from qa.page.address import Address
from qa.page.rendering.copies import copied
from qa.page.rendering.escaping import Html
from qa.page.rendering.icons import icon
from qa.page.rendering.links import anchor
from qa.page.words.words import Words
from qa.records import Article, Evidence, SearchRequest


def earlier(evidence: Evidence, search: SearchRequest, words: Words) -> Html:
    """Return what earlier versions said, folded under one line, as HTML; nothing where they said the same."""
    if not evidence.earlier:
        return Html()
    items = Html("\n").join(
        copied(it, evidence, Address(search, article=it.article.file), words) for it in evidence.earlier
    )
    return Html(
        '<details class="copies earlier-versions"><summary class="action">{}<span>{}</span></summary>\n'
        '<p class="note">{}</p>\n<ul>\n{}\n</ul></details>\n'
    ).format(icon("versions"), _updated(evidence.article, words), words.versions.differing, items)


def notes(evidence: Evidence) -> Html:
    """Return the published corrections that bear on a passage, word for word, as HTML."""
    return Html().join(Html('<p class="correction" dir="auto">{}</p>\n').format(it) for it in evidence.notes)


def earlier_lines(evidence: Evidence, words: Words) -> list[str]:
    """Return what earlier versions said, a line each."""
    updated = _updated(evidence.article, words)
    return [words.versions.said.format(updated, plain(it.passage.text), it.article.file) for it in evidence.earlier]


def version_note(article: Article, newest: Article, led_from: str | None, words: Words) -> Html:
    """Return what stands over an opened article that is not the newest version, or that a link to another led to."""
    if led_from is not None:
        return _note(words.versions.led_here, words.versions.read_earlier, led_from)
    if article.file != newest.file:
        return _note(words.versions.earlier_here, words.versions.read_newest, newest.file)
    return Html()


def _note(text: str, link: str, file: str) -> Html:
    return Html('<p class="version" role="note">{} {}</p>\n').format(text, anchor(Address(article=file), link))


def _updated(article: Article, words: Words) -> str:
    day = article.updated or article.date
    return words.versions.updated.format(words.locale.date(day)) if day else words.versions.newer
