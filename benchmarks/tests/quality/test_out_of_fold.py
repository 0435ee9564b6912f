"""What was said out of fold is said again of the same words, and others count as no answer."""

from pathlib import Path

import pytest

from benchmarks.quality.fit.out_of_fold_reader import OutOfFoldReader, record
from qa.models.reader.protocol import PassageText, ReaderOutput

SHIP, MUSIC = PassageText("Ships", ("A ship came.", "It left.")), PassageText("", ("Music.",))


@pytest.fixture
def reader(tmp_path: Path) -> OutOfFoldReader:
    said = {("Who came?", SHIP): ReaderOutput(1.23456, (0.75, 0.125)), ("Who came?", MUSIC): ReaderOutput(-2.0, (0.5,))}
    record(tmp_path / "said.json", said, {"questions": "abc"})
    assert "ship" not in (tmp_path / "said.json").read_text().casefold()
    return OutOfFoldReader(tmp_path / "said.json")


def test_what_was_kept_is_said_again_in_any_order(reader: OutOfFoldReader) -> None:
    assert reader.read("Who came?", [MUSIC, SHIP]) == [ReaderOutput(-2.0, (0.5,)), ReaderOutput(1.235, (0.75, 0.125))]
    assert reader.read("Who came?", []) == []


def test_what_was_not_read_is_said_not_to_answer(reader: OutOfFoldReader) -> None:
    other = PassageText("Ships", ("A ship came. It left.",))
    unread, read = reader.read("Who came?", [other, SHIP])
    assert (unread.logit, unread.sentences) == (-8.0, (0.0,))
    assert read == ReaderOutput(1.235, (0.75, 0.125))


def test_a_word_that_was_corrected_without_its_capital_is_the_same_to_a_reader_that_sees_none(tmp_path: Path) -> None:
    record(tmp_path / "said.json", {("who met Blunkett", SHIP): ReaderOutput(1.0, (0.5, 0.25))}, {})
    reader = OutOfFoldReader(tmp_path / "said.json")
    assert reader.read("who met blunkett", [SHIP]) == [ReaderOutput(1.0, (0.5, 0.25))]
    assert reader.read("who left blunkett", [SHIP])[0].logit == -8.0


def test_figures_are_refused_where_more_than_a_few_were_not_read(reader: OutOfFoldReader) -> None:
    for number in range(120):
        for _ in range(2):
            reader.read("Who came?", [PassageText("", (f"Ship {number}",))])
    with pytest.raises(LookupError, match="train the reader again"):
        reader.read("Who left?", [SHIP])
