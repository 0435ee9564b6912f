"""Render links within the page: each is an address that can be copied, and opened without loading the page anew."""

from html import escape

from qa.page.address import Address, link
from qa.page.rendering.escaping import escaped


def anchor(there: Address, inside: str, manner: str = "", *, opens: str = "page", current: bool = False) -> str:
    """Return a link with HTML inside; one that is in force is marked as current."""
    kind = f' class="{manner}"' if manner else ""
    now = ' aria-current="true"' if current else ""
    return f'<a{kind} data-opens="{opens}" href="{escape(link(there), quote=True)}"{now}>{inside}</a>'


def read_link(there: Address, name: str, text: str) -> str:
    """Return a link that opens an article; its name is told to screen readers, who hear many such links."""
    return anchor(there, f'{text}<span class="unseen">: {escaped(name)}</span>', "read", opens="article")


def counted_choice(there: Address, name: str, count: str, said: str, *, opens: str, current: bool) -> str:
    """Return an item of a list of choices: its name, how many there are, and the same in words for screen readers."""
    inside = (
        f'<span class="choice" dir="auto">{escaped(name)}</span> <span class="count" aria-hidden="true">{count}</span>'
        f'<span class="unseen">, {said}</span>'
    )
    return f"<li>{anchor(there, inside, opens=opens, current=current)}</li>"
