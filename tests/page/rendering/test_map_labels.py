"""Labels on the map stand where they belong, as far as there is room."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.page.rendering.map_labels import Spot, place_labels

WIDTH, HEIGHT = 860, 440
SPOTS = st.lists(
    st.builds(Spot, st.text("abcdé, жя日本", min_size=1, max_size=40), st.floats(0, WIDTH), st.floats(0, HEIGHT)),
    max_size=20,
)


@given(SPOTS)
def test_no_label_stands_on_another_or_reaches_out_of_the_map(wanted: list[Spot]) -> None:
    placed = place_labels(wanted, (), (), WIDTH, HEIGHT)
    assert not any(one.touches(other) for one, other in combinations(placed, 2))
    assert all(it.half <= it.x <= WIDTH - it.half + 1e-9 and 0 <= it.y <= HEIGHT for it in placed)


def test_a_label_with_room_stands_where_it_belongs_and_the_next_one_steps_aside() -> None:
    first, second = Spot("trade, growth", 400, 200), Spot("music", 410, 205)
    placed = place_labels([first, second], (), (), WIDTH, HEIGHT)
    assert placed[0] == first
    assert (placed[1].text, abs(placed[1].y - second.y) <= 30) == ("music", True)


def test_a_label_stays_off_a_mark_if_it_can() -> None:
    wanted, mark = Spot("trade, growth", 400, 200), Spot("o", 400, 200)
    (placed,) = place_labels([wanted], [mark], (), WIDTH, HEIGHT)
    assert not placed.touches(mark)
    crowded = [Spot("o" * 100, 400, y) for y in range(0, HEIGHT, 20)]
    assert len(place_labels([wanted], crowded, (), WIDTH, HEIGHT)) == 1


def covered(label: Spot, dots: list[tuple[float, float]]) -> int:
    return sum(abs(x - label.x) < label.half and abs(y - label.y) < 9 for x, y in dots)


@pytest.mark.parametrize("beside", [-70, -35, 35, 70])
def test_a_label_stands_on_no_dot_where_there_is_room_beside_them(beside: int) -> None:
    wanted = Spot("trade, growth", 400, 200)
    cloud = [(float(x), float(y)) for x in range(300, 500, 9) for y in range(170, 230, 9)]
    stripe = [(x, y) for x, y in cloud if abs(y - 200 - beside) > 16]
    (placed,) = place_labels([wanted], (), stripe, WIDTH, HEIGHT)
    assert covered(placed, stripe) == 0


def test_a_label_in_a_crowd_stands_on_as_few_dots_as_it_can() -> None:
    wanted = Spot("trade, growth", 400, 200)
    crowd = [(float(x), float(y)) for x in range(0, WIDTH, 6) for y in range(0, HEIGHT, 6)]
    thin = [(x, y) for x, y in crowd if not (300 < x < 520 and 215 < y < 245 and (x + y) % 4)]
    (placed,) = place_labels([wanted], (), thin, WIDTH, HEIGHT)
    assert covered(placed, thin) < covered(wanted, thin)
    assert covered(placed, thin) <= min(covered(replace(wanted, y=y), thin) for y in range(140, 261, 10))


def test_a_label_that_is_wider_than_the_map_is_left_out() -> None:
    assert place_labels([Spot("x" * 200, 400, 200)], (), (), WIDTH, HEIGHT) == ()
