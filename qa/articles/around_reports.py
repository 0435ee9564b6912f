"""Find the furniture in an article: its lines that outlets print, and on a whole page what else is no report."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from qa.articles.akin import AKIN, HARDLY_AKIN, share, stems
from qa.articles.blocks import is_closed
from qa.articles.labels import label
from qa.articles.names import is_address, is_section
from qa.articles.outlet_furniture import line_key, masked_key, says
from qa.records import Span

_FEWEST = 5
_PAGE = 0.3
"""From this number of lines of furniture, and this share of all, on, a text is a whole page."""
_PROSE = 60
"""Characters of a sentence of a report; shorter ones stand in teasers as well."""
_APART = 3
"""How many lines of furniture may stand between two paragraphs of one report. Of 173 news pages, with 70% of the lines
around the report taken for known furniture, .7% of its paragraphs of 40 characters and more are lost."""
_HEAD = 3
"""A headline, what stands above it and a standfirst; of more lines above a report, some are of other articles."""
_MOST_TITLE_WORDS = 12
"""A line of more words is a standfirst: the headline stands above it."""
_LOOKED_BACK = 30
"""How far above the report its headline is looked for."""


@dataclass(frozen=True, slots=True)
class _Page:
    lines: Sequence[str]
    kinds: Sequence[str]
    """One of "empty", "furniture", "changing" (furniture but for its numbers), "button", "said" (when and by whom),
    "prose" and "line"."""

    def is_parting(self, at: int) -> bool:
        """Return whether a line parts reports from teasers."""
        return self.kinds[at] in {"furniture", "button"}

    def is_whole(self) -> bool:
        """Return whether so much of a text is furniture that it is a whole page."""
        known = sum(it in {"furniture", "changing"} for it in self.kinds)
        lines = len(self.kinds) - self.kinds.count("empty") - self.kinds.count("said")
        return known >= _FEWEST and known + self.kinds.count("button") >= _PAGE * lines


def furniture_spans(text: str, furniture: Collection[str]) -> tuple[Span, ...]:
    """Return where the lines of furniture stand in a text, in order; neighbouring ones are one span."""
    if not furniture:
        return ()
    lines = text.split("\n")
    page = _with_own_headline(_Page(lines, [_kind(line, furniture) for line in lines]))
    left_out = {at for at, kind in enumerate(page.kinds) if kind == "furniture"} - _own_section(page)
    if page.is_whole():
        left_out |= {*_top(page), *(at for at, kind in enumerate(page.kinds) if kind == "changing")}
        kinds = ["furniture" if it == "changing" else it for it in page.kinds]
        left_out |= _around_the_report(_Page(lines, kinds))
    spans, start = list[Span](), 0
    for at, line in enumerate(lines):
        if at in left_out:
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


def _kind(line: str, furniture: Collection[str]) -> str:
    if not line.strip():
        return "empty"
    if line_key(line) in furniture:
        return "furniture"
    if masked_key(line) in furniture:
        return "changing"
    if len(line) >= _PROSE and is_closed(line):
        return "prose"
    if says(line):
        return "said"
    known = label(line)
    button = known and known.kind in {"page furniture", "links"} and not is_address(line.strip())
    return "button" if button else "line"


def _with_own_headline(page: _Page) -> _Page:
    """Return a page with its headline as none of the furniture, where other pages have it as a teaser."""
    prose = [at for at, kind in enumerate(page.kinds) if kind == "prose"]
    of_report = {stem for at in prose for stem in stems(page.lines[at])}
    akin = [at for at in range(prose[0] if prose else 0) if share(page.lines[at], of_report) >= AKIN]
    if not akin or page.kinds[akin[-1]] != "furniture" or any(page.kinds[at] == "line" for at in akin):
        return page
    return _Page(page.lines, [*page.kinds[: akin[-1]], "line", *page.kinds[akin[-1] + 1 :]])


def _top(page: _Page) -> Iterable[int]:
    """Return the lines above the first that is no furniture and no button: a headline then begins the text."""
    top = takewhile(lambda at: page.kinds[at] in {"empty", "furniture", "button"}, range(len(page.lines)))
    return (at for at in top if page.kinds[at] == "button")


def _own_section(page: _Page) -> set[int]:
    """Return the line with the article's section, where a menu has it too: it stands again, between menu and title."""
    first = next((at for at, kind in enumerate(page.kinds) if kind == "prose"), 0)
    seen, repeated, found = set[str](), False, None
    titles = 0
    for at in range(first):
        if page.kinds[at] == "furniture":
            key, before = line_key(page.lines[at]) or "", repeated
            repeated = key in seen
            seen.add(key)
            found = at if repeated and not before and is_section(page.lines[at].strip()) else None
            titles = 0
        elif page.kinds[at] == "line" and label(page.lines[at]) is None:
            titles += 1
    return {found} if found is not None and 0 < titles < _HEAD else set()


