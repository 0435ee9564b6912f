"""BibTeX, for LaTeX and reference managers."""

import re
from collections.abc import Iterable, Iterator, Mapping

from qa.articles.author_list import authors
from qa.articles.dates import MONTHS, full_date
from qa.articles.plain_text import in_one_line
from qa.exports.citations.citation import Citation
from qa.exports.citations.clipboard import cited_address, date_words, place_words

_COMMANDS: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts the brace of \{ too
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {mark: f"\\{mark}" for mark in "#$%&_"}
_SPECIAL = re.compile("|".join(map(re.escape, _COMMANDS)))
_LIGATURE = re.compile(r"([-'`,<>])(?=\1)|[?!](?=`)")
"""What TeX would set as another character: a dash for two hyphens, an inverted question mark for "?`"."""


def bibtex(citations: Iterable[Citation]) -> str:
    """Write each citation as an entry, its passage's id the key: an article with an outlet, else online or misc.

    Texts are their plain copies in one line, escaped so that TeX sets every character as it stands. Each author's name
    and the headline stay whole, in braces: which of a name's words is the surname is not guessed. A date without its
    year or its day is words in the note. The quote is the annotation, which the usual styles do not print. A passage
    that is cited twice has two entries of one key.
    """
    return "\n".join(map(_entry, citations))


def _entry(citation: Citation) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(citation))
    return f"@{_kind(citation)}{{{citation.passage_id},\n{fields}}}\n"


def _kind(citation: Citation) -> str:
    if in_one_line(citation.outlet or ""):
        return "article"
    return "online" if cited_address(citation.url) else "misc"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    date, note = full_date(citation.date), escaped(place_words(citation))
    if names := " and ".join(f"{{{_as_tex(it)}}}" for it in authors(in_one_line(citation.author or "")) if it):
        yield "author", f"{{{names}}}"
    for name, stated in (("title", citation.headline), ("journal", citation.outlet)):
        if value := escaped(stated or ""):
            yield name, f"{{{{{value}}}}}"
    if date is not None:
        yield "year", f"{{{date.year:04}}}"
        yield "month", MONTHS[date.month - 1][:3].lower()
        yield "day", f"{{{date.day}}}"
    elif citation.date:
        note += f"; {escaped(date_words(citation))}"
    if address := cited_address(citation.url):
        yield "url", f"{{{address}}}"
    yield "urldate", f"{{{citation.retrieved.isoformat()}}}"
    yield "note", f"{{{note}}}"
    yield "annote", f"{{{escaped(citation.quote)}}}"


def escaped(text: str) -> str:
    """Return a text's plain copy in one line as TeX sets it as it is, its braces balanced."""
    return _as_tex(in_one_line(text))


def _as_tex(line: str) -> str:
    """Return a line that is plain already as TeX sets it: made plain twice, “&amp;lt;” would be “<”."""
    apart = _LIGATURE.sub("\\g<0>\x00", line)
    return _SPECIAL.sub(lambda it: _COMMANDS[it[0]], apart).replace("\x00", "{}")
