"""What was measured, one line of JSON a measurement, so that a run goes on where it was stopped."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

Kind = Literal["contents", "build", "serve", "cold"]


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

    @property
    def sizes(self) -> Mapping[str, int]:
        """How many paragraphs each size turned out to have, the smallest first."""
        counts = {row.step.size: row.paragraphs for row in self.rows}
        return dict(sorted(counts.items(), key=lambda it: it[1]))

    def failure(self, size: str, contender: str, kind: Kind) -> str:
        """Return why there is no figure; empty where nothing failed."""
        wanted = (size, contender, kind)
        failures = (it.failed for it in self.rows if (it.step.size, it.step.contender, it.step.kind) == wanted)
        return next(filter(None, failures), "")


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
    for name in ("suite", "machine", "versions", "code", "articles"):
        if getattr(run.circumstances, name) != getattr(now, name):
            raise UnusableResults(
                f"{path} was begun with other {name}, and rows of both would be compared: delete it to start again"
            )
    return run


def read(path: Path) -> Run:
    """Read a file of results; a last line that was cut short by the end of its process is removed from it.

    Raises:
        UnusableResults: it is no such file.
    """
    try:
        text = path.read_text(encoding="utf-8")
        whole = text[: text.rfind("\n") + 1]
        if whole != text:
            path.write_text(whole, encoding="utf-8")
        head, *rows = map(json.loads, whole.splitlines())
        made = tuple(Row(Step(**row.pop("step")), **row) for row in rows)
        return Run(Circumstances(**head["circumstances"]), made)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnusableResults(f"{path} is no file of results ({error}): delete it to start again") from error


def append(path: Path, row: Row) -> None:
    """Add a measurement."""
    with path.open("a", encoding="utf-8") as file:
        file.write(_line(asdict(row)))


def _line(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
