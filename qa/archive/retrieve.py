"""Retrieve evidence with one plain function: the archive of each index stays open for the next question."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock

from qa.archive.archive import Archive
from qa.errors import EncoderMismatch
from qa.records import Evidence
from qa.settings import default_index

_open: dict[Path, Archive] = {}
_opening = Lock()


def retrieve(
    question: str,
    limit: int = 5,
    index: str | Path | None = None,
    *,
    offset: int = 0,
    order: str = "relevance",
    after: str | date | None = None,
    before: str | date | None = None,
    outlets: Iterable[str] | None = None,
    places: Iterable[str] | None = None,
    languages: Iterable[str] | None = None,
    articles: Iterable[str] | None = None,
    kind: str | None = None,
    as_written: bool = False,
    asked_on: str | date | None = None,
    any_time: bool = False,
    as_of: str | date | None = None,
) -> tuple[Evidence, ...]:
    """Return the evidence for a question from an index, which stays open for the next one.

    Keywords and errors are those of `Archive.ask`, which returns the verdict as well.

    >>> evidence = retrieve("When is Tokayev's state visit?", limit=3, index="index")
    >>> evidence[0].article.file
    '003_f21b648a2aaaf444.txt'
    """
    where = (Path(index) if index is not None else default_index()).resolve()
    ask = partial(
        Archive.ask,
        question=question,
        limit=limit,
        offset=offset,
        order=order,
        after=after,
        before=before,
        outlets=outlets,
        places=places,
        languages=languages,
        articles=articles,
        kind=kind,
        as_written=as_written,
        asked_on=asked_on,
        any_time=any_time,
        as_of=as_of,
    )
    archive = _kept_open(where)
    try:
        return ask(archive).evidence
    except EncoderMismatch:  # another encoder has encoded the index since
        return ask(_kept_open(where, instead_of=archive)).evidence


def _kept_open(where: Path, instead_of: Archive | None = None) -> Archive:
    """Return the archive of an index, which stays open; it is opened first if there is none, or that one."""
    with _opening:
        if _open.get(where) is instead_of:
            _open[where] = Archive.open(where)
        return _open[where]
