"""What several threads bring is done together, and each gets its own."""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from qa.models.shared_work import SharedWork
from tests.support.patience import PATIENCE


class Doubling:
    """Work that doubles numbers, waits where it has to, and remembers what it was given at once."""

    def __init__(self) -> None:
        self.given: list[list[int]] = []
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, numbers: Sequence[int]) -> list[int]:
        self.given.append(list(numbers))
        self.begun.set()
        assert self.go.wait(PATIENCE)
        if 13 in numbers:
            raise ValueError("no 13")
        if 99 in numbers:
            raise KeyboardInterrupt
        return [2 * number for number in numbers]


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def after_the_first(work: Doubling, first: int, others: Sequence[int]) -> list[object]:
    """Bring one, and others while it is worked on; return what each gets."""

    def bring(number: int) -> object:
        try:
            return together.make(number)
        except BaseException as failure:  # noqa: BLE001  # compared by the test
            return type(failure)

    together = SharedWork[int, int](work)
    with ThreadPoolExecutor(10) as threads:
        one = threads.submit(bring, first)
        assert work.begun.wait(PATIENCE)
        rest = [threads.submit(bring, number) for number in others]
        until(lambda: len(together._waiting) == len(others))
        work.go.set()
        return [it.result(PATIENCE) for it in (one, *rest)]


def test_those_who_come_while_one_works_are_served_at_once_and_each_gets_its_own() -> None:
    work = Doubling()
    assert after_the_first(work, 1, [2, 3, 4, 5]) == [2, 4, 6, 8, 10]
    assert [sorted(it) for it in work.given] == [[1], [2, 3, 4, 5]]


def test_one_alone_waits_for_nobody() -> None:
    work = Doubling()
    work.go.set()
    together = SharedWork[int, int](work)
    assert [together.make(number) for number in range(3)] == [0, 2, 4]
    assert work.given == [[0], [1], [2]]


def test_what_fails_fails_for_those_served_with_it_alone() -> None:
    work = Doubling()
    assert after_the_first(work, 1, [2, 13]) == [2, ValueError, ValueError]
    assert after_the_first(Doubling(), 13, [2, 3]) == [ValueError, 4, 6]


def test_one_that_is_interrupted_leaves_the_others_to_be_served() -> None:
    work = Doubling()
    assert after_the_first(work, 99, [2, 3]) == [KeyboardInterrupt, 4, 6]
