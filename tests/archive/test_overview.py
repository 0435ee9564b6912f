"""What somebody sees who has just opened an archive: its map, and questions that it answers."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from tests.promises.engine.vague_encoder import VagueEncoder
from tests.support.hand_encoder import HandEncoder


def test_the_map_shows_every_passage_of_a_small_archive(archive: Archive) -> None:
    drawn = archive.map()
    assert drawn.revision == 1
    assert len(drawn.points) == 6
    assert {point.headline for point in drawn.points} == {"River marks the line", "Trade grows again", "Festival opens"}
    assert {point.date for point in drawn.points} == {None, "2021-03-03", "2020-05-04"}
    assert sum(topic.size for topic in drawn.topics) == 6


def test_the_map_is_drawn_once_and_the_same_wherever_the_index_is_opened(archive: Archive, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(lambda _number: archive.map(), range(4)))
    assert all(it is drawn[0] for it in drawn)
    assert Archive.open(tmp_path / "index", encoder=HandEncoder()).map() == drawn[0]


def test_the_map_follows_the_archive(archive: Archive, folder: Path) -> None:
    before = archive.map()
    (folder / "new.txt").write_text("Storm\n\nA storm sank the ferry.\n")
    archive.update([folder / "new.txt"])
    after = archive.map()
    assert (before.revision, after.revision) == (1, 2)
    assert len(after.points) == 7


def test_evidence_has_its_place_on_the_map_and_what_is_gone_has_none(archive: Archive) -> None:
    ids = [it.passage.id for it in archive.ask("Where does the border follow the river?").evidence]
    points = {point.passage_id: (point.x, point.y) for point in archive.map().points}
    places = archive.map_places([*ids, ids[0], "0123456789abcdef", "\udcff"])
    assert [place.passage_id for place in places] == ids
    assert all(points[place.passage_id] == (place.x, place.y) for place in places)


def test_a_copy_that_is_no_point_stands_where_the_other_does(archive: Archive, folder: Path) -> None:
    (folder / "again.txt").write_text((folder / "border.txt").read_text())
    archive.update([folder / "again.txt"])
    drawn = archive.map()
    known = {point.passage_id: (point.x, point.y) for point in drawn.points}
    pairs = zip(archive.passages("border.txt"), archive.passages("again.txt"), strict=True)
    for first, second in pairs:
        assert (first.id in known) != (second.id in known)
        one, other = archive.map_places([first.id, second.id])
        assert abs(one.x - other.x) + abs(one.y - other.y) < 0.35


def test_an_index_that_was_encoded_again_has_a_map_and_places_of_its_own(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    before = archive.map()
    (folder / "again.txt").write_text((folder / "border.txt").read_text())
    Archive.build(folder, tmp_path / "index", encoder=VagueEncoder())
    ids = [passage.id for file in ("border.txt", "again.txt") for passage in archive.passages(file)]
    assert [place.passage_id for place in archive.map_places(ids)] == ids
    assert archive.map().encoder_fingerprint != before.encoder_fingerprint


def test_an_archive_without_passages_has_an_empty_map_and_no_questions(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "furniture.txt").write_text("---\ntitle: Storm ahead\n---\n\nAll news\n")
    archive = Archive.build(tmp_path / "articles", tmp_path / "index", encoder=HandEncoder())
    drawn = archive.map()
    assert (drawn.points, drawn.topics) == ((), ())
    assert archive.map_places(["0123456789abcdef"]) == ()
    assert archive.example_questions() == ()


def test_example_questions_are_answered(folder: Path, tmp_path: Path) -> None:
    for at, name in enumerate(("Portville", "Portville harbour")):
        due = f"The trade fair in {name} is due to open on {at + 3} May 2021."
        (folder / f"works{at}.txt").write_text(f"Works {at}\n\n{due}\n\nCrowds came to Portville.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    questions = archive.example_questions()
    assert questions
    for question in questions:
        assert archive.ask(question).verdict == "answered"
    assert archive.example_questions() == questions
    assert archive.example_questions(1) == questions[:1]


@pytest.mark.parametrize(("count", "language"), [(4, "fr"), (4, ""), (0, "en"), (-1, "en")])
def test_no_questions_are_no_mistake(archive: Archive, count: int, language: str) -> None:
    assert archive.example_questions(count, language) == ()


@pytest.mark.model
def test_the_map_of_the_seeds_tells_their_articles_apart_in_words_of_theirs(seeds_archive: Archive) -> None:
    drawn = seeds_archive.map()
    assert len(drawn.topics) == 4
    words = {word for topic in drawn.topics for term in topic.words for word in term.split()}
    assert {"Tokayev", "Nurtleu"} <= words
    evidence = seeds_archive.ask("When will Tokayev make a state visit to Russia?").evidence
    (place,) = seeds_archive.map_places([evidence[0].passage.id])
    nearest = min(drawn.topics, key=lambda topic: (topic.x - place.x) ** 2 + (topic.y - place.y) ** 2)
    assert "Tokayev" in nearest.words


@pytest.mark.model
def test_the_seeds_have_example_questions_that_they_answer(seeds_archive: Archive) -> None:
    questions = seeds_archive.example_questions()
    assert "When is President Tokayev scheduled to make a state visit to Russia?" in questions
    assert len(questions) >= 3
    assert {seeds_archive.ask(question).verdict for question in questions} == {"answered"}
    assert seeds_archive.example_questions(language="ru") == ()
