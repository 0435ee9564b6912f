"""The order of measurements: everybody in turn, again and again, so that noise favours no one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.peers.contenders import Contender
from benchmarks.peers.rows import Step

MACHINE = "this machine"


@dataclass(frozen=True, slots=True)
class Size:
    """How often a number of paragraphs is measured, with whom."""

    name: str
    rounds: int
    contenders: Sequence[Contender]
    cold: int
    """How often a process is started for a single question."""


def steps(sizes: Sequence[Size]) -> Iterator[Step]:
    """Yield all measurements: rounds of all sizes, and in each of them everybody builds, then everybody answers.

    First come the first rounds of all sizes, so that a run that is stopped has every size before it has one twice.
    """
    for turn in range(max(size.rounds for size in sizes)):
        for size in sizes:
            if turn < size.rounds:
                yield from _round(size, turn)


def _round(size: Size, turn: int) -> Iterator[Step]:
    """Measure what the machine can do every time, for it changes with what else runs on it.

    Single questions are put in the first round: of the peers only to those with an index of their own, for another way
    of asking it starts no faster.
    """
    if turn == 0:
        yield Step(size.name, 0, MACHINE, "contents")
    yield Step(size.name, turn, MACHINE, "ceiling")
    yield from (Step(size.name, turn, it.name, "build") for it in size.contenders if it.builds)
    yield from (Step(size.name, turn, it.name, "serve") for it in size.contenders if it.asks)
    yield from (Step(size.name, turn, it.name, "scan") for it in size.contenders if it.ours and it.builds and it.asks)
    started = [it for it in size.contenders if it.asks and (it.ours or it.builds)]
    for start in range(size.cold if turn == 0 else 0):
        yield from (Step(size.name, start, it.name, "cold") for it in started)