def _around_the_report(page: _Page) -> set[int]:
    """Return which lines of a whole page, saved as text, stand around its report.

    What an outlet changes from page to page, as the headlines of other articles, comes again nowhere. But it stands
    between furniture, and a report is the longest stretch of sentences, with a headline of its words.
    """
    stretch = _longest_stretch(page)
    prose = [at for at in stretch if page.kinds[at] == "prose"]
    if not prose:
        return set()
    kept = {*_head(page, stretch.start, prose), *range(prose[0], prose[-1]), *_tail(page, prose[-1] + 1, stretch.stop)}
    return {at for at, kind in enumerate(page.kinds) if kind == "line" and at not in kept}


def _longest_stretch(page: _Page) -> range:
    """Return the stretch with most prose: little furniture stands in it, and none at its ends."""
    stretches = [(0, 0, 0)]
    start, end, written, between = 0, 0, 0, 0
    for at, kind in enumerate([*page.kinds, *["furniture"] * (_APART + 1)]):
        if kind == "furniture":
            between += 1
        elif kind != "empty":
            if between > _APART:
                stretches.append((written, start, end))
                start, written = at, 0
            end, between = at + 1, 0
            written += len(page.lines[at]) if kind == "prose" else 0
    stretches.append((written, start, end))
    _, start, end = max(stretches)
    return range(start, end)


def _head(page: _Page, start: int, prose: Sequence[int]) -> Iterator[int]:
    """Yield the lines above the first sentence that are of the report: from its headline on.

    Of more lines than a head has, or of teasers with a heading of their own, its headline is the first that has words
    in common with the report; where none has, the nearest two stay.
    """
    above = [at for at in range(prose[0] - 1, -1, -1) if page.kinds[at] == "line" and not is_closed(page.lines[at])]
    above = [at for at in above[: _LOOKED_BACK * 2] if label(page.lines[at]) is None][:_LOOKED_BACK]
    near = [at for at in above if at >= start]
    if start == prose[0]:
        yield from above[:1]
    headline = _headline(page, near, {stem for at in prose for stem in stems(page.lines[at])})
    if len(near) > _HEAD or (headline is not None and _has_teasers(page, near[-1], headline)):
        start = near[1] if headline is None else headline
    yield from range(start, prose[0])


def _headline(page: _Page, near: Sequence[int], of_report: Collection[str]) -> int | None:
    """Return the first of the lines above a report, given from the nearest on, that has words in common with it."""
    shares = [share(page.lines[at], of_report) for at in near]
    for least in (AKIN, HARDLY_AKIN):
        if akin := [place for place, it in enumerate(shares) if it >= least]:
            first = akin[-1]
            while first + 1 < len(near) and shares[first + 1] >= HARDLY_AKIN:
                first += 1
            long = len(page.lines[near[first]].split()) > _MOST_TITLE_WORDS
            return near[min(first + long, len(near) - 1)]
    return None


def _has_teasers(page: _Page, first: int, headline: int) -> bool:
    """Return whether the first line above a report begins a list with a heading of an outlet's, and not its head."""
    length = next((at for at, kind in enumerate(page.kinds[first:headline]) if kind == "empty"), 0)
    return length > 1 and first > 0 and page.kinds[first - 1] in {"furniture", "button"}


def _tail(page: _Page, first: int, end: int) -> Iterator[int]:
    """Yield the lines below the last long sentence that are of the report.

    They are those up to the next furniture, and below it short sentences, but no headlines.
    """
    parted = False
    for of_outlet, stretch in groupby(range(first, end), page.is_parting):
        lines = [at for at in stretch if page.kinds[at] == "line"]
        if of_outlet:
            parted = True
        elif parted and 2 * sum(is_closed(page.lines[at]) for at in lines) <= len(lines):
            return
        else:
            yield from lines
