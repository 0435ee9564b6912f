"""Everybody is measured in turn, so that noise favours no one, and a small suite is a part of what a large one does."""

from itertools import groupby

import pytest

from benchmarks.peers.contenders import CONTENDERS
from benchmarks.peers.order import MACHINE, Size, steps
from benchmarks.peers.suites import SUITES, UnknownSize
from benchmarks.peers.workload import WHOLE

SOME = [it for it in CONTENDERS if it.name in {"qa", "qa --fast", "LangChain", "LangChain, hybrid", "qa, AVX2"}]


def test_contenders_take_turns_round_by_round() -> None:
    planned = list(steps([Size("300", 2, SOME, 3)]))
    builds = [(it.round, it.contender) for it in planned if it.kind == "build"]
    assert builds == [(turn, name) for turn in (0, 1) for name in ("qa", "LangChain", "qa, AVX2")]
    asks = [(it.round, it.contender) for it in planned if it.kind == "serve"]
    assert asks == [(turn, name) for turn in (0, 1) for name in ("qa", "LangChain", "qa --fast", "LangChain, hybrid")]
    assert [len(list(turn)) for _, turn in groupby(it.round for it in planned if it.kind == "cold")] == [3, 3, 3]
    assert {it.contender for it in planned if it.kind == "cold"} == {"qa", "qa --fast", "LangChain"}


def test_a_way_that_asks_anothers_index_comes_after_it_is_built() -> None:
    kinds = [it.kind for it in steps([Size("300", 1, SOME, 1)]) if it.contender != MACHINE]
    assert kinds.index("serve") > max(place for place, kind in enumerate(kinds) if kind == "build")


def test_single_questions_are_put_at_the_last_size_that_is_not_made_up() -> None:
    for name, last in {"bench": "1500", "full": WHOLE}.items():
        assert {it.size for it in SUITES[name].steps(CONTENDERS) if it.kind == "cold"} == {last}


def test_each_size_has_rounds_of_its_own() -> None:
    planned = steps([Size("300", 2, SOME, 0), Size("1500", 1, SOME, 0)])
    assert {(it.size, it.round) for it in planned} == {("300", 0), ("300", 1), ("1500", 0)}


def test_every_size_is_measured_before_one_is_measured_again() -> None:
    planned = steps([Size("300", 2, SOME, 1), Size("1500", 1, SOME, 0)])
    assert [key for key, _ in groupby((it.round, it.size) for it in planned)] == [(0, "300"), (0, "1500"), (1, "300")]


def test_no_measurement_is_planned_twice_and_contents_come_first() -> None:
    for suite in SUITES.values():
        planned = list(suite.steps(CONTENDERS))
        assert len(planned) == len(set(planned))
        for size in suite.rounds:
            first = next(it for it in planned if it.size == size)
            assert (first.contender, first.kind) == (MACHINE, "contents")


def test_made_up_passages_are_asked_without_encoding_and_without_a_reader() -> None:
    planned = list(SUITES["full"].with_sizes(["made-1000"]).steps(CONTENDERS))
    assert {it.kind for it in planned} == {"contents", "ceiling", "build", "serve", "scan"}
    assert {"qa --fast", "bare encode", "qa, AVX2"}.isdisjoint(it.contender for it in planned)


@pytest.mark.parametrize("size", ["0", "many", "made-", "made-x", "-5", "made-whole", ""])
def test_a_size_that_cannot_be_understood_is_refused_in_one_line(size: str) -> None:
    with pytest.raises(UnknownSize, match="name a number of paragraphs") as refused:
        SUITES["bench"].with_sizes([size])
    assert "\n" not in str(refused.value)
