"""Read a file of judged questions, and know which thumbs were given on each."""

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.errors import InvalidJudgements
from qa.evaluation.judgements.rows import read_lines
from qa.evaluation.judgements.thumbs import Thumb, thumbs_of
from qa.index.filters import fold

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Known:
    """The thumbs on each question, folded, and which state of the file they stand in."""

    state: tuple[int, int, int] | None
    thumbs: Mapping[str, tuple[Thumb, ...]]


class Given:
    """The thumbs that a file holds, wanted with every answer: it is read again only where it has changed."""

    def __init__(self, path: Path) -> None:
        self._path, self._known = path, _Known(None, {})

    def on(self, question: str) -> tuple[Thumb, ...]:
        """Give those on a question, the last one last; none where the file cannot be read."""
        known, state = self._known, _state(self._path)
        if known.state != state:
            known = self._known = _Known(state, self._read())
        return known.thumbs.get(fold(question), ())

    def _read(self) -> Mapping[str, tuple[Thumb, ...]]:
        thumbs = dict[str, tuple[Thumb, ...]]()
        try:
            for it in read_lines(text_of(Path(os.path.realpath(self._path)))):
                if isinstance(known := it.row.get("question"), str):
                    thumbs.setdefault(fold(known), thumbs_of(it.row).given)  # a thumb goes to the first row about it
        except (InvalidJudgements, OSError, ValueError) as error:
            _log.warning("%s cannot be read, so thumbs given earlier are not shown: %s", self._path, error)
        return thumbs


def text_of(path: Path) -> str:
    """Read a file of judged questions; "" where there is none.

    Raises:
        InvalidJudgements: it is none; the message holds the remedy.
    """
    if not path.exists():
        return ""
    if not path.is_file():
        raise InvalidJudgements(f"{path} is no file: move it away")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidJudgements(f"{path} is left as it is (it is no UTF-8): mend it, or move it away") from error


def _state(path: Path) -> tuple[int, int, int] | None:
    """Give what changes with a file: it is replaced whole when a thumb is kept."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
