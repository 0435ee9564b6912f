"""What a receipt asked, asked again, and what has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from qa import __version__
from qa.archive.archive import Archive
from qa.errors import NotInArchive
from qa.exports.receipts.receipt import Receipt, ReceiptResult, result_of
from qa.records import Answer, ModelNames

Fate = Literal["same", "moved", "rescored", "copy", "left out", "gone", "altered", "new"]
"""What has become of a result: at its place; at another; there, with another score; shown as a copy of another result;
in the archive, but no result; not in the archive; in the archive, with other words; not in the receipt."""

SAME_SCORE = 0.005
"""By how much scores may differ and be the same. A processor that multiplies bfloat16 in hardware gives others than one
that does not, by .0028 at most over 600 results of 60 questions; on one processor they differ by less than 1e-7."""


@dataclass(frozen=True, slots=True)
class ReplayedResult:
    """A result of then or now; places count from 1 over all results."""

    found: ReceiptResult
    """As it was found then; now, where it is new."""
    fate: Fate
    then: int | None
    now: int | None
    """Its place, or that of the result that it is a copy of."""
    score_now: float | None


@dataclass(frozen=True, slots=True)
class Replay:
    """A receipt beside what the same search gives now."""

    receipt: Receipt
    answer: Answer
    models: ModelNames
    version: str
    results: tuple[ReplayedResult, ...]
    """Those of the receipt in its order, then the new ones."""

    @property
    def same(self) -> bool:
        """Whether a visitor sees the same: verdict, results, their order, and their scores but for `SAME_SCORE`.

        Confidence, models and revision may differ; where they matter, one of these does too.
        """
        return self.answer.verdict == self.receipt.verdict and all(it.fate == "same" for it in self.results)


def replay_receipt(archive: Archive, receipt: Receipt) -> Replay:
    """Ask an archive what a receipt asked, and compare every result.

    Raises:
        QuestionError: what the receipt asked cannot be asked here.
        ArchiveIndexError, EncoderError: the archive cannot answer.
    """
    answer = archive.answer(receipt.search)
    results = (*_of_then(archive, receipt, answer), *_new(receipt, answer))
    return Replay(receipt, answer, archive.models, __version__, results)


def _of_then(archive: Archive, receipt: Receipt, answer: Answer) -> Iterator[ReplayedResult]:
    first = receipt.search.offset + 1
    now = {it.passage.id: (place, it) for place, it in enumerate(answer.evidence, start=first)}
    copies = {copy.passage.id: place for place, it in now.values() for copy in it.copies}
    for then, found in enumerate(receipt.evidence, start=first):
        words = _words(archive, found.passage_id)
        place, evidence = now.get(found.passage_id, (copies.get(found.passage_id), None))
        fate: Fate
        if words is None:
            fate = "gone"
        elif words != found.text:
            fate = "altered"
        elif evidence is not None and place is not None:
            same = abs(evidence.score - found.score) <= SAME_SCORE
            fate = "moved" if _moved(receipt, answer, then - first, place - first) else "same" if same else "rescored"
        else:
            fate = "left out" if place is None else "copy"
        yield ReplayedResult(found, fate, then, place, None if evidence is None else evidence.score)


def _moved(receipt: Receipt, answer: Answer, then: int, now: int) -> bool:
    """Compare places; where the results are the same, to change places with one of the same score is not to move."""
    if then == now:
        return False
    stood = {it.passage_id: it.score for it in receipt.evidence}
    if receipt.search.order != "relevance" or stood.keys() != {it.passage.id for it in answer.evidence}:
        return True
    scores = list(stood.values())
    return abs(scores[now] - scores[then]) > 2 * SAME_SCORE


def _new(receipt: Receipt, answer: Answer) -> Iterator[ReplayedResult]:
    known = {it.passage_id for it in receipt.evidence}
    for place, evidence in enumerate(answer.evidence, start=receipt.search.offset + 1):
        if evidence.passage.id not in known:
            yield ReplayedResult(result_of(evidence), "new", None, place, evidence.score)


def _words(archive: Archive, passage_id: str) -> str | None:
    try:
        return archive.passage(passage_id).passage.text
    except NotInArchive:
        return None
