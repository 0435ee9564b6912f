"""What was measured, one line of JSON a measurement, so that a run goes on where it was stopped."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

Kind = Literal["build", "serve", "cold", "ceiling", "scan", "contents"]


class UnusableResults(Exception):
    """A file of results cannot be gone on with; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Step:
    """One measurement to be made."""

    size: str
    """How many paragraphs were asked for, or "whole"."""
    round: int
    contender: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement made."""

    step: Step
    paragraphs: int
    figures: Mapping[str, float] = field(default_factory=dict)
    failed: str = ""
    """Why there are no figures."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Where and with what a run was made; rows of two of these are never compared."""

    suite: str
    machine: str
    versions: Mapping[str, str]
    code: str
    """A digest of this package's source and of these scripts."""
    articles: str
    """A digest of the articles and questions."""
    date: str
    """The day it was begun."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run: its circumstances and what has been measured."""

    circumstances: Circumstances
    rows: tuple[Row, ...]

    @property
    def done(self) -> frozenset[Step]:
        """The steps that need no repeating."""
        return frozenset(row.step for row in self.rows)

    def paragraphs(self, size: str) -> int:
        """Count the paragraphs that a size turned out to have.

        Raises:
            UnusableResults: nothing has been measured of it.
        """
        for row in self.rows:
            if row.step.size == size:
                return row.paragraphs
        raise UnusableResults(f"the size {size!r} has no contents: delete the file of results to start again")

    def failure(self, step: Step) -> str:
        """Return why a step failed; empty where it did not."""
        return next((row.failed for row in self.rows if row.step == step), "")


def begin(path: Path, now: Circumstances) -> Run:
    """Go on with a file of results, or begin one.

    Raises:
        UnusableResults: it was made under other circumstances, or is no such file.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_line({"circumstances": asdict(now)}), encoding="utf-8")
        return Run(now, ())
    run = read(path)
    then = run.circumstances
    for name in ("suite", "machine", "versions", "code", "articles"):
        if getattr(then, name) != getattr(now, name):
            raise UnusableResults(
                f"{path} was begun with other {name}, and rows of both would be compared: delete it to start again"
            )
    return run


def read(path: Path) -> Run:
    """Read a file of the results of one run.

    Raises:
        UnusableResults: it is no such file.
    """
    runs = read_all(path)
    if len(runs) != 1:
        raise UnusableResults(f"{path} holds {len(runs)} runs, where there should be one: delete it to start again")
    return runs[0]


def read_all(path: Path) -> list[Run]:
    """Read a file of results; a last line that was cut short by the end of its process is removed from it.

    Raises:
        UnusableResults: it is no such file.
    """
    runs = list[tuple[Circumstances, list[Row]]]()
    try:
        text = path.read_text(encoding="utf-8")
        whole = text[: text.rfind("\n") + 1]
        if whole != text:
            path.write_text(whole, encoding="utf-8")
        for line in map(json.loads, whole.splitlines()):
            if "circumstances" in line:
                runs.append((Circumstances(**line["circumstances"]), []))
            else:
                runs[-1][1].append(_row(line))
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise UnusableResults(f"{path} is no file of results ({error}): delete it to start again") from error
    return [Run(circumstances, tuple(rows)) for circumstances, rows in runs]


def append(path: Path, row: Row) -> None:
    """Add a measurement."""
    with path.open("a", encoding="utf-8") as file:
        file.write(_line(asdict(row)))


def lines(run: Run) -> Iterator[str]:
    """Encode a run as the lines of its file."""
    yield _line({"circumstances": asdict(run.circumstances)})
    yield from (_line(asdict(row)) for row in run.rows)


def remaining(steps: Iterable[Step], run: Run) -> list[Step]:
    """Return the steps that have not been measured, in their order."""
    return [step for step in steps if step not in run.done]


def _line(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _row(row: Mapping[str, object]) -> Row:
    given = dict(row)
    step = given.pop("step")
    if not isinstance(step, dict):
        raise TypeError(f"no step: {step!r}")
    return Row(Step(**step), **given)  # type: ignore[arg-type]  # what is wrong in it raises TypeError
