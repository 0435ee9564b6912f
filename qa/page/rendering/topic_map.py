"""Render the map of what an archive is about."""

from collections.abc import Iterator, Sequence
from html import escape

from qa.archive.topic_map.topic_map import MapPlace, MapPoint, MapTopic, TopicMap
from qa.page.address import Address, link
from qa.page.rendering.escaping import escaped
from qa.page.rendering.links import anchor
from qa.page.words.words import Words
from qa.retrieval.request import SearchRequest

_WIDTH, _HEIGHT, _MARGIN = 1000, 640, 40
_RADIUS, _RINGED = 3.2, 7
_LETTER, _LINE = 9.0, 24
"""How wide a letter of a label is, about, and how high a line."""


def topic_map(shown: TopicMap, ringed: Sequence[MapPlace], words: Words) -> str:
    """Return the map as HTML: a picture with a link on each point, and its topics as links beside it."""
    points = "\n".join(_point(it, "point", it.headline) for it in shown.points)
    rings = "\n".join(_point(it, "ringed", "") for it in ringed)
    labels = "\n".join(_labels(shown.topics))
    topics = "".join(f"<li>{_topic(it, words)}</li>" for it in shown.topics)
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    return f"""<figure><svg class="topic-map" {size} role="group" aria-label="{words.archive.map}">
{points}
{rings}
{labels}
</svg></figure><ul class="topics">{topics}</ul>"""


def _labels(topics: Sequence[MapTopic]) -> Iterator[str]:
    """Give the topics' words where they stand, the greatest first; one that would cover another is left to the list."""
    taken: list[tuple[float, float, float]] = []
    for it in sorted(topics, key=lambda it: -it.size):
        text = ", ".join(it.words[:3])
        half = len(text) * _LETTER / 2
        x, y = min(max(float(_x(it.x)), half), _WIDTH - half), float(_y(it.y))
        if all(abs(x - other) > half + width or abs(y - beside) > _LINE for other, beside, width in taken):
            taken.append((x, y, half))
            yield f'<text x="{x:.1f}" y="{y:.1f}">{escaped(text)}</text>'


def _topic(it: MapTopic, words: Words) -> str:
    """Return a link that asks for a topic's words."""
    said = f'{escaped(", ".join(it.words))} <span class="count">{words.locale.number(it.size)}</span>'
    return anchor(Address(SearchRequest(" ".join(it.words))), said, "example")


def _point(it: MapPoint | MapPlace, manner: str, said: str) -> str:
    """Return a point that opens its passage; by keyboard the topics are gone through, not thousands of points."""
    radius = _RINGED if manner == "ringed" else _RADIUS
    title = f"<title>{escaped(said)}</title>" if said else ""
    circle = f'<circle class="{manner}" cx="{_x(it.x)}" cy="{_y(it.y)}" r="{radius}">{title}</circle>'
    there = escape(link(Address(passage=it.passage_id, tab="archive")), quote=True)
    return f'<a data-opens="article" tabindex="-1" href="{there}">{circle}</a>'


def _x(share: float) -> str:
    return f"{_MARGIN + share * (_WIDTH - 2 * _MARGIN):.1f}"


def _y(share: float) -> str:
    return f"{_MARGIN + share * (_HEIGHT - 2 * _MARGIN):.1f}"
