"""Which sizes are measured, and how often: in forty minutes, or in four hours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from benchmarks.peers.contenders import LATE, MADE, Contender
from benchmarks.peers.order import Size, steps
from benchmarks.peers.processes import Bounds
from benchmarks.peers.rows import Step
from benchmarks.peers.workload import WHOLE


class UnknownSize(Exception):
    """A size cannot be understood; the message says what can."""


@dataclass(frozen=True, slots=True)
class Suite:
    """Which sizes, and how often everything is measured."""

    name: str
    rounds: Mapping[str, int]
    """By size, in their order."""
    cold: int
    bounds: Bounds
    """What one process may take."""
    asking_seconds: float
    """How long one process may put questions one by one."""

    def with_sizes(self, sizes: Sequence[str] | None) -> "Suite":
        """Measure other sizes, where some are named.

        Raises:
            UnknownSize: one is neither a number, nor "whole", nor a number that is made.
        """
        for size in sizes or ():
            if size != WHOLE and not (size.removeprefix(MADE).isdecimal() and int(size.removeprefix(MADE))):
                raise UnknownSize(f'no size {size!r}: name a number of paragraphs, "{WHOLE}", or {MADE} and a number')
        return replace(self, rounds={size: _rounds(size) for size in sizes}) if sizes else self

    def steps(self, contenders: Sequence[Contender]) -> Iterator[Step]:
        """Yield all measurements in their order.

        What is made up is put without our reader and without single questions. These are put at the last of the other
        sizes alone: starting takes most of their time, whatever the size.
        """
        asked = [it for it in contenders if it.asks and not it.bare and it.mode != "fast" and it.script != LATE]
        *_, last = [size for size in self.rounds if not size.startswith(MADE)] or [""]
        return steps(
            [
                Size(size, rounds, asked if size.startswith(MADE) else contenders, self.cold if size == last else 0)
                for size, rounds in self.rounds.items()
            ]
        )


def _rounds(size: str) -> int:
    return 1 if size.startswith(MADE) else 2


SUITES = MappingProxyType({
    "bench": Suite("bench", {"300": 2, "1500": 2}, 3, Bounds(600, 20_000), 90.0),
    "full": Suite("full", {"1000": 1, WHOLE: 1}, 3, Bounds(600, 20_000), 90.0),
    "made": Suite("made", {f"{MADE}{10**power}": 1 for power in (3, 4, 5, 6)}, 0, Bounds(600, 20_000), 90.0),
})  # fmt: skip
