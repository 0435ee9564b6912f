"""The map of a sample: its points, its topics, and where other vectors stand."""

import numpy as np
import pytest

from qa.archive.sample import Sample, SampledPassage
from qa.archive.topic_map.topic_map import TopicMap, draw
from qa.models.encoder.protocol import Vectors
from qa.records import Article, Passage
from tests.archive.topic_map.clouds import clouds

WORDS = ("storm", "music", "wheat", "chess")


def sample_of(vectors: Vectors, each: int = 11) -> Sample:
    passages = []
    for at in range(len(vectors)):
        text = f"Much {WORDS[at // each % len(WORDS)]} was seen."
        article = Article(f"{at}.txt", text, f"Headline {at}", date="2021-03-05" if at % 2 else None)
        passages.append(SampledPassage(Passage(f"{at:016}", text, 0, len(text), 1, None), (), article))
    return Sample(7, "hand-1", tuple(passages), vectors)


@pytest.fixture(scope="module")
def drawn() -> TopicMap:
    return draw(sample_of(clouds(4, 11)))


def test_every_passage_is_a_point_with_its_headline_and_date(drawn: TopicMap) -> None:
    assert [point.passage_id for point in drawn.points] == [f"{at:016}" for at in range(44)]
    assert (drawn.points[3].headline, drawn.points[3].date) == ("Headline 3", "2021-03-05")
    assert drawn.points[4].date is None
    assert drawn.revision == 7
    assert all(0 <= value <= 1 for point in drawn.points for value in (point.x, point.y))


def test_topics_have_their_words_and_stand_amid_their_points(drawn: TopicMap) -> None:
    assert sorted(topic.words[0] for topic in drawn.topics) == sorted(WORDS)
    for at, topic in enumerate(drawn.topics):
        own = [point for point in drawn.points if point.topic == at]
        assert topic.size == len(own) == 11
        assert (topic.x, topic.y) in [(point.x, point.y) for point in own]


def test_the_same_sample_gives_the_same_map(drawn: TopicMap) -> None:
    assert draw(sample_of(clouds(4, 11))) == drawn


def test_a_point_is_placed_where_it_stands_and_others_amid_those_they_are_near_to(drawn: TopicMap) -> None:
    places = np.array([(point.x, point.y) for point in drawn.points])
    placed = drawn.place(drawn.vectors)
    assert np.linalg.norm(placed - places, axis=1).max() < 0.15
    others = drawn.place(clouds(4, 25)[::25])
    for at, place in enumerate(others):
        nearest = np.linalg.norm(places - place, axis=1).argmin()
        assert nearest // 11 == at


def test_no_vectors_have_no_places(drawn: TopicMap) -> None:
    assert drawn.place(np.empty((0, 64), dtype=np.float32)).shape == (0, 2)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5])
def test_a_tiny_archive_has_a_map(count: int) -> None:
    drawn = draw(sample_of(clouds(1, max(count, 1))[:count]))
    assert len(drawn.points) == count
    assert len(drawn.topics) == (1 if count else 0)
    assert np.all((drawn.place(clouds(1, 3)) >= 0) & (drawn.place(clouds(1, 3)) <= 1))
