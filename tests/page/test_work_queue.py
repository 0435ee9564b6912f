"""Work on the page waits its turn: some at once, in order, answers before filters."""

import asyncio
import threading
import time
from functools import partial

import pytest

from qa.page.work_queue import ANSWER, FILTERS, WorkQueue
from tests.support.own_loop import run
from tests.support.patience import PATIENCE


def in_thread(urgencies: list[int], at_once: int) -> tuple[list[int], int]:
    """Ask for pieces of work one after the other; give the order they began in, and how many were done side by side."""
    began: list[int] = []
    working, most = 0, 0
    lock, all_asked = threading.Lock(), threading.Event()

    def work(number: int) -> int:
        nonlocal working, most
        with lock:
            began.append(number)
            working += 1
            most = max(most, working)
        assert all_asked.wait(PATIENCE)
        time.sleep(0.01)
        with lock:
            working -= 1
        return number

    async def everybody() -> None:
        queue = WorkQueue(at_once)
        asked = []
        for number, urgency in enumerate(urgencies):
            asked.append(asyncio.create_task(queue.run(urgency, partial(work, number))))
            await asyncio.sleep(0)
        all_asked.set()
        assert await asyncio.gather(*asked) == list(range(len(urgencies)))

    run(everybody())
    return began, most


def test_work_begins_in_the_order_it_comes_and_no_more_than_allowed_at_once() -> None:
    began, most = in_thread([ANSWER] * 8, 1)
    assert (began, most) == (list(range(8)), 1)
    assert in_thread([ANSWER] * 8, 3)[1] == 3


def test_filters_wait_until_nobody_waits_for_an_answer() -> None:
    began, _ = in_thread([ANSWER, FILTERS, FILTERS, ANSWER, FILTERS, ANSWER], 1)
    assert began == [0, 3, 5, 1, 2, 4]


def test_what_fails_leaves_its_place_to_the_next() -> None:
    async def failing() -> None:
        queue = WorkQueue(1)
        for _ in range(3):
            with pytest.raises(ZeroDivisionError):
                await queue.run(ANSWER, lambda: 1 // 0)
        assert await queue.run(ANSWER, lambda: 7) == 7

    run(failing())


def test_who_goes_while_waiting_holds_up_nobody() -> None:
    async def leaving() -> None:
        queue, done = WorkQueue(1), threading.Event()
        first = asyncio.create_task(queue.run(ANSWER, lambda: done.wait(PATIENCE)))
        await asyncio.sleep(0)
        gone = asyncio.create_task(queue.run(ANSWER, lambda: 1))
        last = asyncio.create_task(queue.run(ANSWER, lambda: 2))
        await asyncio.sleep(0)
        gone.cancel()
        done.set()
        assert await asyncio.wait_for(last, PATIENCE) == 2
        assert await first
        assert await asyncio.wait_for(queue.run(ANSWER, lambda: 3), PATIENCE) == 3

    run(leaving())


def test_beyond_a_bound_who_asks_is_refused_at_once() -> None:
    async def crowding() -> None:
        queue, done = WorkQueue(1, most_waiting=1), threading.Event()
        working = [asyncio.create_task(queue.run(ANSWER, lambda: done.wait(PATIENCE))) for _ in range(2)]
        await asyncio.sleep(0)
        assert await queue.run(ANSWER, lambda: 1) is None
        assert await queue.run(FILTERS, lambda: 1) is None
        done.set()
        assert await asyncio.gather(*working) == [True, True]

    run(crowding())


def test_filters_that_wait_turn_no_question_away() -> None:
    async def crowding() -> None:
        queue, done = WorkQueue(1, most_waiting=1), threading.Event()
        working = asyncio.create_task(queue.run(ANSWER, lambda: done.wait(PATIENCE)))
        await asyncio.sleep(0)
        waiting = [asyncio.create_task(queue.run(urgency, lambda: True)) for urgency in (FILTERS, ANSWER)]
        await asyncio.sleep(0)
        done.set()
        assert await asyncio.gather(working, *waiting) == [True, True, True]

    run(crowding())


def test_work_aside_waits_for_all_other_and_holds_up_none() -> None:
    began = list[str]()
    first, aside = threading.Event(), threading.Event()

    def piece(name: str, until: threading.Event | None = None) -> None:
        began.append(name)
        assert until is None or until.wait(PATIENCE)

    async def ask() -> None:
        queue = WorkQueue(at_once=1)
        busy = asyncio.ensure_future(queue.run(FILTERS, partial(piece, "filters", first)))
        while not began:
            await asyncio.sleep(0)
        beside = asyncio.ensure_future(queue.run_aside(partial(piece, "aside", aside)))
        waiting = asyncio.ensure_future(queue.run(ANSWER, partial(piece, "answer")))
        await asyncio.sleep(0)
        assert began == ["filters"]
        first.set()
        await asyncio.gather(busy, waiting)
        while began[-1] != "aside":
            await asyncio.sleep(0.01)
        await queue.run(ANSWER, partial(piece, "another"))
        aside.set()
        await beside

    run(ask())
    assert began == ["filters", "answer", "aside", "another"]
