"""Everybody is measured in turn, so that noise favours no one, and a small suite is a part of what a large one does."""

from itertools import groupby

from benchmarks.peers.contenders import CONTENDERS
from benchmarks.peers.suites import MACHINE, SUITES, Suite
from benchmarks.peers.workload import WHOLE

TWICE = Suite("two", ("300", "1500"), rounds=2, cold=3)


def test_contenders_take_turns_round_by_round() -> None:
    planned = [it for it in TWICE.steps() if it.size == "300"]
    builds = [(it.round, it.contender) for it in planned if it.kind == "build"]
    assert builds == [(turn, it.name) for turn in (0, 1) for it in CONTENDERS if not it.index]
    asks = [(it.round, it.contender) for it in planned if it.kind == "serve"]
    assert asks == [(turn, it.name) for turn in (0, 1) for it in CONTENDERS if it.asks]


def test_single_questions_are_put_in_turns_to_whoever_has_an_index_or_is_ours() -> None:
    cold = [it for it in TWICE.steps() if it.kind == "cold"]
    turns = [[it.contender for it in turn] for _, turn in groupby(cold, lambda it: it.round)]
    assert len(turns) == 3
    assert turns[0] == turns[1] == turns[2]
    assert {"qa", "qa --fast", "LangChain"} <= set(turns[0])
    assert {"LangChain, hybrid", "qa, AVX2"}.isdisjoint(turns[0])


def test_a_way_that_asks_anothers_index_comes_after_it_is_built() -> None:
    building = [it for it in TWICE.steps() if it.kind != "cold"]
    for _, turn in groupby(building, lambda it: (it.round, it.size)):
        kinds = [it.kind for it in turn]
        assert kinds.index("serve") > max(place for place, kind in enumerate(kinds) if kind == "build")


def test_single_questions_are_put_at_the_last_size() -> None:
    cold = {name: {it.size for it in suite.steps() if it.kind == "cold"} for name, suite in SUITES.items()}
    assert cold == {"bench": {"1500"}, "full": {WHOLE}}


def test_every_size_is_measured_before_one_is_measured_again() -> None:
    turns = [key for key, _ in groupby((it.round, it.size) for it in TWICE.steps() if it.kind != "cold")]
    assert turns == [(0, "300"), (0, "1500"), (1, "300"), (1, "1500")]


def test_no_measurement_is_planned_twice_and_contents_come_first() -> None:
    for suite in SUITES.values():
        planned = list(suite.steps())
        assert len(planned) == len(set(planned))
        for size in suite.sizes:
            first = next(it for it in planned if it.size == size)
            assert (first.contender, first.kind) == (MACHINE, "contents")
