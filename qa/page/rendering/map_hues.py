"""Choose the colours of topics on the map."""

from collections.abc import Sequence
from math import hypot

from qa.archive.topic_map.topic_map import MapTopic

HUES = 8


def choose_hues(topics: Sequence[MapTopic]) -> tuple[int, ...]:
    """Return the hue of each topic, from 0: all are used before one is used again, and then far from where it was."""
    chosen = list[int]()
    for it in topics:
        fewest = min(chosen.count(hue) for hue in range(HUES))
        free = [hue for hue in range(HUES) if chosen.count(hue) == fewest]
        chosen.append(
            max(free, key=lambda hue: _distance(it, [topics[at] for at, of in enumerate(chosen) if of == hue]))
        )
    return tuple(chosen)


def _distance(topic: MapTopic, others: Sequence[MapTopic]) -> float:
    return min((hypot(topic.x - it.x, topic.y - it.y) for it in others), default=0.0)
