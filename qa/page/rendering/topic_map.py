"""Render the map of what an archive is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.archive.topic_map.topic_map import MapPlace, MapPoint, MapTopic, TopicMap
from qa.page.address import Address, link
from qa.page.rendering.escaping import Html, escaped_address
from qa.page.rendering.links import anchor
from qa.page.rendering.map_hues import choose_hues
from qa.page.rendering.map_labels import Spot, place_labels
from qa.page.words.words import Words
from qa.records import SearchRequest

_WIDTH, _HEIGHT, _MARGIN = 860, 440, 24
_RING = "oo"
"""What takes as much room as a ring."""
_LABELLED = 2
"""How many of a topic's words stand on the map; all stand beside it."""


@dataclass(frozen=True, slots=True)
class Ringed:
    """A passage that the last question found."""

    place: MapPlace
    headline: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the plane that has points, which fills the picture."""

    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def around(cls, points: Sequence[MapPoint]) -> "_Frame":
        """Return the frame of some points."""
        xs, ys = [it.x for it in points] or [0.5], [it.y for it in points] or [0.5]
        return cls(min(xs), max(xs), min(ys), max(ys))

    def x(self, place: MapPoint | MapPlace | MapTopic) -> float:
        """Return where a place is from the left of the picture."""
        return _MARGIN + _share(place.x, self.left, self.right) * (_WIDTH - 2 * _MARGIN)

    def y(self, place: MapPoint | MapPlace | MapTopic) -> float:
        """Return where a place is from the top of the picture."""
        return _MARGIN + _share(place.y, self.top, self.bottom) * (_HEIGHT - 2 * _MARGIN)

    def dot(self, place: MapPoint | MapPlace) -> str:
        """Return a line without length, as thick as its style says whatever the size of the picture."""
        return f"M{self.x(place):.1f} {self.y(place):.1f}h0"


def topic_map(shown: TopicMap, ringed: Sequence[Ringed], words: Words) -> Html:
    """Return the map as HTML: a picture with a link on each point, and its topics as links beside it."""
    hues, frame = choose_hues(shown.topics), _Frame.around(shown.points)
    groups = Html("\n").join(_group(at, hues[at], shown, frame) for at in range(len(shown.topics)))
    rings = Html("\n").join(_ring(it, frame) for it in ringed)
    labels = Html("\n").join(_labels(shown, ringed, frame))
    topics = Html("\n").join(_topic(at, hues[at], it, words) for at, it in enumerate(shown.topics))
    return Html("""<div class="map"><figure tabindex="-1" aria-label="{}" data-drawn>
<svg class="topic-map" viewBox="0 0 {} {}" preserveAspectRatio="none">
{}
{}
{}
</svg></figure><ul class="topics">
{}
</ul></div>""").format(words.archive.map, _WIDTH, _HEIGHT, groups, rings, labels, topics)


def _group(topic: int, hue: int, shown: TopicMap, frame: _Frame) -> Html:
    points = Html("\n").join(_point(it, frame) for it in shown.points if it.topic == topic)
    return Html('<g class="hue-{}" data-topic="{}">{}</g>').format(hue, topic, points)


def _point(it: MapPoint, frame: _Frame) -> Html:
    dot = Html('<path class="point" d="{}"><title>{}</title></path>').format(frame.dot(it), it.headline)
    return _opening(it.passage_id, dot)


def _ring(it: Ringed, frame: _Frame) -> Html:
    dots = Html('<path class="ring" d="{0}"/><path class="hole" d="{0}"/><path class="heart" d="{0}"/>')
    return _opening(
        it.place.passage_id, dots.format(frame.dot(it.place)) + Html("<title>{}</title>").format(it.headline)
    )


def _opening(passage: str, inside: Html) -> Html:
    """Return a link to a passage; by keyboard the topics are gone through, not thousands of points."""
    there = escaped_address(link(Address(passage=passage, tab="archive")))
    return Html('<a data-opens="article" tabindex="-1" href="{}">{}</a>').format(there, inside)


def _labels(shown: TopicMap, ringed: Sequence[Ringed], frame: _Frame) -> Iterator[Html]:
    rings = [Spot(_RING, frame.x(it.place), frame.y(it.place)) for it in ringed]
    wanted = [Spot(", ".join(it.words[:_LABELLED]), frame.x(it), frame.y(it)) for it in shown.topics]
    dots = [(frame.x(it), frame.y(it)) for it in shown.points]
    for it in place_labels(wanted, rings, dots, _WIDTH, _HEIGHT):
        yield Html('<text x="{:.1f}" y="{:.1f}">{}</text>').format(it.x, it.y, it.text)


def _topic(at: int, hue: int, it: MapTopic, words: Words) -> Html:
    """Return a link that asks for a topic's words, with its colour and how many points it has."""
    named, number = ", ".join(it.words), words.locale.number(it.size)
    inside = Html(
        '<span class="swatch hue-{}"></span><span class="choice" dir="auto">{}</span> '
        '<span class="count" aria-hidden="true">{}</span><span class="unseen">, {}</span>'
    ).format(hue, named, number, words.locale.counted(it.size, words.passages))
    return Html('<li data-lights="{}" title="{}">{}</li>').format(
        at, named, anchor(Address(SearchRequest(" ".join(it.words))), inside)
    )


def _share(value: float, least: float, most: float) -> float:
    return (value - least) / (most - least) if most > least else 0.5
