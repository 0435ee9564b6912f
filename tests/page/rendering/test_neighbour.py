from dataclasses import replace

from qa.page.rendering.cards import neighbour
from qa.page.words.english import ENGLISH
from tests.page.records_made import PASSAGE

PASSAGES = tuple(replace(PASSAGE, id=str(number), number=number, text=f"Text <{number}>") for number in (1, 2, 3))


def test_the_paragraph_before_and_after_with_the_way_on() -> None:
    html = neighbour(PASSAGES, "3", "previous", ENGLISH)
    assert "paragraph 2 of 3" in html
    assert "Text &lt;2&gt;" in html
    assert 'data-of="2"' in html


def test_at_the_end_there_is_no_way_on() -> None:
    assert "data-of" not in neighbour(PASSAGES, "2", "following", ENGLISH)
    assert "This is the last paragraph." in neighbour(PASSAGES, "3", "following", ENGLISH)
    assert "This is the first paragraph." in neighbour(PASSAGES, "1", "previous", ENGLISH)


def test_a_passage_that_is_no_longer_there_has_no_neighbour() -> None:
    assert "Text" not in neighbour(PASSAGES, "gone", "following", ENGLISH)
