"""Render the top of the page: its name, what the archive holds, its languages, and questions to begin with."""

from collections.abc import Iterable

from qa.build.status import IndexStatus
from qa.page.address import Address
from qa.page.rendering.escaping import Html
from qa.page.rendering.links import anchor
from qa.page.rendering.source_line import SEPARATOR
from qa.page.rendering.status import counts
from qa.page.words.words import Words
from qa.records import SearchRequest


def masthead(status: IndexStatus | None, words: Words, languages: Iterable[Words]) -> Html:
    """Return the page's name and what the archive holds, where that is known, as HTML."""
    facts = list[str]()
    if status is not None:
        days = words.locale.date_range(status.oldest_date, status.newest_date)
        facts = counts(status, words) + ([days] if days else [])
    buttons = Html(" ").join(_language(it, current=it.code == words.code) for it in languages)
    return Html("""<header class="masthead" lang="{}">
<nav class="languages" aria-label="{}">{}</nav>
<h1>{}</h1><p>{}</p></header>""").format(
        words.code,
        words.languages,
        buttons,
        anchor(Address(), words.title),
        SEPARATOR.join(Html("<span>{}</span>").format(fact) for fact in facts),
    )


def examples(questions: tuple[str, ...], words: Words) -> Html:
    """Return links that ask the questions, or nothing; recent questions are put beside by the browser itself."""
    links = [Html("<li>{}</li>").format(anchor(Address(SearchRequest(it)), it, "example")) for it in questions]
    listed = Html('<p class="try">{}</p><ul class="examples">\n{}\n</ul>')
    return Html(
        '<nav aria-label="{0}">{1}</nav><nav class="recent" aria-label="{2}" data-recent hidden>'
        '<p class="try">{2}</p><ul class="examples"></ul></nav>'
    ).format(
        words.asking.examples,
        listed.format(words.asking.examples, Html("\n").join(links)) if links else "",
        words.asking.recent,
    )


def _language(it: Words, *, current: bool) -> Html:
    now = " aria-current=true" if current else ""
    return Html('<button type="button" class="language" lang="{0}" data-speaks="{0}"{1}>{2}</button>').format(
        it.code, now, it.name
    )
