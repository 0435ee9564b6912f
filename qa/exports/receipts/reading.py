"""Receipts read back from files, which may come from anybody."""

from math import isfinite
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from qa.errors import InvalidReceipt
from qa.exports.receipts.receipt import Receipt
from qa.records import Absence, Verdict

_LARGEST_BYTES = 50_000_000
"""A thousand of the longest passages take less."""


def read_receipt(path: Path) -> Receipt:
    """Read a receipt.

    Raises:
        InvalidReceipt: the file cannot be read, or is no receipt of a format known here.
    """
    try:
        if not path.exists():
            raise InvalidReceipt(f"there is no file {path}: name one that `qa ask --receipt` wrote")
        if not path.is_file():
            raise InvalidReceipt(f"{path} is not a file: name one that `qa ask --receipt` wrote")
        with path.open("rb") as file:
            written = file.read(_LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        raise InvalidReceipt(f"{path} cannot be read ({error}): name a file that `qa ask --receipt` wrote") from error
    if len(written) > _LARGEST_BYTES:
        raise InvalidReceipt(f"{path} is larger than any receipt: name a file that `qa ask --receipt` wrote")
    try:
        receipt = TypeAdapter(Receipt).validate_json(written, strict=True)
        _check(receipt)
    except ValueError as error:
        raise InvalidReceipt(
            f"{path} is not a receipt ({_in_brief(error)}): name a file that `qa ask --receipt` wrote, unchanged since"
        ) from error
    return receipt


def _check(receipt: Receipt) -> None:
    """Check what the types do not say.

    Raises:
        ValueError: a receipt says something impossible.
    """
    numbers = [receipt.confidence, *(number for it in receipt.evidence for number in (it.score, it.probability))]
    if not all(number is None or isfinite(number) for number in numbers):
        raise ValueError("a score or a probability is not a number")
    for it in receipt.evidence:
        start, end = it.sentence.start, it.sentence.end
        if not 0 <= start <= end <= len(it.text) or it.text[start:end] != it.sentence.text:
            raise ValueError("a marked sentence is not where it should stand")
    if len({it.passage_id for it in receipt.evidence}) < len(receipt.evidence):
        raise ValueError("a passage stands in it twice")
    if len(receipt.evidence) > receipt.search.limit:
        raise ValueError("it holds more passages than were asked for")
    if receipt.absence is not None:
        _check_absence(receipt.absence, receipt.verdict)


def _check_absence(absence: Absence, verdict: Verdict | None) -> None:
    """Check the same of what is missing."""
    if verdict != "none":
        raise ValueError("it names what is missing, and its verdict says otherwise")
    control = absence.control
    if not 0 <= absence.read <= absence.searched or (control and not 0 <= control.first <= control.asked):
        raise ValueError("more was read than was searched, or found than was asked")


def _in_brief(error: ValueError) -> str:
    """Return the first thing that is wrong, with its place in the file."""
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "it is not JSON"
    return f"{'.'.join(map(str, first['loc'])) or 'the file'}: {first['msg']}"
