"""An overview of an archive: its map, and questions that it answers. Both are computed once a revision."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np

from qa.archive.example_questions.checking import Ask, ExampleQuestions
from qa.archive.example_questions.choosing import LANGUAGES, candidates
from qa.archive.per_revision import PerRevision
from qa.archive.sample import Sample, read_sample
from qa.archive.topic_map.topic_map import MapPlace, TopicMap, draw
from qa.articles.plain_text import is_text
from qa.index.index import Index, View
from qa.index.store.passages import passage_row_of, read_passages

_ON_MAP = 2_000
_QUESTIONED = 1_000
"""The most passages in which questions are looked for."""


class Overview:
    """What a newcomer to an archive sees; any number of threads may ask for it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._map = PerRevision(partial(read_sample, most=_ON_MAP), draw)
        self._questions = PerRevision(partial(read_sample, most=_QUESTIONED), _by_language)

    def map(self) -> TopicMap:
        """Return the map of the newest revision."""
        return self._map.newest(self._index)

    def places(self, passage_ids: Iterable[str]) -> tuple[MapPlace, ...]:
        """Return where passages stand on the map; those that the archive does not hold are left out."""
        wanted = list(dict.fromkeys(passage_ids))
        while True:
            drawn = self.map()
            with self._index.view() as view:
                if view.snapshot.state.encoder_fingerprint == drawn.encoder_fingerprint:
                    return _places(view, drawn, wanted)

    def example_questions(self, count: int, language: str, ask: Ask) -> tuple[str, ...]:
        """Return questions that the newest revision answers when asked."""
        questions = self._questions.newest(self._index).get(language)
        return questions.first(count, ask) if questions else ()


def _by_language(sample: Sample) -> Mapping[str, ExampleQuestions]:
    return {language: ExampleQuestions(candidates(sample, language)) for language in LANGUAGES}


def _places(view: View, drawn: TopicMap, passage_ids: Sequence[str]) -> tuple[MapPlace, ...]:
    known = {point.passage_id: MapPlace(point.passage_id, point.x, point.y) for point in drawn.points}
    others = [it for it in passage_ids if it not in known and is_text(it)]
    rows = {it: row for it in others if (row := passage_row_of(view.connection, it)) is not None}
    if rows:
        stored = read_passages(view.connection, list(rows.values()))
        places = drawn.place(np.stack([stored[row].vector for row in rows.values()])).tolist()
        known |= {it: MapPlace(it, x, y) for it, (x, y) in zip(rows, places, strict=True)}
    return tuple(known[it] for it in passage_ids if it in known)
