"""The colours of the map’s topics can be told apart, in both themes and by those who see fewer hues, too."""

import re
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from qa.archive.topic_map.topic_map import MapTopic
from qa.page.assets import head
from qa.page.rendering.map_hues import HUES, choose_hues

Colours = NDArray[np.float64]
OPACITY = 0.6
LEAST_APART = 0.05
"""In OKLab; about .02 is just noticed side by side."""
SIGHTS: dict[str, list[list[float]]] = {
    "full": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "without red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "without green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "without blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
"""How light is seen (Machado, Oliveira and Fernandes, 2009)."""
TO_CONES = np.array([[0.41222, 0.53633, 0.05145], [0.2119, 0.6807, 0.1074], [0.0883, 0.28172, 0.62998]])
TO_LAB = np.array([[0.21045, 0.79362, -0.00407], [1.978, -2.42859, 0.45059], [0.0259, 0.78277, -0.80868]])


def theme(name: str) -> dict[str, Colours]:
    """Return the colours that the style states for a theme, as it does last."""
    rules = re.findall(rf"^{re.escape(name)} {{(.*?)}}", head(judging=True), re.MULTILINE | re.DOTALL)
    stated = re.findall(r"--([a-z0-9-]+): #(\w{6});", " ".join(rules))
    return {it: np.array([int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]) for it, code in stated}


def light(colours: Colours) -> Colours:
    return np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)


def luminance(colours: Colours) -> Colours:
    return np.asarray(light(colours) @ np.array([0.2126, 0.7152, 0.0722]))


@pytest.mark.parametrize("name", [":root", ".dark"])
def test_everybody_can_tell_the_hues_of_points_apart(name: str) -> None:
    colours = theme(name)
    hues = np.array([colours[f"hue-{hue}"] for hue in range(HUES)])
    points = light(OPACITY * hues + (1 - OPACITY) * colours["raised"])
    for sight, seen in SIGHTS.items():
        lab = np.cbrt(np.clip(points @ np.array(seen).T, 0, 1) @ TO_CONES.T) @ TO_LAB.T
        apart = {pair: float(np.linalg.norm(lab[pair[0]] - lab[pair[1]])) for pair in combinations(range(HUES), 2)}
        assert min(apart.values()) > LEAST_APART, (sight, min(apart, key=lambda pair: apart[pair]))


@pytest.mark.parametrize("name", [":root", ".dark"])
def test_the_colours_beside_the_topics_and_the_labels_stand_out_from_what_is_behind_them(name: str) -> None:
    colours = theme(name)
    for hue in range(HUES):
        assert contrast(colours[f"hue-{hue}"], colours["paper"]) > 3
    assert contrast(colours["ink"], colours["raised"]) > 4.5


def contrast(one: Colours, other: Colours) -> float:
    less, more = sorted(float(luminance(it)) for it in (one, other))
    return (more + 0.05) / (less + 0.05)


def topic(x: float, y: float) -> MapTopic:
    return MapTopic(("trade",), x, y, 5)


def test_every_hue_is_used_before_one_is_used_again() -> None:
    topics = [topic(at / 16, 0.5) for at in range(16)]
    hues = choose_hues(topics)
    assert sorted(hues[:8]) == [*range(8)]
    assert sorted(hues) == sorted([*range(8)] * 2)


def test_a_hue_is_used_again_far_from_where_it_was() -> None:
    near, far = topic(0.1, 0.1), topic(0.9, 0.9)
    topics = [near, *(topic(0.1, 0.2) for _ in range(6)), far, topic(0.1, 0.15)]
    assert choose_hues(topics)[8] == choose_hues(topics)[7]
