"""A file of judgements that any number of visitors add to at once."""

import logging
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from qa.articles.stated_names import fold
from qa.errors import FileUnwritable, InvalidJudgements
from qa.evaluation.judgements.rows import QuestionRow, new_row, question_rows
from qa.evaluation.judgements.thumbs import Thumb, ThumbEvent, thumb_line
from qa.index.files import exclusive, synchronise
from qa.records import Verdict
from qa.settings import beside_index

_PATIENCE_SECONDS = 10.0
_log = logging.getLogger(__name__)


def judgements_beside(index: Path) -> Path:
    """Return the file of judgements that goes with an index: beside its folder, which may be deleted and rebuilt."""
    return beside_index(index, "judgements.jsonl")


class Judgements:
    """A file of judged questions that grows by visitors' thumbs, one line each; `qa evaluate` measures with it.

    A line that stands in it is never changed. Any number of threads and processes may write at once.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def judge_verdict(self, question: str, verdict: Verdict, right: bool | None) -> None:
        """Write down that a verdict is right or wrong; None takes it back.

        Weak evidence counts as an answer: where it is right, the archive answers the question.

        Raises:
            InvalidJudgements: the file is not what this can add to, or the question is empty.
            FileUnwritable: it cannot be written.
        """
        self._judge(question, Thumb(None if right is None else right == (verdict != "none")))

    def judge_passage(self, question: str, passage_text: str, sentence_text: str, answers: bool | None) -> None:
        """Write down that a passage, with the sentence marked in it, answers a question or not; None takes it back.

        Raises:
            InvalidJudgements: the file is not what this can add to, or a text is empty.
            FileUnwritable: it cannot be written.
        """
        if not fold(passage_text):
            raise InvalidJudgements("the passage to judge has no text: choose one that is shown")
        self._judge(question, Thumb(answers, passage_text, sentence_text if fold(sentence_text) else ""))

    def thumbs_on(self, question: str) -> tuple[Thumb, ...]:
        """Return the thumbs on a question, the last one last; none where the file cannot be read."""
        return _thumbs(self.path, _state(self.path)).get(fold(question), ())

    def _judge(self, question: str, thumb: Thumb) -> None:
        if not fold(question):
            raise InvalidJudgements("the question to judge is empty: ask one first")
        path = Path(os.path.realpath(self.path))  # what a link leads to is written, and the link stays
        try:
            path.parent.stat()  # the lock would make the folder
            with exclusive(Path(f"{path}.lock"), _PATIENCE_SECONDS) as alone:
                if not alone:
                    raise FileUnwritable(f"{path} is being written by another program: try again")
                if _changes(path, question, thumb):
                    _append(path, thumb_line(ThumbEvent(question, thumb)).encode())
        except OSError as error:
            raise FileUnwritable(
                f"{self.path} cannot be written ({error.strerror or error}), so nothing was written: make room, or "
                "allow writing in its folder"
            ) from error


def _changes(path: Path, question: str, thumb: Thumb) -> bool:
    """Return whether a thumb changes the judgements of a question.

    Raises:
        InvalidJudgements: the file cannot be added to.
    """
    try:
        row = _by_question(_bytes(path)).get(fold(question), new_row(0, question))
        changed = row.with_thumb(thumb)
        changed.judged()
    except ValueError as error:
        raise InvalidJudgements(
            f"{path} is left as it is ({error}): correct the file, or move it out of the way"
        ) from error
    return changed.thumbs != row.thumbs


def _by_question(data: bytes) -> Mapping[str, QuestionRow]:
    """Return the first row about each question, by the question folded."""
    return {row.question: row for row in reversed(question_rows(data))}


def _bytes(path: Path) -> bytes:
    if not path.exists():
        return b""
    if not path.is_file():
        raise InvalidJudgements(f"{path} is not a file: move it out of the way")
    return path.read_bytes()


def _append(path: Path, line: bytes) -> None:
    """Add a line to a file, or make it, on the disk before this returns; where that fails, the file is as it was."""
    with path.open("a+b", buffering=0) as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(end - 1, 0))
        rest = (b"" if file.read(1) in (b"", b"\n") else b"\n") + line + b"\n"
        try:
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        except OSError:
            file.truncate(end)
            raise
    if not end:
        synchronise(path.parent)


@lru_cache(maxsize=8)
def _thumbs(path: Path, state: object) -> Mapping[str, tuple[Thumb, ...]]:  # noqa: ARG001
    """Read the thumbs on each question, folded, again where the state of the file has changed."""
    try:
        return {question: row.thumbs for question, row in _by_question(_bytes(path)).items()}
    except (InvalidJudgements, OSError, ValueError) as error:
        _log.warning("%s cannot be read, so thumbs given earlier are not shown: %s", path, error)
        return {}


def _state(path: Path) -> object:
    """Return what changes when the file does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_ctime_ns, found.st_size
