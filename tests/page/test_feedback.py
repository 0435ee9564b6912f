"""A thumb on the page becomes a judged question; pressed again, it is as if it had never been."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.evaluation.judgements import Judgements
from qa.page.client_actions import ClientAction
from qa.page.feedback import wire_feedback
from qa.page.words.english import ENGLISH
from tests.page.script import Script
from tests.support.examples import few
from tests.support.judgements import rows
from tests.support.seeds import BORDER

ADDRESS = "?" + urlencode({"q": BORDER})
FILE = "003_f21b648a2aaaf444.txt"


@pytest.fixture(scope="module")
def archive(small_archive: Archive) -> Archive:
    return small_archive


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("judged") / "judgements.jsonl"


@pytest.fixture(scope="module")
def script(archive: Archive, path: Path) -> Script:
    return Script(lambda bridge, taken: wire_feedback(archive, Judgements(path), bridge, taken))


@pytest.fixture
def judgements(path: Path) -> Judgements:
    """The file that the page writes; it is not yet there."""
    path.unlink(missing_ok=True)
    return Judgements(path)


def kept(told: dict[str, str]) -> ClientAction:
    """What the script is to do when a thumb was kept: show it as pressed, and say so."""
    verdict = "" if told["passage"] else told["says"]
    return ClientAction("Saved for testing this archive.", judges=told["passage"], verdict=verdict, says=told["says"])


def taken_back(told: dict[str, str]) -> ClientAction:
    return ClientAction("Removed.", judges=told["passage"], says="nothing")


def on_passage(archive: Archive, says: str, sentence: str = "4-20") -> dict[str, str]:
    """What the script tells of a thumb on the second passage of an article."""
    passage = archive.passages(FILE)[1].id
    return {"address": ADDRESS, "verdict": "answered", "passage": passage, "sentence": sentence, "says": says}


def on_verdict(verdict: str, says: str) -> dict[str, str]:
    return {"address": ADDRESS, "verdict": verdict, "passage": "", "sentence": "", "says": says}


def test_a_passage_that_answers_is_kept_word_for_word_with_its_marked_sentence(
    archive: Archive, judgements: Judgements, script: Script
) -> None:
    told = on_passage(archive, "yes")
    assert script.tell("like", told) == kept(told)
    (row,) = rows(judgements)
    passage = archive.passages(FILE)[1].text
    assert (row["question"], row["answerable"]) == (BORDER, True)
    assert (row["gold_quotes"], row["not_gold"]) == ([passage], [])
    assert row["answer"] == passage[4:20]


def test_a_passage_that_does_not_answer_is_kept_as_such(
    archive: Archive, judgements: Judgements, script: Script
) -> None:
    told = on_passage(archive, "no")
    assert script.tell("like", told) == kept(told)
    (row,) = rows(judgements)
    assert (row["gold_quotes"], row["not_gold"]) == ([], [archive.passages(FILE)[1].text])
    assert row["answerable"] is None


@pytest.mark.parametrize("sentence", ["", "20-4", "no stretch", "99999-100000"])
def test_a_passage_without_a_marked_sentence_names_no_answer(
    archive: Archive, judgements: Judgements, script: Script, sentence: str
) -> None:
    script.tell("like", on_passage(archive, "yes", sentence))
    (row,) = rows(judgements)
    assert row["gold_quotes"] == [archive.passages(FILE)[1].text]
    assert "answer" not in row


@pytest.mark.parametrize(
    ("verdict", "says", "answerable"),
    [("answered", "yes", True), ("weak", "no", False), ("none", "yes", False), ("none", "no", True)],
)
def test_a_thumb_on_the_verdict_says_whether_the_archive_answers(
    judgements: Judgements, script: Script, verdict: str, says: str, answerable: bool
) -> None:
    told = on_verdict(verdict, says)
    assert script.tell("like", told) == kept(told)
    (row,) = rows(judgements)
    assert (row["question"], row["answerable"]) == (BORDER, answerable)


def test_thumbs_pressed_again_leave_what_was_there_before(
    archive: Archive, judgements: Judgements, script: Script
) -> None:
    judgements.path.write_text('{"question": "Who won?",   "answerable": false}\n')
    before = rows(judgements)
    for thumb in (on_passage, lambda _archive, says: on_verdict("weak", says)):
        assert script.tell("like", thumb(archive, "yes")) == kept(thumb(archive, "yes"))
        assert rows(judgements) != before
        assert script.tell("like", thumb(archive, "nothing")) == taken_back(thumb(archive, "nothing"))
        assert rows(judgements) == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"says": "perhaps"},
        {"says": ""},
        {"says": True},
        {"verdict": "certain"},
        {"verdict": None},
        {"address": "?tab=archive"},
        {"address": ""},
    ],
)
def test_what_is_no_thumb_keeps_nothing(judgements: Judgements, script: Script, wrong: dict[str, object]) -> None:
    assert script.tell("like", on_verdict("answered", "yes") | wrong) == ClientAction()
    assert not judgements.path.exists()


@pytest.mark.parametrize("wrong", [{"passage": "gone"}, {"passage": "\udcff"}, {"address": "?q=+"}])
def test_what_cannot_be_judged_is_said_and_nothing_is_kept(
    archive: Archive, judgements: Judgements, script: Script, wrong: dict[str, str]
) -> None:
    said = script.tell("like", on_passage(archive, "yes") | wrong)
    assert said in (
        ClientAction("That passage is not in the archive. Its article was changed or removed."),
        ClientAction("The question to judge is empty: ask one first."),
    )
    assert not judgements.path.exists()


def test_a_thumb_that_could_not_be_kept_is_not_called_kept(judgements: Judgements, script: Script) -> None:
    judgements.path.write_text("no JSON")
    said = script.tell("like", on_verdict("answered", "yes"))
    assert said.message.endswith("(line 1 is not JSON): correct the file, or move it out of the way.")
    assert said.says == "", "nor shown as pressed"
    assert judgements.path.read_text() == "no JSON"


def test_a_verdict_over_some_of_the_articles_only_is_not_kept(judgements: Judgements, script: Script) -> None:
    filtered = {"address": ADDRESS + "&after=2030-01-01"}
    assert script.tell("like", on_verdict("none", "yes") | filtered) == ClientAction()
    assert not judgements.path.exists()


def test_visitors_are_thanked_in_their_language(judgements: Judgements, script: Script) -> None:
    assert script.tell("like", on_verdict("none", "yes"), "ru").message == "Сохранено для проверки этого архива."
    assert script.tell("like", on_verdict("none", "nothing"), "kk").message == "Жойылды."


ODD = st.sampled_from([None, True, 5, "odd", "\ud800", ["yes"]])
FIELDS = {
    "address": st.text().map(lambda it: f"?q={it}") | ODD,
    "says": st.sampled_from(["yes", "no", "nothing"]) | ODD,
    "verdict": st.sampled_from(["answered", "weak", "none"]) | ODD,
    "passage": st.just("") | ODD,
    "sentence": st.just("3-9") | ODD,
}


@settings(few(50), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries(FIELDS))
def test_whatever_the_script_sends_the_file_stays_one_that_can_be_read(
    judgements: Judgements, script: Script, fields: dict[str, object]
) -> None:
    assert ENGLISH.messages.ours not in script.tell("like", fields).message
    if judgements.path.exists():
        assert all(it["question"] for it in rows(judgements))
