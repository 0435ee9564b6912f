"""Render the top of the page: its name, what the archive holds, its languages, and questions to begin with."""

from collections.abc import Iterable

from qa.build.status import IndexStatus
from qa.page.address import Address
from qa.page.rendering.escaping import escaped
from qa.page.rendering.links import anchor
from qa.page.rendering.source_line import SEPARATOR
from qa.page.words.words import Words
from qa.retrieval.request import SearchRequest


def masthead(status: IndexStatus | None, words: Words, languages: Iterable[Words]) -> str:
    """Return the page's name and what the archive holds, where that is known, as HTML."""
    facts = [] if status is None else _facts(status, words)
    said = SEPARATOR.join(f"<span>{escaped(fact)}</span>" for fact in facts)
    others = " ".join(
        f'<button type="button" class="language" lang="{it.code}" data-speaks="{it.code}"'
        f"{' aria-current=true' if it.code == words.code else ''}>{it.name}</button>"
        for it in languages
    )
    return f"""<header class="masthead" lang="{words.code}">
<nav class="languages" aria-label="{words.languages}">{others}</nav>
<h1>{anchor(Address(), words.title)}</h1><p>{said}</p></header>"""


def examples(questions: tuple[str, ...], words: Words) -> str:
    """Return links that ask the questions, or nothing; recent questions are put beside by the browser itself."""
    links = "\n".join(f"<li>{anchor(Address(SearchRequest(it)), escaped(it), 'example')}</li>" for it in questions)
    shown = f'<p class="try">{words.asking.examples}</p><ul class="examples">\n{links}\n</ul>' if questions else ""
    return (
        f'<nav aria-label="{words.asking.examples}">{shown}</nav>'
        f'<nav class="recent" aria-label="{words.asking.recent}" data-recent hidden>'
        f'<p class="try">{words.asking.recent}</p><ul class="examples"></ul></nav>'
    )


def _facts(status: IndexStatus, words: Words) -> list[str]:
    days = words.locale.date_range(status.oldest_date, status.newest_date)
    return [
        words.locale.counted(status.articles, words.articles),
        words.locale.counted(status.passages, words.passages),
        *([days] if days else []),
    ]
