"""Ask an archive questions that it is known to answer: its positive control, see `Control`."""

from dataclasses import dataclass
from itertools import islice
from threading import Lock

from qa.archive.example_questions.candidate import Candidate
from qa.archive.example_questions.checking import Ask
from qa.archive.example_questions.choosing import by_chance
from qa.archive.sample import Sample
from qa.articles.plain_text import plain
from qa.records import Answer, Control

_ASKED = 20
"""One question in twenty is 5%: more would keep the processors busy for longer than what they say is worth."""


@dataclass(frozen=True, slots=True)
class _KnownQuestion:
    """A question with what answers it."""

    text: str
    answer: str
    passage_id: str

    @classmethod
    def of(cls, candidate: Candidate, sample: Sample) -> "_KnownQuestion":
        passage = sample.passages[candidate.statement.place].passage
        return cls(candidate.question, candidate.answer, passage.id)

    def is_first_in(self, answer: Answer) -> bool:
        """Return whether the first passage is the one that the question is made of, a copy, or holds the answer."""
        if not answer.evidence:
            return False
        first = answer.evidence[0]
        if self.passage_id in {first.passage.id, *(it.passage.id for it in first.copies)}:
            return True
        return self.answer in " ".join(plain(first.passage.text).split())


class PositiveControl:
    """The questions of one revision, asked one by one as there is time; any number of threads may ask some."""

    def __init__(self, sample: Sample) -> None:
        self._left = (_KnownQuestion.of(it, sample) for it in islice(by_chance(sample), _ASKED))
        self._asked = self._first = 0
        self._asking = Lock()
        self.result: Control | None = None
        """None until all are asked."""

    def ask_next(self, ask: Ask) -> Control | None:
        """Ask one more question; return how the archive fares, None as long as some are left."""
        with self._asking:
            if self.result is None:
                question = next(self._left, None)
                if question is None:
                    self.result = Control(self._asked, self._first)
                else:
                    self._first += question.is_first_in(ask(question.text))
                    self._asked += 1
            return self.result
