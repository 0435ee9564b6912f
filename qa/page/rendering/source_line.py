"""The line that says where a passage comes from."""

from qa.articles.dates import is_date
from qa.page.rendering.escaping import Html
from qa.page.words.words import Words
from qa.records import Article

SEPARATOR = Html('<span class="dot" aria-hidden="true">&nbsp;·</span> ')  # a line may end with it, never begin with it


def source_line(article: Article, words: Words) -> Html:
    """Return outlet and date as stated, then what else is stated, as HTML."""
    return _joined([*_outlet_and_date(article, words), *_stated(article, words)])


def short_source(article: Article, words: Words) -> Html:
    """Return outlet and date as stated, as HTML."""
    return _joined(_outlet_and_date(article, words))


def states_more(article: Article) -> bool:
    """Return whether an article states what the short line leaves out."""
    return any((article.section, article.author, article.place))


def further_source(article: Article, words: Words, where: Html) -> Html:
    """Return what the short line leaves out, as HTML: section, author, place, and which paragraph a passage is."""
    section = [] if article.section is None else [_named("section", article.section)]
    return _joined([*section, *_stated(article, words), _named("number", where)])


def _outlet_and_date(article: Article, words: Words) -> list[Html]:
    unstated = _named("outlet unstated", words.card.outlet_unstated)
    outlet = unstated if article.outlet is None else _named("outlet", article.outlet)
    return [outlet, dated(article.date, words)]


def _stated(article: Article, words: Words) -> list[Html]:
    by = None if article.author is None else words.card.by.format(article.author)
    return [_named(*it) for it in (("author", by), ("place", article.place)) if it[1] is not None]


def _named(kind: str, text: str | None) -> Html:
    return Html('<span class="{}" dir="auto">{}</span>').format(kind, text)


def _joined(parts: list[Html]) -> Html:
    return SEPARATOR.join(parts)


def paragraph(number: int, count: int, heading: str | None, words: Words) -> Html:
    """Return which paragraph of how many a passage is, on one line, and the heading it stands under, as HTML."""
    under = "" if heading is None else words.card.under.format(heading)
    return Html('<span class="unbroken">{}</span>{}').format(which_paragraph(number, count, words), under)


def which_paragraph(number: int, count: int, words: Words) -> str:
    """Return which paragraph of how many a passage is, as text."""
    return words.card.paragraph.format(words.locale.number(number), words.locale.number(count))


def dated(stated: str | None, words: Words) -> Html:
    """Return a date as stated: on one line and machine-readable where it is one."""
    shown = words.locale.date(stated)
    if stated is None or not is_date(stated):
        return Html('<span class="date{}">{}</span>').format(" unbroken" if stated is None else "", shown)
    return Html('<time class="date unbroken" datetime="{}">{}</time>').format(stated.removeprefix("--"), shown)


def section(article: Article) -> Html:
    """Return the section of the outlet that an article stood in, as HTML; nothing where none is stated."""
    if article.section is None:
        return Html()
    return Html('<p class="section" dir="auto">{}</p>\n').format(article.section)
