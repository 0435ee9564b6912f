"""Many questions at once are answered as each alone is, whoever helps and whatever becomes of it."""

import inspect
import signal
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from qa.archive.archive import Archive
from qa.archive.many import asking, helper
from qa.archive.many.helper import Slot
from qa.archive.many.keywords import AskKeywords
from qa.archive.many.work_pool import WorkPool
from qa.build.processes import start
from qa.errors import EmptyQuestion, InvalidLimit, InvalidQuestion, QuestionError
from qa.models.reader.protocol import Reader
from qa.records import Answer, SearchRequest
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder
from tests.support.models import Believing
from tests.support.patience import PATIENCE
from tests.support.seeds import BORDER

QUESTIONS = [
    "How long is the border along the river?",
    "Who visited the music festival?",
    "trade -bank",
    'the "river for 300 miles"',
    "Which password opens the router?",
    "How much did trdae rise?",
] * 3
SEEDS_QUESTIONS = [BORDER, "When is Tokayev's state visit?", "Who won the chess match?", "What did Lavrov discuss?"] * 3
KEYWORDS = [
    {},
    {"limit": 1, "offset": 1},
    {"order": "newest", "after": "2020"},
    {"outlets": ["Example Wire"], "places": ["Portville"]},
    {"articles": ["trade.txt", "none.txt"], "before": "2022-12"},
]
Process = subprocess.Popen[bytes]


@dataclass
class Help:
    """A process that helps with ten questions and more; nobody else begins before it has got one."""

    processes: list[Process] = field(default_factory=list)
    helped: list[Answer | None] = field(default_factory=list)
    """What it answered."""
    before_it_is_ready: Callable[[Process], None] = lambda _: None
    before_it_answers: Callable[[Process], None] = lambda _: None


@pytest.fixture
def help_(monkeypatch: pytest.MonkeyPatch) -> Iterator[Help]:
    given, begun = Help(), Event()
    wait, answer, work = Slot.wait, Slot.answer, WorkPool.work

    def noted(*arguments: Any, **keywords: Any) -> Process:
        given.processes.append(start(*arguments, **keywords))
        return given.processes[-1]

    def waiting(slot: Slot) -> None:
        given.before_it_is_ready(given.processes[0])
        try:
            wait(slot)
        except BaseException:
            begun.set()
            raise

    def answering(slot: Slot, request: SearchRequest) -> Answer | None:
        given.before_it_answers(given.processes[0])
        begun.set()
        given.helped.append(answer(slot, request))
        return given.helped[-1]

    def working(pool: WorkPool[str, Answer]) -> None:
        begun.wait(PATIENCE)
        work(pool)

    monkeypatch.setattr(helper, "start", noted)
    monkeypatch.setattr(Slot, "wait", waiting)
    monkeypatch.setattr(Slot, "answer", answering)
    monkeypatch.setattr(WorkPool, "work", working)
    monkeypatch.setattr(asking, "WORTH_A_HELPER", 10)
    monkeypatch.setattr(asking, "processors", lambda: 3)
    yield given
    assert [it.poll() is not None for it in given.processes] == [True], "it ends with the questions"


@pytest.mark.parametrize("keywords", KEYWORDS)
def test_the_answers_are_those_of_a_loop_in_its_order(archive: Archive, keywords: dict[str, Any]) -> None:
    assert archive.ask_many(QUESTIONS, **keywords) == tuple(archive.ask(it, **keywords) for it in QUESTIONS)


@pytest.mark.parametrize("keywords", KEYWORDS[::2])
def test_they_are_where_a_process_helps(archive: Archive, help_: Help, keywords: dict[str, Any]) -> None:
    assert archive.ask_many(QUESTIONS, **keywords) == tuple(archive.ask(it, **keywords) for it in QUESTIONS)
    assert help_.helped
    assert None not in help_.helped


def test_they_are_where_the_process_is_killed(archive: Archive, help_: Help) -> None:
    help_.before_it_answers = subprocess.Popen.kill
    assert archive.ask_many(QUESTIONS) == tuple(archive.ask(it) for it in QUESTIONS)
    assert not help_.helped


def test_they_are_where_the_process_is_killed_before_it_helps(archive: Archive, help_: Help) -> None:
    help_.before_it_is_ready = subprocess.Popen.kill
    assert archive.ask_many(QUESTIONS) == tuple(archive.ask(it) for it in QUESTIONS)
    assert not help_.helped


