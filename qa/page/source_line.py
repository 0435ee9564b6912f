"""Write the line that says where a passage comes from."""

from qa.dates import as_stated, is_date
from qa.page.display import escaped
from qa.records import Article, Passage

SEPARATOR = '<span class="dot" aria-hidden="true">&nbsp;·</span> '  # a line may end with it, and never begins with it


def source_line(article: Article, passage: Passage | None = None) -> str:
    """Return outlet, date as stated, place and, given a passage, where in the article it stands, as HTML."""
    outlet = "outlet not stated" if article.outlet is None else article.outlet
    manner = "outlet unstated" if article.outlet is None else "outlet"
    parts = [f'<span class="{manner}">{escaped(outlet)}</span>', dated(article)]
    if article.place is not None:
        parts.append(f'<span class="place">{escaped(article.place)}</span>')
    if passage is not None:
        under = "" if passage.heading is None else f", under “{escaped(passage.heading)}”"
        parts.append(f'<span class="number">paragraph {passage.number}{under}</span>')
    return SEPARATOR.join(parts)


def dated(article: Article) -> str:
    """Return the date as stated, machine-readable where it is one."""
    words = escaped(as_stated(article.date))
    if not is_date(article.date) or article.date is None:
        return f'<span class="date">{words}</span>'
    return f'<time class="date" datetime="{escaped(article.date.removeprefix("--"))}">{words}</time>'
