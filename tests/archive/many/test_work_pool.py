"""Each piece of work is made once, by whoever is free, and what is lent is never lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest

from qa.archive.many.work_pool import Lost, WorkPool


@contextmanager
def lent_to_nobody_who_answers(pool: WorkPool[int, int]) -> Iterator[None]:
    """Lend the first piece to someone who has it until the block ends."""
    begun, ended = Event(), Event()

    def keep(_: int) -> None:
        begun.set()
        ended.wait()

    with ThreadPoolExecutor(1) as threads:
        threads.submit(pool.lend, keep)
        begun.wait()
        try:
            yield
        finally:
            pool.end()
            ended.set()


def test_results_come_in_order_and_each_is_made_once() -> None:
    made = list[int]()
    pool = WorkPool(range(50), lambda it: made.append(it) or -it)  # type: ignore[func-returns-value]
    with ThreadPoolExecutor(4) as threads:
        for _ in range(4):
            threads.submit(pool.work)
        assert list(pool.results()) == [-it for it in range(50)]
    assert sorted(made) == list(range(50))


def test_what_is_lent_is_not_made_here() -> None:
    pool = WorkPool[int, str]([1, 2], lambda it: f"here {it}")
    pool.lend(lambda it: f"there {it}")
    assert list(pool.results()) == ["there 1", "there 2"]


def test_what_cannot_be_made_elsewhere_is_made_here() -> None:
    pool = WorkPool[int, str]([1, 2, 3], lambda it: f"here {it}")
    pool.lend(lambda it: None if it == 1 else f"there {6 // (it - 2)}")
    assert list(pool.results()) == ["here 1", "here 2", "there 6"]


def test_where_another_is_lost_its_piece_is_made_here_and_it_gets_no_other() -> None:
    pool = WorkPool[int, str]([1, 2], lambda it: f"here {it}")

    def lost(_: int) -> str:
        raise Lost

    with pytest.raises(Lost):
        pool.lend(lost)
    pool.work()
    assert list(pool.results()) == ["here 1", "here 2"]


def test_what_was_lent_and_never_comes_back_is_made_here() -> None:
    pool = WorkPool[int, int]([1, 2], lambda it: -it, patience_seconds=0.01)
    with lent_to_nobody_who_answers(pool):
        pool.work()
        assert list(pool.results()) == [-1, -2]


def test_what_is_slow_here_is_not_made_twice() -> None:
    begun, ended = list[int](), Event()

    def slow(it: int) -> int:
        begun.append(it)
        ended.wait()
        return it

    pool = WorkPool[int, int]([1], slow, patience_seconds=0.001)
    with ThreadPoolExecutor(2) as threads:
        threads.submit(pool.work)
        waiting = threads.submit(lambda: list(pool.results()))
        while not begun:
            pass
        Event().wait(0.02)  # many times its patience
        ended.set()
        assert waiting.result() == [1]
    assert begun == [1]


def test_the_first_that_fails_in_order_is_raised() -> None:
    pool = WorkPool[int, float]([1, 0, 2, "no number"], lambda it: 1 / it)  # type: ignore[list-item]
    pool.work()
    results = pool.results()
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_once_ended_nothing_is_begun() -> None:
    pool = WorkPool[int, int]([1, 2], lambda it: pytest.fail(f"{it} is made"))
    pool.end()
    pool.work()
    pool.lend(lambda it: pytest.fail(f"{it} is lent"))
