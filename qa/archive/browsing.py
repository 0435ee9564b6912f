"""Browse an archive without asking: its articles, its passages, its map."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from qa.archive.article_list import (
    ArticleList,
    Titles,
    TitlesPerRevision,
    check_list_request,
    list_articles,
    read_names,
)
from qa.archive.holdings import Holdings, count_holdings
from qa.archive.per_revision import PerRevision
from qa.archive.topic_map.drawing import MapDrawing
from qa.archive.topic_map.topic_map import MapPlace, MapProgress, TopicMap
from qa.articles.plain_text import check_text, is_text
from qa.build.status import FolderLook, FolderStatus, IndexStatus, folder_of_state, index_status
from qa.errors import ArticleNotInArchive, PassageNotInArchive, quoted
from qa.index.index import Index, View
from qa.index.store.articles import article_row_of, read_articles
from qa.index.store.passages import StoredPassage, passage_row_of, passage_rows_of, read_passages
from qa.records import Article, Copy, Passage
from qa.retrieval.versions import passage_alike
from qa.settings import Settings


class Browsable:
    """An index opened for browsing; any number of threads may browse at once."""

    def __init__(self, index: Index, settings: Settings) -> None:
        self._index, self._settings = index, settings
        self._holdings = PerRevision(count_holdings, lambda held: held)
        self._titles: TitlesPerRevision = PerRevision(read_names, Titles.of)
        self._map = MapDrawing()
        self._folder_look = FolderLook(index, settings)

    @property
    def settings(self) -> Settings:
        """The limits that the archive was opened with."""
        return self._settings

    @property
    def folder(self) -> Path:
        """The folder of articles that the index follows.

        Raises:
            FolderMissing: it follows none.
        """
        return folder_of_state(self._index.folder, self._index.state())

    def status(self) -> IndexStatus:
        """Return what the archive holds now, and of which revision."""
        return index_status(self._index)

    def folder_status(self) -> FolderStatus:
        """Return whether the folder of articles is ahead of the index; every file is read, but not again at once."""
        return self._folder_look.now()

    def contents(
        self,
        *,
        order: str = "newest",
        limit: int = 50,
        offset: int = 0,
        outlet: str | None = None,
        month: str | None = None,
        title: str | None = None,
    ) -> ArticleList:
        """List the articles, a page of them: those of an outlet, of a month, with some words in their titles.

        An outlet "" asks for the articles that state none. A month is "2022-12", or a whole year "2022", or "undated"
        for those without a full date. A word in a title may be its beginning alone. `order` is "newest", "oldest",
        "title", "outlet" or "passages"; the undated stand last in both orders of date.

        Raises:
            QuestionError: a number or a filter cannot be used; the message says which.
            ArchiveIndexError: the index is gone or damaged.
        """
        request = check_list_request(order, limit, offset, outlet, month, title, self._settings)
        with self._index.view() as view:
            return list_articles(view, request, self._titles)

    def holdings(self) -> Holdings:
        """Count the articles of each month and of each outlet."""
        return self._holdings.current_value(self._index)

    def article(self, file: str) -> Article:
        """Return the article of a file.

        Raises:
            NotInArchive: there is none.
            TypeError: the name is no text.
        """
        with self._index.view() as view:
            row = _article_row(view, file)
            return read_articles(view.connection, [row])[row]

    def versions(self, file: str) -> tuple[Article, ...]:
        """Return the versions of the article of a file, itself among them, the newest first: it answers for all.

        Raises:
            NotInArchive: there is no article of that file.
        """
        with self._index.view() as view:
            known = view.snapshot.catalogue.versions
            newest = known.newest(_article_row(view, file))
            rows = [newest, *known.before(newest)]
            found = read_articles(view.connection, rows)
            return tuple(found[row] for row in rows)

    def replacement(self, passage_id: str) -> Copy | None:
        """Return what stands in place of a passage in the newest version of its article; None where nothing does.

        Raises:
            NotInArchive: there is no such passage.
        """
        with self._index.view() as view:
            stored = _stored_passage(view, passage_id)
            newest = view.snapshot.catalogue.versions.newest(stored.article_row)
            return None if newest == stored.article_row else passage_alike(view, stored, newest)

    def passages(self, file: str) -> tuple[Passage, ...]:
        """Return an article's passages in reading order.

        Raises:
            NotInArchive: there is no article of that file.
        """
        with self._index.view() as view:
            _article_row(view, file)
            rows = passage_rows_of(view.connection, file)
            stored = read_passages(view.connection, rows)
            return tuple(stored[row].passage for row in rows)

    def passage(self, passage_id: str) -> Copy:
        """Return a passage by its id, with its article.

        Raises:
            NotInArchive: there is none; its article may have been changed or removed.
        """
        with self._index.view() as view:
            stored = _stored_passage(view, passage_id)
            return Copy(read_articles(view.connection, [stored.article_row])[stored.article_row], stored.passage)

    def map(self) -> TopicMap:
        """Return a map of what the archive is about: up to 2,000 of its passages on a plane, in topics.

        The first time in each revision takes some seconds; questions go on meanwhile.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        return self._map.current(self._index)

    def map_is_drawn(self) -> bool:
        """Return whether `map` has a map of this revision ready.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        return self._map.is_drawn(self._index)

    def map_progress(self) -> MapProgress | None:
        """Return how far a map is that some thread draws now; None where none does."""
        return self._map.progress

    def map_places(self, passage_ids: Iterable[str]) -> tuple[MapPlace, ...]:
        """Return where passages stand on the map, whether or not they are points of it; it is computed if need be.

        Passages that are not in the archive are left out.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        if isinstance(passage_ids, str):
            raise TypeError(f"passage_ids must be several: write map_places([{quoted(passage_ids)}])")
        wanted = list(dict.fromkeys(passage_ids))
        for passage_id in wanted:
            check_text("passage_id", passage_id)
        while True:
            drawn = self.map()
            with self._index.view() as view:
                if view.snapshot.state.encoder_fingerprint == drawn.encoder_fingerprint:
                    return _places(view, drawn, wanted)


def _article_row(view: View, file: str) -> int:
    check_text("file", file)
    row = article_row_of(view.connection, file) if is_text(file) else None
    if row is None:
        raise ArticleNotInArchive(file)
    return row


def _stored_passage(view: View, passage_id: str) -> StoredPassage:
    check_text("passage_id", passage_id)
    row = passage_row_of(view.connection, passage_id) if is_text(passage_id) else None
    if row is None:
        raise PassageNotInArchive
    return read_passages(view.connection, [row])[row]


def _places(view: View, drawn: TopicMap, passage_ids: Sequence[str]) -> tuple[MapPlace, ...]:
    known = {point.passage_id: MapPlace(point.passage_id, point.x, point.y) for point in drawn.points}
    others = [it for it in passage_ids if it not in known and is_text(it)]
    rows = {it: row for it in others if (row := passage_row_of(view.connection, it)) is not None}
    if rows:
        stored = read_passages(view.connection, list(rows.values()))
        places = drawn.place(np.stack([stored[row].vector for row in rows.values()])).tolist()
        known |= {it: MapPlace(it, x, y) for it, (x, y) in zip(rows, places, strict=True)}
    return tuple(known[it] for it in passage_ids if it in known)
