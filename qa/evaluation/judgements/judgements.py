"""Keep what readers say of answers in a file, however many say it at once."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from qa.errors import FileUnwritable, InvalidJudgements
from qa.evaluation.judgements.given import Given, text_of
from qa.evaluation.judgements.rows import Change, judged_lines, read_lines, written
from qa.evaluation.judgements.thumbs import Thumb, Thumbs
from qa.index.files import replace_file
from qa.index.filters import fold
from qa.records import Verdict

_PATIENCE_SECONDS, _RETRY_SECONDS = 10.0, 0.02


def judgements_beside(index: Path) -> Path:
    """Name the file of judgements that goes with an index: beside its folder, which may be deleted and made again."""
    folder = Path(os.path.abspath(index))  # noqa: PTH100 - a link to a folder keeps its own name
    return folder.with_name(f"{folder.name}-judgements.jsonl")


class Judgements:
    """A file of judged questions that grows by readers' thumbs, one row a question; `qa evaluate` measures with it.

    Rows that others have written stay as they are; where one is about the same question, what a reader says is added to
    it, and taking that back restores it. Any number of threads and processes may write at once.
    """

    def __init__(self, path: Path) -> None:
        self.path, self._given = path, Given(path)

    def judge_verdict(self, question: str, verdict: Verdict, right: bool | None) -> None:
        """Say that a verdict is right or wrong; None takes it back.

        Weak evidence counts as an answer: where it is right, the archive answers the question.

        Raises:
            InvalidJudgements: the file is not what this can add to, or the question is empty.
            FileUnwritable: it cannot be written.
        """
        answerable = None if right is None else right == (verdict != "none")
        self._judge(question, partial(Thumbs.with_verdict, answerable=answerable))

    def judge_passage(self, question: str, passage_text: str, sentence_text: str, answers: bool | None) -> None:
        """Say that a passage, with the sentence marked in it, answers a question or does not; None takes it back.

        Raises:
            InvalidJudgements: the file is not what this can add to, or a text is empty.
            FileUnwritable: it cannot be written.
        """
        if not fold(passage_text):
            raise InvalidJudgements("there is no passage to judge: its text is empty")
        marked = sentence_text if fold(sentence_text) else ""
        self._judge(question, partial(Thumbs.with_passage, passage=passage_text, sentence=marked, answers=answers))

    def given(self, question: str) -> tuple[Thumb, ...]:
        """Give the thumbs that were given on a question, the last one last; none where the file cannot be read."""
        return self._given.on(question)

    def _judge(self, question: str, change: Change) -> None:
        if not fold(question):
            raise InvalidJudgements("there is no question to judge: it is empty")
        path = Path(os.path.realpath(self.path))  # what a link leads to is written, and the link stays
        try:
            with _locked(path):
                before = text_of(path)
                after = _changed(path, before, question, change)
                if after != before:
                    _check_writable(path)
                    replace_file(path, after.encode())
        except OSError as error:
            raise FileUnwritable(
                f"{self.path} cannot be written ({error.strerror or error}), so nothing was kept: make room, or allow "
                "writing in its folder"
            ) from error


def _changed(path: Path, before: str, question: str, change: Change) -> str:
    try:
        return written(judged_lines(list(read_lines(before)), question, change))
    except ValueError as error:
        raise InvalidJudgements(f"{path} is left as it is ({error}): mend it, or move it away") from error


def _check_writable(path: Path) -> None:
    """Refuse to replace a file that its owner has made read-only: the folder would allow it."""
    if path.exists():
        os.close(os.open(path, os.O_WRONLY))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Let nobody else write the file meanwhile; the kernel frees the lock of whoever dies."""
    handle = os.open(path.with_name(f"{path.name}.lock"), os.O_RDONLY | os.O_CREAT, 0o666)
    try:
        _take(handle, path)
        yield
    finally:
        os.close(handle)


def _take(handle: int, path: Path) -> None:
    started = time.monotonic()
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() - started > _PATIENCE_SECONDS:
                raise FileUnwritable(f"{path} is being written by another program: try again") from error
            time.sleep(_RETRY_SECONDS)
        else:
            return
