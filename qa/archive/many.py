"""Ask many questions, several at a time."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TypedDict, TypeVar

Made = TypeVar("Made")
WITH_READER, WITHOUT_READER = 12, 3
"""How many at a time. What waits for a reader is read together; without one, more than a few wait for Python's lock.

On two idle processors, over 2,124 articles, it is 1.15 to 1.45 times as fast as a loop with a reader, and 1.1 times
without; more where others keep the processors busy.
"""


class AskKeywords(TypedDict, total=False):
    """The keywords of `Archive.ask`."""

    offset: int
    order: str
    after: str | date | None
    before: str | date | None
    outlets: Iterable[str] | None
    places: Iterable[str] | None
    articles: Iterable[str] | None
    kind: str | None
    as_written: bool


def repeatable(keywords: AskKeywords) -> AskKeywords:
    """Return keywords that can be given to several questions: what can be looped over once is made a tuple."""
    kept = keywords.copy()
    for name in ("outlets", "places", "articles"):
        if isinstance(names := kept.get(name), Iterator):
            kept[name] = tuple(names)
    return kept


def each(ask: Callable[[str], Made], questions: Iterable[str], at_a_time: int) -> tuple[Made, ...]:
    """Return what is found for each question, in their order; the first that fails ends it.

    Raises:
        TypeError: one question is given, not several.
    """
    if isinstance(questions, str):
        raise TypeError("questions must be several: write ask_many([question])")
    with ThreadPoolExecutor(at_a_time, "asking") as threads:
        asked = [threads.submit(ask, question) for question in questions]
        try:
            return tuple(it.result() for it in asked)
        finally:
            for it in asked:
                it.cancel()
