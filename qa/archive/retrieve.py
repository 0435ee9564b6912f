"""Retrieve evidence with one plain function: the archive of each index is kept open for the next question."""

from pathlib import Path
from threading import Lock

from qa.archive.archive import Archive
from qa.errors import EncoderMismatch
from qa.records import Evidence
from qa.settings import default_index

_open: dict[Path, Archive] = {}
_opening = Lock()


def retrieve(question: str, limit: int = 5, index: str | Path | None = None) -> tuple[Evidence, ...]:
    """Return the evidence for a question from an index, kept open for the next one; see `Archive.ask` for more.

    >>> evidence = retrieve("When is Tokayev's state visit?", limit=3, index="index")
    >>> evidence[0].article.file
    '003_f21b648a2aaaf444.txt'
    """
    where = (Path(index) if index is not None else default_index()).resolve()
    archive = _kept_open(where)
    try:
        return archive.ask(question, limit).evidence
    except EncoderMismatch:  # another encoder has encoded the index since
        return _kept_open(where, instead_of=archive).ask(question, limit).evidence


def _kept_open(where: Path, instead_of: Archive | None = None) -> Archive:
    """Return the archive of an index that is kept open; it is opened first if there is none, or that one."""
    with _opening:
        if _open.get(where) is instead_of:
            _open[where] = Archive.open(where)
        return _open[where]
