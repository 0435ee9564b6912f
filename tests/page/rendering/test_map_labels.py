"""Labels on the map stand where they belong, as far as there is room."""

from itertools import combinations

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
    placed = place_labels(wanted, (), WIDTH, HEIGHT)
    assert not any(one.touches(other) for one, other in combinations(placed, 2))
    assert all(it.half <= it.x <= WIDTH - it.half + 1e-9 and 0 <= it.y <= HEIGHT for it in placed)


def test_a_label_with_room_stands_where_it_belongs_and_the_next_one_steps_aside() -> None:
    first, second = Spot("trade, growth", 400, 200), Spot("music", 410, 205)
    placed = place_labels([first, second], (), WIDTH, HEIGHT)
    assert placed[0] == first
    assert (placed[1].text, abs(placed[1].y - second.y)) == ("music", 20)


def test_a_label_stays_off_a_mark_if_it_can() -> None:
    wanted, mark = Spot("trade, growth", 400, 200), Spot("o", 400, 200)
    (placed,) = place_labels([wanted], [mark], WIDTH, HEIGHT)
    assert not placed.touches(mark)
    crowded = [Spot("o", 400, y) for y in range(0, HEIGHT, 10)]
    assert place_labels([wanted], crowded, WIDTH, HEIGHT) == (wanted,)


def test_a_label_that_is_wider_than_the_map_is_left_out() -> None:
    assert place_labels([Spot("x" * 200, 400, 200)], (), WIDTH, HEIGHT) == ()
