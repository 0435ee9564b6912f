"""What a reranker says is one more named part of the score of the first candidates; the verdict is left as it is."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder
from tests.support.models import Liking

QUESTION = "Which trade by river?"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(8):
        words = "trade " * number + "river " * (8 - number)
        (folder / f"{number}.txt").write_text(f"Headline {number}\n\nThe {words} and ship{number} sailed.\n")
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    return tmp_path / "index"


def ask(index: Path, reranker: Liking | None, reranked: int = 30) -> Sequence[str]:
    archive = Archive.open(index, encoder=HandEncoder(), reranker=reranker, settings=Settings(reranked=reranked))
    return [it.article.file for it in archive.ask(QUESTION, limit=8).evidence]


def test_what_the_reranker_likes_comes_first_and_the_rest_keeps_its_order(index: Path) -> None:
    plain = ask(index, None)
    liked = plain[-1]
    assert ask(index, Liking(f"ship{liked[0]}")) == [liked, *plain[:-1]]


def test_only_the_first_few_are_read_with_headline_and_passage(index: Path) -> None:
    plain, reranker = ask(index, None), Liking("ship")
    assert ask(index, reranker, reranked=3) == plain
    assert [text.split("\n")[0] for text in reranker.read] == [f"Headline {file[0]}" for file in plain[:3]]
    assert all(text.endswith("sailed.") for text in reranker.read)


def test_its_judgement_is_a_part_of_the_score_and_the_confidence_does_not_count_it(index: Path) -> None:
    reranker = Liking("nothing")
    with_it = Archive.open(index, encoder=HandEncoder(), reranker=reranker).ask(QUESTION, limit=8)
    without = Archive.open(index, encoder=HandEncoder()).ask(QUESTION, limit=8)
    assert all(it.parts["reranker"] == 0.0 for it in with_it.evidence)
    assert all("reranker" not in it.parts for it in without.evidence)
    assert with_it.confidence == without.confidence
    liked = Archive.open(index, encoder=HandEncoder(), reranker=Liking("Headline")).ask(QUESTION, limit=8)
    for before, after in zip(without.evidence, liked.evidence, strict=True):
        assert after.score == pytest.approx(sum(after.parts.values()))
        assert after.score - after.parts["reranker"] == pytest.approx(before.score)
    assert liked.confidence == pytest.approx(without.confidence)
