"""The map is drawn once a revision, and how far it is can be asked meanwhile."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.archive.sample import Sample, read_sample
from qa.archive.topic_map import drawing as drawing_module
from qa.archive.topic_map.drawing import MapDrawing
from qa.archive.topic_map.projection import project
from qa.archive.topic_map.topic_map import MAP_STEPS, MapProgress, draw
from qa.errors import ArchiveIndexError
from qa.index.index import Index, View
from tests.archive.topic_map.clouds import clouds
from tests.archive.topic_map.test_topic_map import sample_of


def test_each_step_is_reported_when_it_begins() -> None:
    reported = list[MapProgress]()
    draw(sample_of(clouds(4, 11)), reported.append)
    assert tuple(dict.fromkeys(it.step for it in reported)) == MAP_STEPS[1:], "the reading comes before"
    assert {it.share for it in reported if it.step != "placing"} == {0.0}


def test_the_placing_is_reported_round_by_round() -> None:
    shares = list[float]()
    places = project(clouds(4, 11), shares.append)
    assert shares == sorted(shares)
    assert len(set(shares)) > 100
    assert 0.7 < shares[-1] <= 1.0
    assert (places == project(clouds(4, 11))).all(), "to watch changes nothing"


def test_a_map_is_drawn_where_it_was_asked_for_and_not_again_until_something_was_built(
    archive: Archive, folder: Path
) -> None:
    assert not archive.map_is_drawn()
    drawn = archive.map()
    assert archive.map_is_drawn()
    assert archive.map() is drawn
    (folder / "music.txt").unlink()
    archive.update([folder / "music.txt"])
    assert not archive.map_is_drawn()


def test_how_far_it_is_can_be_asked_while_it_is_drawn_and_no_more_after(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, seen = MapDrawing(), list[MapProgress | None]()

    def reading(view: View, most: int) -> Sample:
        seen.append(drawing.progress)
        return read_sample(view, most)

    monkeypatch.setattr(drawing_module, "read_sample", reading)
    drawing.current(Index(tmp_path / "index"))
    assert seen == [MapProgress("reading")]
    assert drawing.progress is None
    assert archive.map_progress() is None


def test_a_drawing_that_failed_is_under_way_no_more(archive: Archive, tmp_path: Path) -> None:
    drawing = MapDrawing()
    archive.close()
    with pytest.raises(ArchiveIndexError):
        drawing.current(Index(tmp_path / "nowhere"))
    assert drawing.progress is None
