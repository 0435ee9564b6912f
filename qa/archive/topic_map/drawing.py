"""Draw the map once a revision, and know meanwhile how far that is."""

from collections.abc import Iterator
from contextlib import contextmanager

from qa.archive.per_revision import PerRevision
from qa.archive.sample import Sample, read_sample
from qa.archive.topic_map.topic_map import MapProgress, TopicMap, draw
from qa.index.index import Index, View

_ON_MAP = 2_000


class MapDrawing:
    """The map of an index; any number of threads may ask for it, and how far the drawing is."""

    def __init__(self) -> None:
        self._maps = PerRevision(self._read, self._drawn)
        self._progress: MapProgress | None = None

    @property
    def progress(self) -> MapProgress | None:
        """How far the drawing is; None while no map is drawn."""
        return self._progress

    def current(self, index: Index) -> TopicMap:
        """Return the map of the newest revision, drawn if need be.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        return self._maps.current_value(index)

    def is_drawn(self, index: Index) -> bool:
        """Return whether there is a map of the newest revision.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        return self._maps.is_computed(index)

    def _read(self, view: View) -> Sample:
        with self._drawing():
            self._report(MapProgress("reading"))
            return read_sample(view, most=_ON_MAP)

    def _drawn(self, sample: Sample) -> TopicMap:
        with self._drawing():
            return draw(sample, self._report)

    def _report(self, progress: MapProgress) -> None:
        self._progress = progress

    @contextmanager
    def _drawing(self) -> Iterator[None]:
        try:
            yield
        finally:
            self._progress = None
