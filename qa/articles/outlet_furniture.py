"""Find the lines that an outlet prints around all of its articles: menus, teasers, notices of rights.

No rule knows their words, but they come again. A line that stands in a tenth of an outlet's articles is furniture, and
so is one of the lines at the end that come again there more than a few times. Articles that are copies of each other
count as one: what they share is a report.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from qa.articles.akin import AKIN, share, stems
from qa.articles.blocks import is_closed
from qa.articles.labels import label
from qa.articles.names import is_agency, is_section
from qa.articles.plain_text import in_one_line
from qa.articles.stated_names import fold
from qa.records import Article, ParsedArticle

LONGEST_LINE = 300
"""Characters; a longer paragraph that comes again is a report's."""
_SHARE = 10
"""A tenth of the articles."""
_FEWEST = 5
"""In fewer articles a line comes again by chance, or because somebody is quoted."""
_AT_END = 6
"""How many lines at the end of an article may be furniture that stands in fewer of them."""
_MASKED_SHARE = 2
"""In half of the articles a line comes again with other numbers, as a counter does; in fewer, as figures in reports."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FIGURE = re.compile(r"[-–—•*·]\s|\d+[.)]|[^:]*:[^:]*\d[^:]*$")
"""How a line of a list begins, and a figure with its name: "2. Ruiz", "Attendance: 23,144"."""
_BESIDE = 3
"""How many lines above and below tell whether a line is one of a menu."""
_MENU = 2
"""This number of them comes again, or one that is a section's name."""
_COUNTED = frozenset({"title", "fragment", "standfirst"})
"""What may be furniture beside the paragraphs. Date lines, bylines and headings come again too, and say something."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The lines directly above and below one, the nearest first; "" stands for a button or another rule's furniture."""

    above: tuple[str, ...]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleLines:
    """The lines of an article that may be furniture, as they are compared."""

    groups: tuple[str, ...]
    """What else has such lines: its outlet, the host of its address, its folder."""
    lines: Mapping[str, str]
    """As they are compared, each with how it is written."""
    at_end: frozenset[str]
    sections: Mapping[str, Beside]
    """What is read as its section, which may be a line of a menu."""
    report: str
    """Its longest paragraph, which tells it from others."""


def groups_of(article: Article) -> tuple[str, ...]:
    """Return the groups of articles that an article may share its furniture with."""
    return groups_of_file(article.source.file if article.source else article.file, article.outlet, article.url)


def groups_of_file(file: str, outlet: str | None, url: str | None) -> tuple[str, ...]:
    """Return the groups of an article by its file and by what it states."""
    found = [f"folder {PurePosixPath(file).parent.as_posix()}"]
    if outlet:
        found.append(f"outlet {fold(outlet)}")
    if url and (host := urlsplit(url).hostname):
        found.append(f"host {host.removeprefix('www.')}")
    return tuple(found)


def line_key(line: str) -> str | None:
    """Return a line as it is compared; None where it holds no letter, or is too long."""
    key = in_one_line(line).casefold()
    return key if len(key) <= LONGEST_LINE and any(map(str.isalpha, key)) else None


def masked_key(line: str) -> str | None:
    """Return a line as it is compared whatever its numbers are; None where it has none, or says what they are of."""
    key = line_key(line) if not is_closed(line) else None
    if key is None or _FIGURE.match(key):
        return None
    masked = _NUMBER.sub("#", key)
    return masked if masked != key else None


def lines_of(parsed: ParsedArticle) -> ArticleLines:
    """Return what an article may share with others of its outlet."""
    text, article = parsed.article.text, parsed.article
    paragraphs = [text[it.start : it.end] for it in parsed.paragraphs]
    parts = [*paragraphs, *(text[it.start : it.end] for it in parsed.dropped if it.reason in _COUNTED)]
    sections = {fold(it) for it in (article.section, article.outlet) if it and is_section(it)}
    stated = {fold(it) for it in (article.outlet, article.author, article.section) if it}
    ends = [line for part in paragraphs[-_AT_END:] for line in part.split("\n")][-_AT_END:]
    found = {key: line for part in parts for line in part.split("\n") if (key := line_key(line)) and key not in stated}
    return ArticleLines(
        groups_of(article),
        found | _with_other_numbers(found.values(), paragraphs),
        frozenset(key for line in ends if (key := line_key(line)) and key not in stated),
        _beside(text, sections),
        max(paragraphs, key=len, default=""),
    )


