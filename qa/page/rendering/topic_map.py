"""Render the map of what an archive is about."""

from collections.abc import Iterator, Sequence

from qa.archive.topic_map.topic_map import MapPlace, MapPoint, MapTopic, TopicMap
from qa.page.address import Address, link
from qa.page.rendering.escaping import Html, escaped_address
from qa.page.rendering.links import anchor
from qa.page.words.words import Words
from qa.records import SearchRequest

_WIDTH, _HEIGHT, _MARGIN = 1000, 640, 40
_RADIUS, _RINGED = 3.2, 7
_LETTER, _LINE = 9.0, 24
"""How wide a letter of a label is, about, and how high a line."""


def topic_map(shown: TopicMap, ringed: Sequence[MapPlace], words: Words) -> Html:
    """Return the map as HTML: a picture with a link on each point, and its topics as links beside it."""
    points = Html("\n").join(_point(it, "point", it.headline) for it in shown.points)
    rings = Html("\n").join(_point(it, "ringed", "") for it in ringed)
    labels = Html("\n").join(_labels(shown.topics))
    topics = Html().join(Html("<li>{}</li>").format(_topic(it, words)) for it in shown.topics)
    return Html("""<figure><svg class="topic-map" viewBox="0 0 {} {}" role="group" aria-label="{}">
{}
{}
{}
</svg></figure><ul class="topics">{}</ul>""").format(_WIDTH, _HEIGHT, words.archive.map, points, rings, labels, topics)


def _labels(topics: Sequence[MapTopic]) -> Iterator[Html]:
    """Yield the topics' words where they stand, the greatest first, without those that would cover another's."""
    placed: list[tuple[float, float, float]] = []
    for it in sorted(topics, key=lambda it: -it.size):
        text = ", ".join(it.words[:3])
        half = len(text) * _LETTER / 2
        x, y = min(max(float(_x(it.x)), half), _WIDTH - half), float(_y(it.y))
        if all(abs(x - other) > half + width or abs(y - beside) > _LINE for other, beside, width in placed):
            placed.append((x, y, half))
            yield Html('<text x="{:.1f}" y="{:.1f}">{}</text>').format(x, y, text)


def _topic(it: MapTopic, words: Words) -> Html:
    """Return a link that asks for a topic's words."""
    text = Html('{} <span class="count">{}</span>').format(", ".join(it.words), words.locale.number(it.size))
    return anchor(Address(SearchRequest(" ".join(it.words))), text, "example")


def _point(it: MapPoint | MapPlace, style: str, title: str) -> Html:
    """Return a point that opens its passage; by keyboard the topics are gone through, not thousands of points."""
    radius = _RINGED if style == "ringed" else _RADIUS
    inside = Html("<title>{}</title>").format(title) if title else ""
    there = escaped_address(link(Address(passage=it.passage_id, tab="archive")))
    return Html(
        '<a data-opens="article" tabindex="-1" href="{}"><circle class="{}" cx="{}" cy="{}" r="{}">{}</circle></a>'
    ).format(there, style, _x(it.x), _y(it.y), radius, inside)


def _x(share: float) -> str:
    return f"{_MARGIN + share * (_WIDTH - 2 * _MARGIN):.1f}"


def _y(share: float) -> str:
    return f"{_MARGIN + share * (_HEIGHT - 2 * _MARGIN):.1f}"
