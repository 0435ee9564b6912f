"""The map of a sample of an archive, and the places of other passages on it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np

from qa.archive.sample import Sample
from qa.archive.topic_map.grouping import group
from qa.archive.topic_map.labels import label
from qa.archive.topic_map.projection import Places, prepare, project
from qa.models.encoder.protocol import Vectors

MapStep = Literal["reading", "preparing", "placing", "grouping", "naming"]
"""What is done for a map, in this order."""
MAP_STEPS: tuple[MapStep, ...] = get_args(MapStep)

_NEAREST = 5
_SHARPNESS = 20.0
"""How much more the nearer of the nearest count: one that is .05 nearer by cosine, e times as much."""
_DENSE = 0.05
"""How far around a place passages make it dense, in widths of the map."""


@dataclass(frozen=True, slots=True)
class MapProgress:
    """How far the drawing of a map is."""

    step: MapStep
    share: float = 0.0
    """How much of the step is done, from 0 to 1; known of the placing alone."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A passage on the map; `x` and `y` are from 0 to 1."""

    passage_id: str
    x: float
    y: float
    topic: int
    """Its topic's place among the topics, from 0."""
    headline: str
    """What to call its article."""
    date: str | None
    """Its article's, as stated."""


@dataclass(frozen=True, slots=True)
class MapTopic:
    """Passages that mean alike and stand together; `x` and `y` are where they stand densest."""

    words: tuple[str, ...]
    """Two or three terms of one or two words that set it apart, the most telling first; fewer if it has no more."""
    x: float
    y: float
    size: int
    """How many points it has."""


@dataclass(frozen=True, slots=True)
class MapPlace:
    """Where a passage stands on the map, whether or not it is a point of it."""

    passage_id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class TopicMap:
    """What an archive is about: a sample of its passages, those near each other that mean alike, in topics."""

    revision: int
    """The state of the archive that it shows."""
    encoder_fingerprint: str
    """What its vectors were made with."""
    points: tuple[MapPoint, ...]
    topics: tuple[MapTopic, ...]
    """The largest first."""
    vectors: Vectors = field(repr=False, compare=False)
    """The points', in their order."""

    def place(self, vectors: Vectors) -> Places:
        """Return where vectors, shape (n, d), would stand, shape (n, 2): amid the nearest points, nearer to the nearer.

        They stand in the middle of a map without points.
        """
        if not self.points:
            return np.full((len(vectors), 2), 0.5)
        places = np.array([(point.x, point.y) for point in self.points])
        cosines = vectors @ self.vectors.T
        nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :_NEAREST]
        near = np.take_along_axis(cosines, nearest, axis=1).astype(np.float64)
        weights = np.exp(_SHARPNESS * (near - near[:, :1]))
        weights /= weights.sum(axis=1, keepdims=True)
        return np.asarray((places[nearest] * weights[:, :, None]).sum(axis=1))


def draw(sample: Sample, report: Callable[[MapProgress], None] = lambda _: None) -> TopicMap:
    """Compute the map of a sample, always the same one; 2,000 passages take seconds, in one thread.

    `report` gets each step after the reading when it begins, and how far the placing is.
    """
    report(MapProgress("preparing"))
    prepare()
    report(MapProgress("placing"))
    places = project(sample.vectors, lambda share: report(MapProgress("placing", share)))
    report(MapProgress("grouping"))
    topics = group(sample.vectors, places)
    report(MapProgress("naming"))
    words = label([it.passage.text for it in sample.passages], topics)
    points = tuple(
        MapPoint(it.passage.id, x, y, topic, it.article.name, it.article.date)
        for it, (x, y), topic in zip(sample.passages, places.tolist(), topics.tolist(), strict=True)
    )
    drawn = tuple(_topic(terms, places[topics == topic]) for topic, terms in enumerate(words))
    return TopicMap(sample.revision, sample.encoder_fingerprint, points, drawn, sample.vectors)


def _topic(words: tuple[str, ...], places: Places) -> MapTopic:
    apart = ((places[:, None] - places[None]) ** 2).sum(axis=2)
    x, y = places[np.exp(-apart / (2 * _DENSE**2)).sum(axis=1).argmax()].tolist()
    return MapTopic(words, x, y, len(places))
