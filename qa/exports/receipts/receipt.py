"""A search with its outcome, and the file of JSON that it is written to."""

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from qa import __version__
from qa.errors import FileUnwritable
from qa.index.files import write_new
from qa.records import Absence, Answer, Correction, Evidence, ModelNames, SearchRequest, Sentence, Verdict


@dataclass(frozen=True, slots=True)
class ReceiptResult:
    """A passage that was found, its words verbatim."""

    passage_id: str
    score: float
    probability: float | None
    sentence: Sentence
    text: str
    paragraph: int
    file: str
    headline: str | None
    outlet: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was asked, of which revision with which models, and what was found; a file has these keys in this order."""

    format: Literal[1]
    """Raise this when older versions could not read what is written."""
    made: datetime
    version: str
    """Of this program."""
    search: SearchRequest
    revision: int
    models: ModelNames
    verdict: Verdict | None
    confidence: float | None
    corrections: tuple[Correction, ...]
    evidence: tuple[ReceiptResult, ...]
    """Best first, from the search's offset on."""
    absence: Absence | None = None
    """Receipts of older versions lack it."""


def receipt_of(search: SearchRequest, answer: Answer, models: ModelNames, made: datetime) -> Receipt:
    """Return the receipt of an answer that an archive with such models gave to a search.

    What "this week" was read against is written down: newer articles do not change what was asked.
    """
    if answer.time is not None:
        search = replace(search, asked_on=answer.time.asked_on)
    return Receipt(
        format=1,
        made=made,
        version=__version__,
        search=search,
        revision=answer.revision,
        models=models,
        verdict=answer.verdict,
        confidence=answer.confidence,
        corrections=answer.corrections,
        evidence=tuple(result_of(it) for it in answer.evidence),
        absence=answer.absence,
    )


def result_of(evidence: Evidence) -> ReceiptResult:
    """Return what a receipt holds of an evidence."""
    article, passage = evidence.article, evidence.passage
    return ReceiptResult(
        passage_id=passage.id,
        score=evidence.score,
        probability=evidence.probability,
        sentence=evidence.sentence,
        text=passage.text,
        paragraph=passage.number,
        file=article.file,
        headline=article.title,
        outlet=article.outlet,
        date=article.date,
    )


def receipt_text(receipt: Receipt) -> str:
    """Write a receipt as indented JSON, without lone surrogates, which a search leaves out of a question too."""
    form = asdict(receipt) | {"made": receipt.made.isoformat(timespec="seconds")}
    text = json.dumps(form, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return text.encode(errors="ignore").decode()


def check_new(path: Path) -> None:
    """Check that a new file can have this name, before anybody waits for an answer.

    Raises:
        FileUnwritable: something has it already, or its folder is missing.
    """
    if not path.parent.is_dir():
        raise FileUnwritable(f"{path} cannot be written because there is no folder {path.parent}: name another")
    if os.path.lexists(path):
        raise FileUnwritable(f"{path} exists already, and a receipt never replaces a file: name another")


def write_receipt(path: Path, receipt: Receipt) -> None:
    """Write a receipt to a new file, whole or not at all.

    Raises:
        FileUnwritable: there is a file of that name, or it cannot be made.
    """
    check_new(path)
    try:
        write_new(path, receipt_text(receipt).encode())
    except OSError as error:
        check_new(path)  # somebody else may have made one meanwhile
        raise FileUnwritable(
            f"the receipt {path} cannot be written ({error.strerror or error}): name another file"
        ) from error
