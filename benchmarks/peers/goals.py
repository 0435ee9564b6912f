"""Hold what was measured to the goals: each a ratio of two figures of the same run, at the same size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.peers.contenders import MADE
from benchmarks.peers.figures import HYBRID_PEERS, PEERS, Best, Figures, ratio


@dataclass(frozen=True, slots=True)
class Outcome:
    """A ratio, and against whom."""

    value: float
    against: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio to reach, or to stay below."""

    name: str
    target: float
    measure: Callable[[Figures, str], Outcome | None]
    """None where a figure is missing."""
    at_most: bool = False
    encoding: bool = True
    """Whether it can only be measured where texts are encoded."""

    def __str__(self) -> str:
        return f"{self.name}: {'at most' if self.at_most else 'at least'} {self.target:g}"

    def met(self, outcome: Outcome) -> bool:
        """Tell whether a ratio is good enough."""
        return outcome.value <= self.target if self.at_most else outcome.value >= self.target

    def at(self, figures: Figures, size: str) -> Outcome | None:
        """Measure at a size."""
        return None if self.encoding and size.startswith(MADE) else self.measure(figures, size)


def _outcome(value: float | None, against: str) -> Outcome | None:
    return None if value is None else Outcome(value, against)


def _building_of(ours: str, bare: str) -> Callable[[Figures, str], Outcome | None]:
    def measure(figures: Figures, size: str) -> Outcome | None:
        return _outcome(ratio(figures.rate(size, ours), figures.rate(size, bare)), bare)

    return measure


def _building_beside_peers(ours: str) -> Callable[[Figures, str], Outcome | None]:
    def measure(figures: Figures, size: str) -> Outcome | None:
        best = figures.least(size, "build", "seconds", PEERS)
        own = figures.of(size, ours, "build", "seconds")
        return _outcome(ratio(best.value, own), best.contender) if best else None

    return measure


def _asking_of(ours: str) -> Callable[[Figures, str], Outcome | None]:
    def measure(figures: Figures, size: str) -> Outcome | None:
        best = figures.least(size, "serve", "median_milliseconds", HYBRID_PEERS)
        own = figures.of(size, ours, "serve", "median_milliseconds")
        return _outcome(ratio(best.value, own), best.contender) if best else None

    return measure


def _cold(figures: Figures, size: str) -> Outcome | None:
    best = figures.least(size, "cold", "seconds", PEERS)
    return _outcome(ratio(best.value, figures.of(size, "qa", "cold", "seconds")), best.contender) if best else None


def _memory(figures: Figures, size: str) -> Outcome | None:
    best: Best | None = figures.least(size, "build", "peak_megabytes", PEERS)
    ours = figures.of(size, "qa", "build", "peak_megabytes")
    return _outcome(ratio(ours, best.value), best.contender) if best else None


GOALS: Sequence[Goal] = (
    Goal("build, every sentence encoded too, against bare float32 encode", 1.5, _building_of("qa", "bare encode")),
    Goal("build, every sentence encoded too, against the fastest peer", 1.5, _building_beside_peers("qa")),
    Goal("build by late chunking, against bare float32 encode", 3, _building_of("qa, late chunking", "bare encode")),
    Goal("build by late chunking, against the fastest peer", 3, _building_beside_peers("qa, late chunking")),
    Goal(
        "build without AMX and AVX-512, every sentence encoded too, against bare float32 encode under the same",
        1.3,
        _building_of("qa, AVX2", "bare encode, AVX2"),
    ),
    Goal("the same by late chunking", 1.3, _building_of("qa, late chunking, AVX2", "bare encode, AVX2")),
    Goal(
        "ask, warm median, against the fastest peer with hybrid search",
        3,
        _asking_of("qa"),
        encoding=False,
    ),
    Goal("the same, `--fast`", 3, _asking_of("qa --fast"), encoding=False),
    Goal("cold first answer, against the fastest peer", 5, _cold),
    Goal("peak memory of a build, against the leanest peer", 0.7, _memory, at_most=True, encoding=False),
)
