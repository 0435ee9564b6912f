"""Results join up from page to page, whatever was asked for and however many copies there are."""

import pytest

from qa.archive import Archive
from tests.hand_encoder import HandEncoder

QUESTION = "trade by river"
CROWD = "The river carries the trade of the whole valley, as every child that was born beside it could tell a stranger."


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """450 articles with one paragraph in common, which is nearest to the question, and one of their own each."""
    folder = tmp_path_factory.mktemp("crowded")
    articles = folder / "articles"
    articles.mkdir()
    for number in range(450):
        own = f"Clerk n{number}th of ward w{number}th counted kettles k{number}th and oxen o{number}th and left."
        stated = f"---\ndate: 20{number % 20 + 1:02}-03-{number % 28 + 1:02}\n---\n"
        (articles / f"{number:03}.txt").write_text(f"{stated}Ward {number}\n\n{CROWD}\n\n{own}\n")
    return Archive.build(articles, folder / "index", encoder=HandEncoder(200))


def pages(archive: Archive, size: int, most: int, order: str = "relevance") -> list[str]:
    found: list[str] = []
    for offset in range(0, most, size):
        found += [it.passage.id for it in archive.ask(QUESTION, limit=size, offset=offset, order=order).evidence]
    return found


def test_a_passage_with_hundreds_of_copies_leaves_room_for_others(crowded: Archive) -> None:
    evidence = crowded.ask(QUESTION, limit=5).evidence
    assert len(evidence) == 5
    assert evidence[0].passage.text == CROWD
    assert len(evidence[0].copies) > 400
    assert sum(it.passage.text == CROWD for it in evidence) == 1


def test_every_passage_is_reached_from_page_to_page_once(crowded: Archive) -> None:
    found = pages(crowded, 50, 600)
    assert len(found) == len(set(found)) == 451


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_what_is_ordered_by_date_joins_up_from_page_to_page(crowded: Archive, order: str) -> None:
    found = pages(crowded, 30, 300, order)
    assert len(found) == len(set(found))
    whole = [it.passage.id for it in crowded.ask(QUESTION, limit=1_000, order=order).evidence]
    assert found == whole
    assert 100 < len(whole) <= 250
