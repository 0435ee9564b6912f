"""A positive control asks what an archive holds, chosen by chance, and counts what it finds first."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.archive.example_questions.choosing import by_chance
from qa.archive.example_questions.control import PositiveControl
from qa.errors import IndexMissing
from qa.records import Answer, Control
from tests.archive.example_questions.test_checking import Asked
from tests.archive.example_questions.test_choosing import TEXTS, sample_of
from tests.support.denied import deny_everything
from tests.support.hand_encoder import HandEncoder

FAIRS = ("The trade fair in Portville is due to open on {} May 2021.", "The ship of Portville was built in {}.")


@pytest.fixture
def fairs(folder: Path, tmp_path: Path) -> Archive:
    """The three articles, and some that hold sentences which make questions."""
    for at, text in enumerate((FAIRS[0].format(3), FAIRS[1].format(1999), "Crowds came to Portville.")):
        (folder / f"fair{at}.txt").write_text(f"Works {at}\n\n{text}\n\nCrowds came to Portville again.\n")
    return Archive.build(folder, tmp_path / "fairs", encoder=HandEncoder())


def worked_out(control: PositiveControl, ask: Asked) -> Control:
    while (found := control.ask_next(ask)) is None:
        pass
    return found


HELD = tuple(f"The Portville fair {at} was held in {1990 + at}." for at in range(30))


def test_questions_stand_in_the_order_of_the_sample_and_none_that_other_passages_may_answer_as_well() -> None:
    said = "Jack Straw said the talks with Oracle went on."
    found = list(by_chance(sample_of(HELD[0], *TEXTS, said, said, said)))
    assert [(it.statement.place, it.answer) for it in found] == [(0, "1990"), (4, "3%"), (5, "2003")]


def test_one_question_is_made_of_a_passage_and_none_is_put_twice() -> None:
    assert len(list(by_chance(sample_of(f"{HELD[0]} {HELD[1]}")))) == 1
    assert len(list(by_chance(sample_of(HELD[0], HELD[0].replace("fair", "FAIR"))))) == 1


def test_what_comes_first_is_counted_and_nothing_is_asked_twice(archive: Archive) -> None:
    ask = Asked(archive)
    control = PositiveControl(sample_of(*HELD[:5]))
    assert control.result is None
    assert worked_out(control, ask) == Control(5, 0), "the archive holds none of these sentences"
    assert worked_out(control, ask) == control.result == Control(5, 0)
    assert len(ask.questions) == 5


def test_no_more_than_twenty_are_asked(archive: Archive) -> None:
    assert worked_out(PositiveControl(sample_of(*HELD)), Asked(archive)).asked == 20


def test_a_question_that_could_not_be_asked_is_not_counted(archive: Archive) -> None:
    control = PositiveControl(sample_of(*HELD[:5]))

    def gone(question: str) -> Answer:
        raise IndexMissing("there is none")

    with pytest.raises(IndexMissing):
        control.ask_next(gone)
    assert worked_out(control, Asked(archive)).asked == 4


def test_an_archive_finds_its_own_sentences_first(fairs: Archive) -> None:
    assert fairs.control() == fairs.control() == Control(2, 2)


def test_an_absence_has_the_control_once_it_is_worked_out_and_again_for_the_next_revision(
    fairs: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deny_everything(monkeypatch)

    def known() -> Control | None:
        denied = fairs.ask("Which password opens the router?")
        assert denied == fairs.ask_many(["Which password opens the router?"])[0]
        assert denied.absence is not None
        return denied.absence.control

    assert known() is None
    assert fairs.work_on_control() is None
    assert known() is None, "some questions are left"
    fairs.control()
    assert known() == Control(2, 2)
    (folder / "new.txt").write_text("Storm\n\nA storm sank the ferry.\n")
    fairs.update([folder / "new.txt"])
    assert known() is None
    assert fairs.control() == Control(2, 2)


def test_an_archive_of_which_no_question_can_be_made_has_no_control(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    deny_everything(monkeypatch)
    assert archive.control() == Control(0, 0)
    absence = archive.ask("Which password opens the router?").absence
    assert absence is not None
    assert absence.control is None
