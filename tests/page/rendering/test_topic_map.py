"""The map is a picture whose points open passages, and a list of its topics."""

import re

import numpy as np

from qa.archive.topic_map.topic_map import MapPlace, MapPoint, MapTopic, TopicMap
from qa.page.rendering.topic_map import Ringed, topic_map
from qa.page.words.english import ENGLISH
from tests.page.rendered import rendered

POINTS = (
    MapPoint("a" * 16, 0.0, 0.4, 0, "Trade <grows>", "2021-03-05"),
    MapPoint("b" * 16, 1.0, 0.6, 1, "Music plays", None),
)
TOPICS = (MapTopic(("trade & tariffs", "growth", "wheat"), 0.0, 0.4, 1), MapTopic(("music",), 1.0, 0.6, 1))
MAP = TopicMap(7, "hand-1", POINTS, TOPICS, np.eye(2, dtype=np.float32))
HTML = topic_map(MAP, [Ringed(MapPlace("c" * 16, 0.5, 0.5), "Storm ahead")], ENGLISH)


def test_each_point_has_the_colour_of_its_topic_and_opens_its_passage() -> None:
    for topic, point in enumerate(POINTS):
        (group,) = re.findall(rf'<g class="hue-{topic}" data-topic="{topic}">(.*?)</g>', HTML, re.DOTALL)
        assert f"passage={point.passage_id}" in group
        assert HTML.count(f"hue-{topic}") == 2, "on the map and in the list"
    assert "<title>Trade &lt;grows&gt;</title>" in HTML


def test_the_points_fill_the_picture() -> None:
    places = re.findall(r'class="point" d="M([\d.]+) ([\d.]+)h0"', HTML)
    assert places == [("24.0", "24.0"), ("836.0", "416.0")]


def test_what_the_last_question_found_is_ringed_with_its_headline() -> None:
    assert '<path class="ring" d="M430.0 220.0h0"/>' in HTML
    assert "<title>Storm ahead</title>" in HTML


def test_a_topic_is_labelled_in_short_and_named_in_whole_as_a_link_that_asks_for_it() -> None:
    labels = re.findall(r"<text [^>]*>(.*?)</text>", HTML)
    assert labels == ["trade &amp; tariffs, growth", "music"]
    assert "trade & tariffs, growth, wheat 1, 1 passage" in rendered(HTML).text
    assert 'href="?q=trade+%26+tariffs+growth+wheat"' in HTML


def test_a_map_without_a_point_is_empty() -> None:
    empty = topic_map(TopicMap(7, "hand-1", (), (), np.empty((0, 2), dtype=np.float32)), [], ENGLISH)
    assert "<path" not in empty
    assert "<li" not in empty
