"""Read a receipt back, and refuse what is none: it may come from anybody."""

import json
from datetime import datetime
from pathlib import Path
from typing import NoReturn, get_args

from qa.errors import InvalidReceipt
from qa.exports.receipts.fields import Fields
from qa.exports.receipts.receipt import Found, Receipt
from qa.exports.receipts.writing import FORMAT
from qa.records import Correction, ModelNames, Sentence, Verdict
from qa.retrieval.request import SearchRequest

_LARGEST_BYTES = 50_000_000
"""A thousand of the longest passages take less."""


def read_receipt(path: Path) -> Receipt:
    """Read a receipt.

    Raises:
        InvalidReceipt: the file cannot be read, or is no receipt of a format known here.
    """
    try:
        if not path.is_file():
            raise InvalidReceipt(f"{path} is no file: name one that `qa ask --receipt` wrote")
        with path.open("rb") as file:
            written = file.read(_LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        raise InvalidReceipt(f"{path} cannot be read ({error}): name a file that `qa ask --receipt` wrote") from error
    if len(written) > _LARGEST_BYTES:
        raise InvalidReceipt(f"{path} is larger than any receipt: name a file that `qa ask --receipt` wrote")
    try:
        return _receipt(Fields(json.loads(written.decode("utf-8"), parse_constant=_refuse)))
    except (ValueError, OverflowError, RecursionError) as error:
        raise InvalidReceipt(
            f"{path} is no receipt ({_in_brief(error)}): name a file that `qa ask --receipt` wrote, unchanged since"
        ) from error


def _receipt(given: Fields) -> Receipt:
    if (known := given.whole("format")) != FORMAT:
        raise ValueError(f"it has format {known}, and this version reads format {FORMAT}")
    found = Receipt(
        made=datetime.fromisoformat(given.text("made")),
        version=given.text("version"),
        search=_search(given.inside("search")),
        revision=given.whole("revision"),
        models=_models(given.inside("models")),
        verdict=_verdict(given.text("verdict")),
        confidence=given.number("confidence"),
        corrections=tuple(Correction(it.text("word"), it.text("meant")) for it in given.each("corrections")),
        evidence=tuple(_found(it) for it in given.each("evidence")),
    )
    if len({it.passage_id for it in found.evidence}) < len(found.evidence):
        raise ValueError("a passage stands in it twice")
    if len(found.evidence) > found.search.limit:
        raise ValueError("it holds more passages than were asked for")
    return found


def _search(given: Fields) -> SearchRequest:
    return SearchRequest(
        question=given.text("question"),
        limit=given.whole("limit"),
        offset=given.whole("offset"),
        order=given.text("order"),
        after=given.text_or_none("after"),
        before=given.text_or_none("before"),
        outlets=given.texts("outlets"),
        places=given.texts("places"),
        articles=given.texts("articles"),
    )


def _models(given: Fields) -> ModelNames:
    return ModelNames(
        given.text("encoder"), given.text("fingerprint"), given.yes_or_no("reader"), given.text_or_none("reranker")
    )


def _found(given: Fields) -> Found:
    text, marked = given.text("text"), given.inside("sentence")
    sentence = Sentence(marked.text("text"), marked.whole("start"), marked.whole("end"))
    if text[sentence.start : sentence.end] != sentence.text:
        raise ValueError("a marked sentence is not where it should stand")
    return Found(
        passage_id=given.text("passage_id"),
        score=given.number("score"),
        probability=given.number("probability"),
        sentence=sentence,
        text=text,
        paragraph=given.whole("paragraph"),
        file=given.text("file"),
        headline=given.text_or_none("headline"),
        outlet=given.text_or_none("outlet"),
        date=given.text_or_none("date"),
    )


def _verdict(given: str) -> Verdict:
    for known in get_args(Verdict):
        if given == known:
            return known  # type: ignore[no-any-return]
    raise ValueError("its verdict is none that there is")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _in_brief(error: Exception) -> str:
    return "its objects are nested too deep" if isinstance(error, RecursionError) else " ".join(str(error).split())
