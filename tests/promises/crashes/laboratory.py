"""Run commands in processes that are killed at a step or at a moment.

One helper process imports everything once and forks a child for each command, so that a kill costs no start of an
interpreter. Forking it is safe: it never searches, and has one thread. That helper is
`python -m tests.promises.crashes.laboratory`; `Laboratory` talks with it, a line of JSON each way.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

from qa.articles.language import detect
from qa.errors import QaError
from qa.index.steps import EVENT
from tests.conftest import ROOT
from tests.promises.crashes.scenarios import SCENARIOS
from tests.support.hand_encoder import HandEncoder


@dataclass(frozen=True, slots=True)
class Order:
    """A scenario to run in a place, and how it is to end."""

    scenario: str
    place: str
    step: str | None = None
    """At which step it is killed."""
    occurrence: int = 1
    """At which occurrence of the step, from 1."""
    seconds: float | None = None
    """After how long it is killed, if it still runs."""
    stopped: bool = False
    """Stop it at the step instead of killing it; `Laboratory.wait` waits for its end."""
    largest_file: int | None = None
    """Beyond how many bytes the system refuses to let a file grow."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a command."""

    process: int
    steps: tuple[str, ...]
    """Those that it announced, the last one perhaps its end."""
    error: str | None
    """The name of the error that it ended with and its message, or a traceback if it is not one of ours."""
    signal: int
    """That killed or stopped it; 0 if it ended."""
    seconds: float

    @property
    def acknowledged(self) -> bool:
        """Whether it said that it was done."""
        return not self.signal and self.error is None


class Laboratory:
    """Speaks with the helper process."""

    def __init__(self, helper: "subprocess.Popen[str]") -> None:
        self._helper = helper

    def run(self, order: Order) -> Outcome:
        """Run a scenario until its end, its death or its stop."""
        return self._ask(asdict(order))

    def wait(self, process: int) -> Outcome:
        """Wait for the end of a command that was stopped."""
        return self._ask({"process": process})

    def _ask(self, question: dict[str, object]) -> Outcome:
        assert self._helper.stdin is not None
        assert self._helper.stdout is not None
        self._helper.stdin.write(json.dumps(question) + "\n")
        self._helper.stdin.flush()
        answer = json.loads(self._helper.stdout.readline())
        return Outcome(**{**answer, "steps": tuple(answer["steps"])})


@contextmanager
def laboratory() -> Iterator[Laboratory]:
    """Start the helper process."""
    env = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.promises.crashes.laboratory"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env, cwd=ROOT
    ) as helper:
        yield Laboratory(helper)


_PROSE = "The two presidents met on Monday to speak about the border between their countries."


@dataclass(frozen=True, slots=True)
class _Child:
    process: int
    told: int
    """The end of the pipe that it tells its steps through."""
    started: float


class _Helper:
    """Forks a child for each order."""

    def __init__(self) -> None:
        self._stopped: dict[int, _Child] = {}
        detect(_PROSE)  # what it unpacks at first would count as a write of the first child

    def obey(self, question: dict[str, object]) -> Outcome:
        if "process" in question:
            return self._end(self._stopped.pop(int(str(question["process"]))))
        order = Order(**question)  # type: ignore[arg-type]  # what `Laboratory.run` took apart
        mine, its = os.pipe()
        started = time.perf_counter()
        process = os.fork()
        if process == 0:
            os.close(mine)
            _be_child(order, its)
        os.close(its)
        if order.seconds is not None:
            time.sleep(order.seconds)
            os.kill(process, signal.SIGKILL)
        return self._end(_Child(process, mine, started))

    def _end(self, child: _Child) -> Outcome:
        _, status = os.waitpid(child.process, os.WUNTRACED)
        seconds = time.perf_counter() - child.started
        if os.WIFSTOPPED(status):
            self._stopped[child.process] = child
            return Outcome(child.process, (), None, os.WSTOPSIG(status), seconds)
        with os.fdopen(child.told, encoding="utf-8") as told:
            steps = [json.loads(line) for line in told]
        error = steps.pop()[0] if steps and isinstance(steps[-1], list) else None
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        return Outcome(child.process, tuple(steps), error, killed, seconds)


def _be_child(order: Order, told: int) -> NoReturn:
    seen = Counter[str]()

    def tell(what: object) -> None:
        os.write(told, json.dumps(what).encode() + b"\n")

    def at_step(event: str, arguments: tuple[object, ...]) -> None:
        if event != EVENT:
            return
        step = str(arguments[0])
        tell(step)
        seen[step] += 1
        if (step, seen[step]) == (order.step, order.occurrence):
            os.kill(os.getpid(), signal.SIGSTOP if order.stopped else signal.SIGKILL)

    try:
        if order.largest_file is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (order.largest_file, resource.RLIM_INFINITY))
        sys.addaudithook(at_step)
        SCENARIOS[order.scenario].run(Path(order.place))
    except QaError as error:
        tell([f"{type(error).__name__}: {error}"])
    except BaseException:  # noqa: BLE001  # whatever it is, it is told, and the tests refuse it
        tell([traceback.format_exc()])
    finally:
        os._exit(0)


def main() -> None:
    """Obey orders until there are no more."""
    assert "torch" not in sys.modules
    HandEncoder().encode_passages(list(SCENARIOS["build"].articles.values()))
    helper = _Helper()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(asdict(helper.obey(json.loads(line)))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
