"""Say in which order everything is measured: everybody in turn, again and again, so that noise favours no one."""

from collections.abc import Iterator, Mapping, Sequence

from peers.contenders import Contender
from peers.rows import Step

MACHINE = "this machine"


def steps(rounds: Mapping[str, int], contenders: Sequence[Contender], cold: int) -> Iterator[Step]:
    """Give all measurements: at every size, rounds in which each contender builds, then answers; then single questions.

    These `cold` times, at the last size only: starting takes most of their time, whatever the size; and of the peers
    only those with an index of their own, for another way of asking it starts no faster. What the machine can do is
    measured in every round, for it changes with what else runs on it.
    """
    *_, last = rounds
    for size, turns in rounds.items():
        yield Step(size, 0, MACHINE, "contents")
        for turn in range(turns):
            yield Step(size, turn, MACHINE, "ceiling")
            yield from (Step(size, turn, it.name, "build") for it in contenders if it.builds)
            yield from (Step(size, turn, it.name, "serve") for it in contenders if it.asks)
            yield from (Step(size, turn, it.name, "scan") for it in contenders if it.ours and it.builds and it.asks)
        for turn in range(cold if size == last else 0):
            yield from (Step(size, turn, it.name, "cold") for it in contenders if it.asks and (it.ours or it.builds))
