"""`qa watch` and `qa serve --watch` as a person runs them: real processes, the real encoder, a real page."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from gradio_client import Client

from qa.archive.archive import Archive
from tests.conftest import ROOT, SEEDS
from tests.support.patience import PATIENCE
from tests.support.ports import free_port

pytestmark = pytest.mark.model

NEWS = "Harbour reopens\n\nThe harbour of Portville reopened on Friday after a storm that lasted nine days.\n"
QUESTION = "When did the harbour of Portville reopen?"


class Running:
    """A `qa` command that goes on, and the lines of its output so far."""

    def __init__(self, *arguments: str | Path, output: Path) -> None:
        self.output = output
        with output.open("w") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "qa.cli", *map(str, arguments)],
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                cwd=ROOT,
            )

    def said(self) -> str:
        return self.output.read_text()

    def until(self, true: Callable[[], object], seconds: float = 2 * PATIENCE) -> None:
        deadline = time.monotonic() + seconds
        while not true():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.05)

    def until_said(self, words: str) -> None:
        self.until(lambda: words in self.said())

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def run(*arguments: str | Path) -> Running:
        started.append(Running(*arguments, output=tmp_path / f"output-{len(started)}"))
        return started[-1]

    yield run
    for it in started:
        if it.process.poll() is None:
            it.process.kill()
            it.process.wait()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SEEDS, tmp_path / "articles"))


def processes() -> dict[int, tuple[int, str]]:
    """The parent and the state of every process, asked of the kernel."""
    found = dict[int, tuple[int, str]]()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            found[int(folder.name)] = (int(parent), state)
    return found


def watchers_of(page: int) -> list[int]:
    return [process for process, (parent, _) in processes().items() if parent == page]


def is_gone(process: int) -> bool:
    return processes().get(process, (0, "Z"))[1] == "Z"


on_linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are listed by Linux's /proc")


def test_watch_prints_a_line_for_each_revision_and_ctrl_c_ends_it(
    articles: Path, tmp_path: Path, start: Callable[..., Running]
) -> None:
    watching = start("watch", articles, "--index", tmp_path / "index")
    watching.until_said(f"watching {articles}")
    archive = Archive.open(tmp_path / "index")
    assert archive.ask(QUESTION).revision == 1
    (articles / "harbour.txt").write_text(NEWS)
    watching.until_said("revision 2")
    answer = archive.ask(QUESTION)
    assert answer.revision == 2
    assert "nine days" in answer.evidence[0].sentence.text
    assert watching.end(signal.SIGINT) == 130
    assert watching.said().splitlines() == [
        "revision 1: 5 added, 0 changed, 0 removed, 0 unchanged; 44 passages encoded",
        f"watching {articles}",
        "revision 2: 1 added, 0 changed, 0 removed, 0 unchanged; 1 passage encoded",
        "qa: stopped; nothing is lost, run the same command to go on",
    ]


def test_sigterm_ends_a_watch_cleanly_even_in_the_middle_of_a_build(
    tmp_path: Path, start: Callable[..., Running]
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(400):
        text = "\n\n".join(f"The ship number {number} left harbour {part} on Monday." for part in range(20))
        (folder / f"{number}.txt").write_text(f"Ship {number} leaves\n\n{text}\n")
    watching = start("watch", folder, "--index", tmp_path / "index")
    watching.until((tmp_path / "index" / "pending.sqlite").exists)
    assert watching.end(signal.SIGTERM) == 143
    assert watching.said() == ""


@pytest.fixture
def served(articles: Path, tmp_path: Path, start: Callable[..., Running]) -> Running:
    Archive.build(articles, tmp_path / "index")
    serving = start("serve", "--watch", "--port", str(free_port()), "--index", tmp_path / "index")
    serving.until_said("watching ")
    return serving


@on_linux
def test_a_page_that_is_served_with_watch_answers_from_what_was_just_written(served: Running, articles: Path) -> None:
    address = re.search(r"http://\S+", served.said())
    assert address is not None
    client = Client(address[0], verbose=False)
    client.predict(question=QUESTION, api_name="/ask")
    (articles / "harbour.txt").write_text(NEWS)
    served.until_said("revision 2")
    answer = client.predict(question=QUESTION, api_name="/ask")
    answer = json.loads(answer) if isinstance(answer, str) else answer
    assert answer["revision"] == 2
    assert "nine days" in answer["evidence"][0]["sentence"]["text"]
    (watcher,) = watchers_of(served.process.pid)
    assert served.end(signal.SIGINT) == 0
    assert is_gone(watcher)
    assert "Traceback" not in served.said()


@on_linux
def test_a_watch_that_dies_is_started_again_and_dies_with_its_page_even_by_kill_9(
    served: Running, articles: Path
) -> None:
    (watcher,) = watchers_of(served.process.pid)
    os.kill(watcher, signal.SIGKILL)
    served.until_said("qa watch has ended (exit code -9): started again in 2 seconds")
    (articles / "harbour.txt").write_text(NEWS)
    served.until_said("1 added")
    served.until(lambda: served.said().count("watching ") == 2)
    (watcher,) = watchers_of(served.process.pid)
    served.end(signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    while not is_gone(watcher):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert "Traceback" not in served.said()
