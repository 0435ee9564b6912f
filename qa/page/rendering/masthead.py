"""Render the bar on top of the page, its name and its languages, and questions to begin with."""

from collections.abc import Iterable

from qa.build.status import IndexStatus
from qa.page.address import Address
from qa.page.rendering.escaping import Html
from qa.page.rendering.links import anchor
from qa.page.rendering.status import counts
from qa.page.words.words import Words
from qa.records import SearchRequest


def masthead(words: Words, languages: Iterable[Words]) -> Html:
    """Return the page's name and the menu of its languages as HTML."""
    buttons = Html("\n").join(_language(it, current=it.code == words.code) for it in languages)
    return Html("""<header class="masthead" lang="{code}">
<h1>{title}</h1>
<details class="languages pulldown">
<summary aria-label="{languages}: {name}"><span>{name}</span><abbr>{code}</abbr></summary>
<div class="menu" role="group" aria-label="{languages}">{buttons}</div></details></header>""").format(
        code=words.code,
        title=anchor(Address(), words.title),
        languages=words.languages,
        name=words.name,
        buttons=buttons,
    )


def examples(questions: tuple[str, ...], status: IndexStatus, words: Words) -> Html:
    """Return links that ask the questions, a hint, and what the archive holds; the browser itself adds recent ones."""
    links = [Html("<li>{}</li>").format(anchor(Address(SearchRequest(it)), it, "example")) for it in questions]
    listed = Html('<p class="try">{}</p><ul class="examples">\n{}\n</ul>')
    holds = anchor(Address(tab="archive"), " · ".join(counts(status, words)), "holds", opens="archive")
    return Html(
        '<nav aria-label="{0}">{1}</nav><nav class="recent" aria-label="{2}" data-recent hidden>'
        '<p class="try">{2}</p><ul class="examples"></ul></nav><p class="note">{3}</p><p class="note">{4}</p>'
    ).format(
        words.asking.examples,
        listed.format(words.asking.examples, Html("\n").join(links)) if links else "",
        words.asking.recent,
        _unbroken(words.asking.hint),
        holds,
    )


def _unbroken(hint: str) -> Html:
    """Keep the example at the end of the hint, which begins with a hyphen, on one line."""
    before, _, example = hint.rpartition(" ")
    return Html('{} <span class="unbroken">{}</span>').format(before, example)


def _language(it: Words, *, current: bool) -> Html:
    now = " aria-current=true" if current else ""
    return Html('<button type="button" class="language" lang="{0}" data-speaks="{0}"{1}>{2}</button>').format(
        it.code, now, it.name
    )
