"""What stands in the place of the map until it is drawn."""

import re

import pytest

from qa.archive.topic_map.topic_map import MAP_STEPS, MapProgress
from qa.page.language import LANGUAGES
from qa.page.rendering.map_drawing import about, drawing
from qa.page.words.english import ENGLISH
from qa.page.words.russian import RUSSIAN
from qa.page.words.words import Words
from tests.page.rendered import rendered


def done(html: str) -> int:
    found = re.search(r'aria-valuenow="(\d+)"', html)
    assert found is not None
    return int(found[1])


def test_a_button_draws_the_map_where_it_is_not_drawn() -> None:
    assert "data-draws" in about(7, ENGLISH, drawn=False)
    assert "data-draws" not in about(7, ENGLISH, drawn=True)
    assert 'data-map="7"' in about(7, ENGLISH, drawn=True)


def test_how_far_the_drawing_is_only_grows() -> None:
    steps = [None, *map(MapProgress, MAP_STEPS[:3]), MapProgress("placing", 0.5), *map(MapProgress, MAP_STEPS[3:])]
    shares = [done(drawing(it, 0, ENGLISH)) for it in steps]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 95


def test_the_step_under_way_is_said_with_its_number_and_the_seconds() -> None:
    html = drawing(MapProgress("placing", 0.5), 12, RUSSIAN)
    assert 'aria-valuetext="Шаг 3 из 5. Размещение близких по смыслу рядом"' in html
    assert "Карта рисуется 12\u00a0с" in rendered(html).text
    assert html.count('class="done"') == html.count('class="ahead"') == 2


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
def test_every_step_has_words_in_every_language(words: Words) -> None:
    assert words.archive.map_steps.keys() == set(MAP_STEPS)
