"""What a reader says is one more named part of the score of the first results, and tells the verdict and the mark."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.models.reader.protocol import PassageText, Reader, ReaderOutput
from qa.records import Answer
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder
from tests.support.models import Believing

QUESTION = "Which trade by river?"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(8):
        words = "trade " * number + "river " * (8 - number)
        text = f"Headline {number}\n\nThe {words} and ship{number} sailed. Nobody saw captain{number} leave the town.\n"
        (folder / f"{number}.txt").write_text(text)
    (folder / "copy.txt").write_text((folder / "4.txt").read_text())
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    return tmp_path / "index"


class Unloadable:
    languages = None

    def read(self, question: str, texts: Sequence[PassageText]) -> list[ReaderOutput]:
        raise AssertionError("its network is loaded")


def ask(index: Path, reader: Reader | None, read: int = 10) -> Answer:
    archive = Archive.open(index, encoder=HandEncoder(), reader=reader, settings=Settings(read=read))
    return archive.ask(QUESTION, limit=8)


def files(answer: Answer) -> list[str]:
    return [it.article.file for it in answer.evidence]


def test_what_the_reader_believes_comes_before_its_like_and_the_rest_keeps_its_order(index: Path) -> None:
    plain = files(ask(index, None))
    believed = plain[1]
    assert files(ask(index, Believing(f"ship{believed[0]}"))) == [believed, plain[0], *plain[2:]]


def test_only_the_first_few_are_read_copies_apart_with_their_headlines(index: Path) -> None:
    plain, reader = ask(index, None), Believing("nothing")
    assert files(ask(index, reader, read=5)) == files(plain)
    assert [text.headline for text in reader.read_so_far] == [it.article.title for it in plain.evidence[:5]]
    assert all([len(text.sentences), text.sentences[1][:6]] == [2, "Nobody"] for text in reader.read_so_far)
    assert len({text.headline for text in reader.read_so_far}) == 5


def test_its_part_is_named_and_the_parts_sum_to_the_score(index: Path) -> None:
    answer = ask(index, Believing("ship"), read=3)
    assert ["reader" in it.parts for it in answer.evidence] == [True] * 3 + [False] * 5
    assert all(sum(it.parts.values()) == pytest.approx(it.score) for it in answer.evidence)
    others = [{name: part for name, part in it.parts.items() if name != "reader"} for it in answer.evidence]
    assert others == [it.parts for it in ask(index, None).evidence]


def test_what_it_believes_is_likelier_for_the_passage_and_for_the_archive(index: Path) -> None:
    believed, doubted = (ask(index, Believing(word)) for word in ("ship", "nothing"))
    assert (believed.confidence or 0.0) > (doubted.confidence or 0.0)
    assert all(
        (one.probability or 0.0) > (other.probability or 0.0)
        for one, other in zip(believed.evidence, doubted.evidence, strict=True)
    )


@pytest.mark.parametrize("logit", [-1e4, 1e4, float("-inf"), float("inf")])
def test_a_reader_may_be_as_sure_as_it_likes(index: Path, logit: float) -> None:
    answer = ask(index, Believing("ship", logit))
    assert all(0 <= it.parts["reader"] <= it.score for it in answer.evidence)
    chances = [answer.confidence, *(it.probability for it in answer.evidence)]
    assert all(it is not None and 0 <= it <= 1 for it in chances)


def test_with_none_to_be_read_no_reader_is_asked(index: Path) -> None:
    assert ask(index, Unloadable(), read=0) == ask(index, None)


def test_a_longer_list_begins_with_the_shorter_one(index: Path) -> None:
    archive = Archive.open(index, encoder=HandEncoder(), reader=Believing("ship5"), settings=Settings(read=6))
    longest = archive.ask(QUESTION, limit=8)
    assert archive.ask(QUESTION, limit=2).evidence == longest.evidence[:2]
    assert archive.ask(QUESTION, limit=3, offset=4).evidence == longest.evidence[4:7]
    assert archive.ask(QUESTION, limit=1).confidence == longest.confidence
