"""The map comes when it is drawn, and until then how far it is."""

from pathlib import Path
from threading import Event

import pytest

from qa.archive.archive import Archive
from qa.archive.topic_map.topic_map import MapProgress, TopicMap
from qa.page.archive_tab import map_shown
from qa.page.words.english import ENGLISH
from qa.page.words.kazakh import KAZAKH
from qa.page.words.words import Words
from qa.page.work_queue import WorkQueue
from qa.records import SearchRequest
from tests.support.own_loop import run

WAIT = 60
"""Seconds, at most, for what should take none."""


def shown(archive: Archive, search: SearchRequest | None = None, words: Words = ENGLISH) -> list[str]:
    async def every() -> list[str]:
        return [it async for it in map_shown(archive, search, words, WorkQueue())]

    return run(every())


def test_a_map_that_is_drawn_comes_at_once_with_what_a_search_found_ringed(archive: Archive) -> None:
    archive.map()
    (drawn,) = shown(archive, SearchRequest("border"))
    assert drawn.count('class="point"') == archive.status().passages
    assert 'class="ring"' in drawn
    assert 'class="ring"' not in shown(archive)[-1]


def test_while_it_is_drawn_it_is_said_how_far_it_is(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    watched, draw = Event(), archive.map

    def drawn_when_watched() -> TopicMap:
        assert watched.wait(WAIT)
        return draw()

    def watch() -> MapProgress:
        watched.set()
        return MapProgress("placing", 0.5)

    monkeypatch.setattr(archive, "map", drawn_when_watched)
    monkeypatch.setattr(archive, "map_progress", watch)
    first, *_, last = shown(archive, words=KAZAKH)
    assert 'role="progressbar"' in first
    assert KAZAKH.archive.map_steps["placing"] in first
    assert 'class="topic-map"' in last


def test_where_it_cannot_be_drawn_it_is_said_why(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "index" / "archive.sqlite").unlink()
    *_, last = shown(archive)
    assert ENGLISH.messages.archive in last
    assert "topic-map" not in last
