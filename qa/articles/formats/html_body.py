"""Find the report on a page and leave out what stands around it, by trafilatura or by the page's marks."""

import logging
from copy import deepcopy
from functools import cache
from typing import Any

from qa.articles.blocks import is_closed
from qa.articles.formats.libraries import load
from qa.articles.formats.limits import mapped
from qa.articles.formats.markup import blocks_of

for _name in ("trafilatura", "htmldate", "justext", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what they find odd is no message to the user
_SHORTEST = 25
"""Characters; where trafilatura finds less, it takes the whole page for one paragraph, as its own 250 do to briefs."""
_MORE = 1.5
"""How many times as much as trafilatura finds must stand in the marked body for it to count instead. Of 61 news pages
it is so on two, which trafilatura leaves after some buttons, or in the middle."""
_SENTENCE = 60
"""Characters; a shorter line in the marked body may be a button or the headline of another report."""
_MARKED = ("//*[@itemprop='articleBody']", "//article", "//main")
_REMOVED = "//figcaption | //script | //style | //template | //noscript | //iframe | //svg | //*[@hidden]"
_PARAGRAPHS = ("p", "blockquote", "h2", "h3", "li")
_BESIDE = ("p", "blockquote", "li", "aside", "nav", "footer", "form")


def find_body(file: str, page: Any, url: str | None) -> list[str]:
    """Return the paragraphs of a page's report, the headline and the lines below it perhaps with them."""
    trafilatura = load(file, "trafilatura")
    tree = deepcopy(page)
    for element in tree.xpath(_REMOVED):
        _drop(element)
    marked = _marked(tree)
    with mapped(file, "save the page again"):
        found = trafilatura.bare_extraction(
            tree, url=url, fast=True, include_comments=False, with_metadata=False, config=_config(trafilatura)
        )
    body = [] if found is None or found.body is None else list(blocks_of(found.body))
    return marked if _prose(marked) > _MORE * _prose(body) else body


@cache
def _config(trafilatura: Any) -> Any:
    config = deepcopy(trafilatura.settings.DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_SHORTEST)
    return config


def _prose(paragraphs: list[str]) -> int:
    """Return how many characters the sentences of some paragraphs have; headlines of other reports are none."""
    return sum(len(it) for it in paragraphs if len(it) >= _SENTENCE and is_closed(it))


def _marked(page: Any) -> list[str]:
    """Return the paragraphs of prose in the one element that the page marks as its article's body."""
    for where in _MARKED:
        found = page.xpath(where)
        if len(found) == 1:
            blocks = [it for it in found[0].iter(*_PARAGRAPHS) if not _is_inside(it)]
            return [block for it in blocks for block in blocks_of(it)]
    return []


def _is_inside(element: Any) -> bool:
    """Return whether an element is part of another that is read, or of what stands beside the report."""
    return any(it.tag in _BESIDE for it in element.iterancestors())


def _drop(element: Any) -> None:
    """Remove an element and what is in it, not what stands behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
