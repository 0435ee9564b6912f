"""A projection keeps what is near near, is the same each time, and takes whatever vectors there are."""

import time

import numpy as np
import pytest

from qa.archive.topic_map.projection import project
from tests.archive.topic_map.clouds import clouds, nearest_of_same_cloud
from tests.index.dense.vectors import at_random


@pytest.mark.parametrize("each", [3, 20, 100])
def test_three_clouds_stay_apart(each: int) -> None:
    places = project(clouds(3, each))
    assert nearest_of_same_cloud(places, each) == 1.0


def test_the_map_fills_the_unit_square_on_one_axis_at_least() -> None:
    places = project(clouds(5, 30))
    sizes = places.max(axis=0) - places.min(axis=0)
    assert places.min() >= 0
    assert places.max() <= 1
    assert sizes.max() == pytest.approx(1)


def test_the_same_vectors_give_the_same_map() -> None:
    assert np.array_equal(project(at_random(150)), project(at_random(150)))


def test_a_vector_more_leaves_the_map_as_it_was() -> None:
    vectors = clouds(5, 30)
    before, after = project(vectors[:-1]), project(vectors)[:-1]
    moved = np.linalg.norm(before - after, axis=1)
    assert np.quantile(moved, 0.9) < 0.25  # turned over, it would move by half of the map


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 9, 10, 11, 40])
@pytest.mark.parametrize("kind", ["different", "identical", "of two kinds", "zero", "of one component"])
def test_any_vectors_have_their_places(count: int, kind: str) -> None:
    vectors = {
        "different": at_random(count),
        "identical": np.repeat(at_random(1), count, axis=0),
        "of two kinds": np.eye(2, 8, dtype=np.float32)[np.arange(count) % 2],
        "zero": np.zeros((count, 8), dtype=np.float32),
        "of one component": np.ones((count, 1), dtype=np.float32),
    }[kind]
    places = project(vectors)
    assert places.shape == (count, 2)
    assert np.all((places >= 0) & (places <= 1))


def test_identical_vectors_stand_in_the_middle() -> None:
    assert project(np.repeat(at_random(1), 12, axis=0)).tolist() == [[0.5, 0.5]] * 12


def test_one_thread_is_enough() -> None:
    """Two threads would take nearly twice the processor's time that passes."""
    vectors = at_random(800)
    project(vectors[:50])  # what is imported first takes its own time
    wall, processor = time.perf_counter(), time.process_time()
    project(vectors)
    assert time.process_time() - processor < 1.3 * (time.perf_counter() - wall)
