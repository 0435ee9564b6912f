"""Render the top of the page: its name, what the archive holds, and questions to begin with."""

from html import escape

from qa.dates import covered
from qa.page.address import Address, link
from qa.page.contract import Counts
from qa.page.display import escaped
from qa.page.source_line import SEPARATOR
from qa.page.wording import counted

TITLE = "Ask the archive"


def masthead(counts: Counts | None) -> str:
    """Return the page's name and what the archive holds, where that is known, as HTML."""
    facts = [] if counts is None else _facts(counts)
    said = SEPARATOR.join(f"<span>{escaped(fact)}</span>" for fact in facts)
    return f'<header class="masthead"><h1><a href="?" data-opens="page">{TITLE}</a></h1><p>{said}</p></header>'


def _facts(counts: Counts) -> list[str]:
    days = covered(counts.oldest_date, counts.newest_date)
    return [
        counted(counts.articles, "article", "articles"),
        counted(counts.passages, "passage", "passages"),
        *([days] if days else []),
    ]


def examples(questions: tuple[str, ...]) -> str:
    """Return links that ask the questions, or nothing."""
    if not questions:
        return ""
    links = "\n".join(
        f'<li><a class="example" data-opens="page" href="{escape(link(Address(question)), quote=True)}">'
        f"{escaped(question)}</a></li>"
        for question in questions
    )
    return (
        f'<nav aria-label="Example questions"><p class="try">For example</p><ul class="examples">\n{links}\n</ul></nav>'
    )
