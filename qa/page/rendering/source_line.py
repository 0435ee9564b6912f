"""Write the line that says where a passage comes from."""

from qa.articles.dates import is_date
from qa.page.rendering.escaping import escaped
from qa.page.words.words import Words
from qa.records import Article

SEPARATOR = '<span class="dot" aria-hidden="true">&nbsp;·</span> '  # a line may end with it, and never begins with it


def source_line(article: Article, words: Words, where: str | None = None) -> str:
    """Return outlet, date as stated, author, place and, where given, the paragraph, as HTML."""
    outlet = words.card.outlet_unstated if article.outlet is None else article.outlet
    manner = "outlet unstated" if article.outlet is None else "outlet"
    parts = [f'<span class="{manner}">{escaped(outlet)}</span>', dated(article.date, words)]
    if article.author is not None:
        parts.append(f'<span class="author">{words.card.by.format(escaped(article.author))}</span>')
    if article.place is not None:
        parts.append(f'<span class="place">{escaped(article.place)}</span>')
    if where is not None:
        parts.append(f'<span class="number">{where}</span>')
    return SEPARATOR.join(parts)


def paragraph(number: int, count: int, heading: str | None, words: Words) -> str:
    """Return which paragraph of how many a passage is, and the heading it stands under, as HTML."""
    under = "" if heading is None else words.card.under.format(escaped(heading))
    return words.card.paragraph.format(words.locale.number(number), words.locale.number(count)) + under


def dated(stated: str | None, words: Words) -> str:
    """Return a date as stated, machine-readable where it is one."""
    shown = escaped(words.locale.date(stated))
    if stated is None or not is_date(stated):
        return f'<span class="date">{shown}</span>'
    return f'<time class="date" datetime="{escaped(stated.removeprefix("--"))}">{shown}</time>'
