"""Find the lines that an outlet prints around all of its articles: menus, teasers, notices of rights.

No rule knows their words, but they come again. A line that stands in a tenth of an outlet's articles is furniture, and
so is one of the lines at the end that come again there more than a few times. Articles that are copies of each other
count as one: what they share is a report.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from qa.articles.blocks import is_closed
from qa.articles.labels import label
from qa.articles.names import is_agency
from qa.articles.plain_text import in_one_line
from qa.articles.stated_names import fold
from qa.records import Article, ParsedArticle, Span

LONGEST_LINE = 300
"""Characters; a longer paragraph that comes again is a report's."""
_SHARE = 10
"""A tenth of the articles."""
_FEWEST = 5
"""In fewer articles a line comes again by chance, or because somebody is quoted."""
_AT_END = 6
"""How many lines at the end of an article may be furniture that stands in fewer of them."""
_PAGE = 0.3
"""From this share of furniture on, a text is a whole page."""
_PROSE = 60
"""Characters of a sentence of a report; shorter ones stand in teasers as well."""
_APART = 3
"""How many lines of furniture may stand between two paragraphs of one report. Of 168 news pages, with 70% of the lines
around the report taken for known furniture, 3 loses .5% of its paragraphs, and 18% of what is kept are none of it; 2
loses 1.1% (15%), 5 .4% (23%)."""
_COUNTED = frozenset({"title", "fragment", "standfirst"})
"""What may be furniture beside the paragraphs. Date lines, bylines and headings come again too, and say something."""


@dataclass(frozen=True, slots=True)
class ArticleLines:
    """The lines of an article that may be furniture, as they are compared."""

    groups: tuple[str, ...]
    """What else has such lines: its outlet, the host of its address, its folder."""
    lines: Mapping[str, str]
    """As they are compared, each with how it is written."""
    at_end: frozenset[str]
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


def lines_of(parsed: ParsedArticle) -> ArticleLines:
    """Return what an article may share with others of its outlet."""
    text = parsed.article.text
    paragraphs = [text[it.start : it.end] for it in parsed.paragraphs]
    parts = [*paragraphs, *(text[it.start : it.end] for it in parsed.dropped if it.reason in _COUNTED)]
    stated = {fold(it) for it in (parsed.article.outlet, parsed.article.author, parsed.article.section) if it}
    ends = [line for part in paragraphs[-_AT_END:] for line in part.split("\n")][-_AT_END:]
    return ArticleLines(
        groups_of(parsed.article),
        {key: line for part in parts for line in part.split("\n") if (key := line_key(line)) and key not in stated},
        frozenset(key for line in ends if (key := line_key(line)) and key not in stated),
        max(paragraphs, key=len, default=""),
    )


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
    written = dict[str, str]()
    for article in articles:
        written |= article.lines
        for line in article.lines:
            reports[line].add(article.report)
        for line in article.at_end:
            at_end[line].add(article.report)
    enough = max(_FEWEST, -(-len(articles) // _SHARE))
    return {
        line: len(its_own)
        for line, its_own in reports.items()
        if (len(its_own) >= enough or len(at_end[line]) >= _FEWEST) and not _says(written[line])
    }


def furniture_spans(text: str, furniture: Collection[str]) -> tuple[Span, ...]:
    """Return where the lines of furniture stand in a text, in order; neighbouring ones are one span."""
    lines = text.split("\n")
    around = _around_the_report(lines, furniture)
    spans, start = list[Span](), 0
    for at, line in enumerate(lines):
        if line.strip() and (at in around or line_key(line) in furniture):
            joins = spans and not text[spans[-1].end : start].strip()
            first = spans.pop().start if joins else start
            spans.append(Span(first, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return a text with spaces in place of some spans: what is left stands where it stood."""
    parts, done = list[str](), 0
    for it in spans:
        parts += [text[done : it.start], "".join(sign if sign == "\n" else " " for sign in text[it.start : it.end])]
        done = it.end
    return "".join([*parts, text[done:]])


def _around_the_report(lines: Sequence[str], furniture: Collection[str]) -> set[int]:
    """Return which lines of a whole page, saved as text, stand around its report; none of another text.

    What an outlet changes from page to page, as the headlines of other articles, comes again nowhere. But it stands
    between furniture, and a report is the longest stretch of sentences.
    """
    kinds = [_kind(line, furniture) for line in lines]
    if kinds.count("furniture") < max(_FEWEST, _PAGE * (len(kinds) - kinds.count("empty"))):
        return set()
    start, end = _longest_stretch(lines, kinds)
    title = None
    if kinds[start] == "prose":
        title = next((at for at in range(start - 1, -1, -1) if kinds[at] == "line" and label(lines[at]) is None), None)
    return {
        at
        for at, kind in enumerate(kinds)
        if kind == "line" and not start <= at < end and at != title and not _says(lines[at])
    }


def _kind(line: str, furniture: Collection[str]) -> str:
    if not line.strip():
        return "empty"
    if line_key(line) in furniture:
        return "furniture"
    return "prose" if len(line) >= _PROSE and is_closed(line) else "line"


def _longest_stretch(lines: Sequence[str], kinds: Sequence[str]) -> tuple[int, int]:
    """Return where the stretch with most prose begins and ends: little furniture stands in it, and none at its ends."""
    stretches = [(0, 0, 0)]
    start, end, written, between = 0, 0, 0, 0
    for at, kind in enumerate([*kinds, *["furniture"] * (_APART + 1)]):
        if kind == "furniture":
            between += 1
        elif kind != "empty":
            if between > _APART:
                stretches.append((written, start, end))
                start, written = at, 0
            end, between = at + 1, 0
            written += len(lines[at]) if kind == "prose" else 0
    stretches.append((written, start, end))
    _, start, end = max(stretches)
    return start, end


def _says(line: str) -> bool:
    """Return whether a line states when, by whom or for whom an article was written."""
    found = label(line)
    if is_agency(line.strip(" /()[]—–-")):
        return True
    return found is not None and found.kind in {"date line", "dated item", "byline", "source", "publisher"}
