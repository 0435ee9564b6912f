"""Ask the archive each question before it is offered."""

from collections.abc import Callable, Iterable
from threading import Lock

from qa.archive.example_questions.candidate import Candidate
from qa.articles.plain_text import plain
from qa.records import Answer

Ask = Callable[[str], Answer]

_TRIES = 3
"""The most candidates that are asked for each question that is wanted."""


class ExampleQuestions:
    """Questions that an archive answers, found as they are wanted; any number of threads may want some."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._candidates = iter(candidates)
        self._given = list[str]()
        self._tried = 0
        self._finding = Lock()

    def first(self, count: int, ask: Ask) -> tuple[str, ...]:
        """Return `count` questions; fewer where three times as many candidates do not yield them."""
        with self._finding:
            while len(self._given) < count and self._tried < _TRIES * count:
                candidate = next(self._candidates, None)
                if candidate is None:
                    break
                self._tried += 1
                if _holds(ask(candidate.question), candidate):
                    self._given.append(candidate.question)
            return tuple(self._given[: max(count, 0)])


def _holds(answer: Answer, candidate: Candidate) -> bool:
    """Return whether a question is answered, by the words that it was made from, in the first answer sentence."""
    if answer.verdict != "answered" or not answer.evidence:
        return False
    return candidate.answer in " ".join(plain(answer.evidence[0].sentence.text).split())
