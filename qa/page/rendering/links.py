"""Render links within the page: each is an address that can be copied, and opened without loading the page again."""

from urllib.parse import quote

from qa.page.address import Address, link
from qa.page.rendering.escaping import Html, escaped_address
from qa.page.rendering.icons import icon
from qa.records import Article

ORIGINAL = "/original"
"""Where the files are handed out that articles were read from."""


def anchor(there: Address, inside: str, style: str = "", *, opens: str = "page", current: bool = False) -> Html:
    """Return a link with text or HTML inside; one that is in force is marked as current."""
    kind = Html(' class="{}"').format(style) if style else ""
    now = Html(' aria-current="true"') if current else ""
    address = escaped_address(link(there))
    return Html('<a{} data-opens="{}" href="{}"{}>{}</a>').format(kind, opens, address, now, inside)


def read_link(there: Address, name: str, text: str) -> Html:
    """Return a link that opens an article; screen readers, which read out many such links, get its name."""
    inside = Html('{}<span>{}</span><span class="unseen">: {}</span>').format(icon("read"), text, name)
    return anchor(there, inside, "read action", opens="article")


def counted_choice(there: Address, name: str, count: str, counted: str, *, opens: str, current: bool) -> Html:
    """Return an item of a list of choices: its name, its count, and the count in words for screen readers."""
    inside = Html(
        '<span class="choice" dir="auto">{}</span> <span class="count" aria-hidden="true">{}</span>'
        '<span class="unseen">, {}</span>'
    ).format(name, count, counted)
    return Html("<li>{}</li>").format(anchor(there, inside, opens=opens, current=current))


def original_address(article: Article, place: int = 0) -> str | None:
    """Return where the file of an article can be had, at the page of a place of its text.

    None of a text file, which the article shows whole, and where there is no file.
    """
    source = article.source
    if source is None or (source.format == "text" and source.record is None):
        return None
    page = source.page(place)
    return f"{ORIGINAL.removeprefix('/')}?article={quote(article.file, safe='')}{f'#page={page}' if page else ''}"
