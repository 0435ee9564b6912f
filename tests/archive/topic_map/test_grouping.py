"""Topics are what means alike; there are more in larger archives, and none is empty."""

import numpy as np
import pytest

from qa.archive.topic_map.grouping import group, topic_count
from qa.archive.topic_map.projection import project
from tests.archive.topic_map.clouds import clouds
from tests.index.dense.vectors import at_random


def test_clouds_are_topics() -> None:
    vectors = clouds(4, 11)
    topics = group(vectors, project(vectors))
    assert topic_count(44) == 4
    assert [len(set(topics[first : first + 11].tolist())) for first in range(0, 44, 11)] == [1] * 4
    assert len(set(topics.tolist())) == 4


def test_larger_archives_have_more_topics_sixteen_at_most() -> None:
    counts = [topic_count(passages) for passages in range(5_000)]
    assert counts == sorted(counts)
    assert (counts[0], counts[3], counts[-1]) == (1, 1, 16)
    assert topic_count(2_000) == 16


def test_topics_are_numbered_from_the_largest_without_a_gap() -> None:
    vectors = at_random(200)
    sizes = np.bincount(group(vectors, project(vectors))).tolist()
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] > 0
    assert len(sizes) == topic_count(200)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 12, 50])
def test_identical_vectors_are_one_topic(count: int) -> None:
    vectors = np.ones((count, 8), dtype=np.float32)
    assert group(vectors, project(vectors)).tolist() == [0] * count


def test_as_many_topics_as_there_are_different_vectors_at_most() -> None:
    vectors = np.eye(3, 8, dtype=np.float32)[np.arange(60) % 3]
    topics = group(vectors, project(vectors))
    assert topics.tolist() == [0, 1, 2] * 20


def test_the_same_vectors_give_the_same_topics() -> None:
    vectors = at_random(150)
    places = project(vectors)
    assert np.array_equal(group(vectors, places), group(vectors, places))
