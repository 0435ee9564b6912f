"""The line that says where a passage comes from."""

from qa.articles.dates import is_date
from qa.page.rendering.escaping import Html
from qa.page.words.words import Words
from qa.records import Article

SEPARATOR = Html('<span class="dot" aria-hidden="true">&nbsp;·</span> ')  # a line may end with it, never begin with it


def source_line(article: Article, words: Words, where: str | None = None) -> Html:
    """Return outlet, date as stated, author, place and, where given, the paragraph, as HTML."""
    by = None if article.author is None else words.card.by.format(article.author)
    unstated = ("outlet unstated", words.card.outlet_unstated)
    outlet = unstated if article.outlet is None else ("outlet", article.outlet)
    parts = (outlet, ("author", by), ("place", article.place), ("number", where))
    shown = [Html('<span class="{}">{}</span>').format(*it) for it in parts if it[1] is not None]
    return SEPARATOR.join([shown[0], dated(article.date, words), *shown[1:]])


def paragraph(number: int, count: int, heading: str | None, words: Words) -> str:
    """Return which paragraph of how many a passage is, and the heading it stands under, as text."""
    under = "" if heading is None else words.card.under.format(heading)
    return words.card.paragraph.format(words.locale.number(number), words.locale.number(count)) + under


def dated(stated: str | None, words: Words) -> Html:
    """Return a date as stated, machine-readable where it is one."""
    shown = words.locale.date(stated)
    if stated is None or not is_date(stated):
        return Html('<span class="date">{}</span>').format(shown)
    return Html('<time class="date" datetime="{}">{}</time>').format(stated.removeprefix("--"), shown)


def section(article: Article) -> Html:
    """Return the section of the outlet that an article stood in, as HTML; nothing where none is stated."""
    if article.section is None:
        return Html()
    return Html('<p class="section" dir="auto">{}</p>\n').format(article.section)