def test_they_are_where_the_process_stands_still(
    archive: Archive, help_: Help, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(helper, "ENDING_SECONDS", 0.05)
    help_.before_it_answers = lambda process: process.send_signal(signal.SIGSTOP)
    assert archive.ask_many(QUESTIONS) == tuple(archive.ask(it) for it in QUESTIONS)
    assert not help_.helped


def test_they_are_where_no_process_can_be_started(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> Process:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(helper, "start", refused)
    monkeypatch.setattr(asking, "WORTH_A_HELPER", 10)
    monkeypatch.setattr(asking, "processors", lambda: 2)
    assert archive.ask_many(QUESTIONS) == tuple(archive.ask(it) for it in QUESTIONS)


@pytest.mark.parametrize(
    ("questions", "processors", "reader"),
    [(29, 2, None), (40, 1, None), (40, 2, Believing("river"))],
    ids=["too few questions", "no other processor", "one that the reader keeps busy"],
)
def test_no_process_is_started_where_none_would_be_of_use(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    questions: int,
    processors: int,
    reader: Reader | None,
) -> None:
    monkeypatch.setattr(helper, "start", lambda *_, **__: pytest.fail("a process is started"))
    monkeypatch.setattr(asking, "processors", lambda: processors)
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    archive = Archive.open(tmp_path / "index", encoder=HandEncoder(), reader=reader)
    assert len(archive.ask_many(["trade"] * questions)) == questions


def test_what_cannot_be_asked_is_said_where_a_process_helps_too(archive: Archive, help_: Help) -> None:
    with pytest.raises(InvalidQuestion, match="only leaves words out"):
        archive.ask_many([*QUESTIONS[:10], "-trade", "", *QUESTIONS[:5]])


def test_who_interrupts_leaves_no_process(archive: Archive, help_: Help, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(pool: WorkPool[str, Answer]) -> Iterator[Answer]:
        while not help_.helped:
            Event().wait(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(WorkPool, "results", interrupted)
    with pytest.raises(KeyboardInterrupt):
        archive.ask_many(QUESTIONS)


@pytest.mark.model
def test_the_answers_are_those_of_a_loop_where_passages_are_read_too(seeds_archive: Archive) -> None:
    _check_seeds(seeds_archive)


@pytest.mark.model
def test_they_are_where_a_process_helps_with_what_is_read(seeds_archive: Archive, help_: Help) -> None:
    _check_seeds(seeds_archive)
    assert help_.helped


@pytest.mark.model
def test_they_are_to_the_last_bit_where_nothing_is_read(seeds_index: Path, help_: Help) -> None:
    fast = Archive.open(seeds_index, settings=Settings(read=0))
    assert fast.ask_many(SEEDS_QUESTIONS) == tuple(fast.ask(it) for it in SEEDS_QUESTIONS)
    assert help_.helped
    assert None not in help_.helped


def _check_seeds(archive: Archive) -> None:
    """What is read together may differ in the last bits of a score from what is read alone."""
    together, alone = archive.ask_many(iter(SEEDS_QUESTIONS)), [archive.ask(it) for it in SEEDS_QUESTIONS]
    assert [it.verdict for it in together] == [it.verdict for it in alone]
    for ours, theirs in zip(together, alone, strict=True):
        assert ours.confidence == pytest.approx(theirs.confidence, abs=1e-5)
        assert [it.passage for it in ours.evidence] == [it.passage for it in theirs.evidence]
        assert [it.sentence for it in ours.evidence] == [it.sentence for it in theirs.evidence]
        assert [it.score for it in ours.evidence] == pytest.approx([it.score for it in theirs.evidence], abs=1e-5)


def test_names_that_can_be_looped_over_once_are_for_every_question(archive: Archive) -> None:
    names = (name for name in ["trade.txt"])
    for answer in archive.ask_many(["trade", "bank", "president"], articles=names):
        assert {it.article.file for it in answer.evidence} == {"trade.txt"}


def test_no_question_has_no_answer_and_one_text_is_not_many(archive: Archive) -> None:
    assert archive.ask_many([]) == ()
    with pytest.raises(TypeError, match=r"write ask_many\(\[question\]\)"):
        archive.ask_many("trade")


@pytest.mark.parametrize("keywords", [{"outlet": ["TASS"]}, {"colour": 1}, {"Outlets": ["TASS"]}, {"index": "x"}])
@pytest.mark.parametrize("questions", [["trade"], []])
def test_a_keyword_that_there_is_not_is_a_type_error(
    archive: Archive, questions: list[str], keywords: dict[str, Any]
) -> None:
    with pytest.raises(TypeError, match=f"no keyword '{next(iter(keywords))}': the keywords are offset, order, "):
        archive.ask_many(questions, **keywords)


@pytest.mark.parametrize(
    "keywords",
    [{"limit": 0}, {"offset": -1}, {"order": "best"}, {"after": "soon"}, {"outlets": [""]}, {"kind": "x"}],
)
def test_what_is_asked_beside_no_question_is_checked_too(archive: Archive, keywords: dict[str, Any]) -> None:
    with pytest.raises(QuestionError):
        archive.ask_many([], **keywords)


def test_what_cannot_be_asked_is_said_as_for_one(archive: Archive) -> None:
    with pytest.raises(EmptyQuestion):
        archive.ask_many(["trade", "", "-trade"])
    with pytest.raises(InvalidQuestion, match="only leaves words out"):
        archive.ask_many(["trade", "-trade", ""])
    with pytest.raises(InvalidLimit):
        archive.ask_many(["trade"], 0)
    with pytest.raises(TypeError):
        archive.ask_many(["trade", 5])  # type: ignore[list-item]


def test_every_keyword_of_ask_is_one_of_ask_many() -> None:
    of_ask = [name for name, it in inspect.signature(Archive.ask).parameters.items() if it.kind is it.KEYWORD_ONLY]
    assert list(AskKeywords.__annotations__) == of_ask
