"""What every document of a notebook shows of a passage, in the words of the visitor's language."""

from collections.abc import Callable
from dataclasses import dataclass

from qa.articles.dates import as_stated
from qa.articles.plain_text import in_one_line, plain
from qa.articles.web_address import web_address
from qa.exports.citations import Citation
from qa.exports.citations.clipboard import cited_address, names_source
from qa.exports.notebook.kept import Kept


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The words of a document; `{}` stands for what is put in."""

    title: str = "Notebook"
    language: str = "en"
    note: str = "Note"
    link: str = "Open in the archive"
    paragraph: str = "paragraph {}"
    retrieved: str = "retrieved {}"
    date: Callable[[str], str] = as_stated


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A kept passage as plain copies; what is not stated is empty."""

    question: str
    before: str
    """The passage up to the quote, in it."""
    quote: str
    after: str
    author: str
    headline: str
    """The file where nothing else names the source."""
    outlet: str
    date: str
    paragraph: str
    retrieved: str
    source: str | None
    """The address of the article on the web."""
    permalink: str | None
    """The address of the passage on the page."""
    note: str


def shown(kept: Kept, words: DocumentWords, page: str | None) -> DocumentEntry:
    """Return what a document shows of a passage; `page` is the address of the page, where it is to be linked."""
    citation, sentence = kept.citation, kept.sentence
    start, end = (0, 0) if sentence is None else (sentence.start, sentence.end)
    return DocumentEntry(
        question=in_one_line(citation.question),
        before=plain(citation.passage[:start]),
        quote=plain(citation.passage[start:end]),
        after=plain(citation.passage[end:]),
        author=in_one_line(citation.author or ""),
        headline=in_one_line((citation.headline if names_source(citation) else citation.file) or ""),
        outlet=in_one_line(citation.outlet or ""),
        date=_date(citation, words),
        paragraph=words.paragraph.format(citation.paragraph),
        retrieved=words.retrieved.format(words.date(citation.retrieved.isoformat())),
        source=cited_address(citation.url),
        permalink=_permalink(kept, page),
        note=plain(kept.note).strip(),
    )


def _date(citation: Citation, words: DocumentWords) -> str:
    return in_one_line(words.date(citation.date)) if citation.date else ""


def _permalink(kept: Kept, page: str | None) -> str | None:
    """Return where the page shows a passage; a kept address is only ever the part behind the page's own."""
    root = web_address(page or "")
    if root is None or not kept.address.startswith("?"):
        return None
    return cited_address(root.partition("?")[0].partition("#")[0] + kept.address)