def _with_other_numbers(lines: Iterable[str], paragraphs: Sequence[str]) -> dict[str, str]:
    """Return the lines that may come again with other numbers; a headline of the report is none of them."""
    found = {key: line for line in lines if (key := masked_key(line))}
    of_report = (
        {stem for it in paragraphs if len(it) > LONGEST_LINE or is_closed(it) for stem in stems(it)} if found else ()
    )
    return {key: line for key, line in found.items() if share(line, of_report) < AKIN}


def _beside(text: str, sections: Collection[str]) -> dict[str, Beside]:
    """Return what stands beside the first line of each section's name; a whole menu in one line stands by itself."""
    if not sections:
        return {}
    lines, found = text.split("\n"), dict[str, Beside]()
    for at, line in enumerate(lines):
        key = line_key(line) if len(line) <= LONGEST_LINE else None
        if key and key in sections and key not in found:
            above, below = lines[max(0, at - _BESIDE) : at], lines[at + 1 : at + 1 + _BESIDE]
            found[key] = Beside(tuple(_neighbours(reversed(above))), tuple(_neighbours(below)))
    return found


def _neighbours(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        known = label(line)
        if known is None and (key := line_key(line)):
            yield key
        elif known is not None and known.kind in {"page furniture", "links"} and line.strip():
            yield ""
        else:
            return


def find_furniture(articles: Sequence[ArticleLines]) -> Mapping[str, Mapping[str, int]]:
    """Return the furniture of each group, and in how many of the articles each line stands."""
    groups = defaultdict[str, list[ArticleLines]](list)
    for article in articles:
        for group in article.groups:
            groups[group].append(article)
    found = {group: _shared(members) for group, members in groups.items() if len(members) >= _FEWEST}
    return {group: lines for group, lines in found.items() if lines}


def _shared(articles: Sequence[ArticleLines]) -> dict[str, int]:
    """Return the lines that stand in enough articles whose reports differ, with the number of these."""
    reports, at_end = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    read_as_sections = defaultdict[str, set[str]](set)
    written = dict[str, str]()
    for article in articles:
        written |= article.lines
        for line in article.lines:
            reports[line].add(article.report)
        for line in article.at_end:
            at_end[line].add(article.report)
        for line in article.sections:
            read_as_sections[line].add(article.report)
    few = max(_FEWEST, -(-len(articles) // _SHARE))
    again = {line for found in (reports, read_as_sections) for line, its_own in found.items() if len(its_own) >= few}
    for article in articles:
        for line, beside in article.sections.items():
            if _is_of_menu(line, beside, again):
                written.setdefault(line, line)
                reports[line].add(article.report)
    many = max(few, -(-len(articles) // _MASKED_SHARE))
    return {
        line: len(its_own)
        for line, its_own in reports.items()
        if (len(its_own) >= (many if line == masked_key(written[line]) else few) or len(at_end[line]) >= _FEWEST)
        and not says(written[line])
    }


def _is_of_menu(line: str, beside: Beside, again: Collection[str]) -> bool:
    """Return whether a section's name is one of several that stand together in many articles."""
    around = [*takewhile(lambda it: not it or it in again, beside.above)]
    around += takewhile(lambda it: not it or it in again, beside.below)
    names = line.count("|") > 1 or any(is_section(it.capitalize()) for it in around)
    return names or len(around) >= _MENU


def says(line: str) -> bool:
    """Return whether a line states when, by whom or for whom an article was written."""
    found = label(line)
    if is_agency(line.strip(" /()[]—–-")):
        return True
    return found is not None and found.kind in {"date line", "dated item", "byline", "source", "publisher"}
