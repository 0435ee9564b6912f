"""Which sizes are measured, how often and in which order: in forty minutes, or in hours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from benchmarks.peers.contenders import CONTENDERS
from benchmarks.peers.rows import Step
from benchmarks.peers.workload import WHOLE

MACHINE = "this machine"


@dataclass(frozen=True, slots=True)
class Suite:
    """Which sizes, and how often everything is measured."""

    name: str
    sizes: Sequence[str]
    """The smallest first."""
    rounds: int
    cold: int
    """How often a process is started for a single question, at the last size: the size hardly matters to it."""

    def steps(self) -> Iterator[Step]:
        """Yield all measurements: rounds of all sizes, so that a run that is stopped has every size before one twice.

        In a round everybody builds, then everybody answers, so that noise favours no one.
        """
        for turn in range(self.rounds):
            for size in self.sizes:
                yield from _round(size, turn)
                if turn == 0 and size == self.sizes[-1]:
                    yield from self._cold(size)

    def _cold(self, size: str) -> Iterator[Step]:
        """Start everybody in turn, of the peers only those with an index of their own: another way starts no faster."""
        started = [it for it in CONTENDERS if it.asks and (it.ours or not it.index)]
        for start in range(self.cold):
            yield from (Step(size, start, it.name, "cold") for it in started)


def _round(size: str, turn: int) -> Iterator[Step]:
    if turn == 0:
        yield Step(size, 0, MACHINE, "contents")
    yield from (Step(size, turn, it.name, "build") for it in CONTENDERS if not it.index)
    yield from (Step(size, turn, it.name, "serve") for it in CONTENDERS if it.asks)


SUITES = MappingProxyType({
    "bench": Suite("bench", ("300", "1500"), rounds=2, cold=3),
    "full": Suite("full", ("1000", WHOLE), rounds=1, cold=3),
})  # fmt: skip
