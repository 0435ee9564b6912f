"""Say in which order everything is measured: everybody in turn, again and again, so that noise favours no one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peers.contenders import Contender
from peers.rows import Step

MACHINE = "this machine"


@dataclass(frozen=True, slots=True)
class Repeats:
    """How often each thing is measured at a size."""

    rounds: int
    cold: int


def steps(sizes: Sequence[str], contenders: Sequence[Contender], repeats: Repeats) -> Iterator[Step]:
    """Give all measurements: at every size, rounds in which each contender builds, then answers; then single questions.

    These at the last size only: starting takes most of their time, whatever the size. What the machine can do is
    measured in every round, for it changes with what else runs on it.
    """
    for size in sizes:
        yield Step(size, 0, MACHINE, "contents")
        for turn in range(repeats.rounds):
            yield Step(size, turn, MACHINE, "ceiling")
            yield from (Step(size, turn, it.name, "build") for it in contenders if it.builds)
            yield from (Step(size, turn, it.name, "serve") for it in contenders if it.asks)
            yield from (Step(size, turn, it.name, "scan") for it in contenders if it.ours and it.builds and it.asks)
        for turn in range(repeats.cold if size == sizes[-1] else 0):
            yield from (Step(size, turn, it.name, "cold") for it in contenders if it.asks)
