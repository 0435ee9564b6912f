"""The calibration of an index: from which confidence on its owner's own judged questions are called answered.

It stands in a file beside the index, which may be deleted and built again without losing it.
"""

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import FileUnwritable, IndexDamaged
from qa.index.files import write_over
from qa.index.store.schema import DATABASE
from qa.settings import Thresholds, beside_index

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_FILE = "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Thresholds, and the questions that they were chosen by."""

    answered: float
    """The least confidence for "answered"."""
    weak: float
    questions: int
    """How many were judged."""
    called: int
    """How many of them are called answered at that."""
    wrong: int
    """How many of these are not answered by the first five passages."""
    bound: float
    """The share of wrong ones that is not exceeded with 95% confidence, three in four questions having an answer."""
    coverage: float
    """The share of questions with an answer that is called answered."""
    questions_digest: str
    encoder_fingerprint: str
    reader: bool
    """Whether a reader read the first passages."""
    calibrated_on: str
    """A day, ISO 8601."""

    @property
    def thresholds(self) -> Thresholds:
        """The least confidence for each verdict."""
        return Thresholds(self.answered, self.answered, self.weak)


def calibration_beside(index: Path) -> Path:
    """Return the file that the calibration of an index stands in, if it has one."""
    return beside_index(index, _FILE)


def read_calibration(index: Path) -> Calibration | None:
    """Read the calibration of an index; None where it has none.

    Raises:
        IndexDamaged: the file is there and cannot be used.
    """
    path = calibration_beside(index)
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(path) from error
    from pydantic import ValidationError  # to import it takes time, and most indexes have no calibration

    try:
        found = _adapter().validate_json(written)
    except ValidationError as error:
        raise _unreadable(path) from error
    if not 0 <= found.weak <= found.answered <= 1:
        raise _unreadable(path)
    return found


@cache
def _adapter() -> "TypeAdapter[Calibration]":
    """Make what checks a file, once: each question reads it."""
    from pydantic import TypeAdapter

    return TypeAdapter(Calibration)


def write_calibration(index: Path, calibration: Calibration) -> None:
    """Write the calibration of an index in place of the one before, whole or not at all.

    Raises:
        FileUnwritable: it cannot be written.
    """
    path = calibration_beside(index)
    try:
        write_over(path, json.dumps(asdict(calibration), indent=1).encode() + b"\n", like=index / DATABASE)
    except OSError as error:
        raise _unwritable(path, error) from error


def delete_calibration(index: Path) -> bool:
    """Delete the calibration of an index; return whether there was one.

    Raises:
        FileUnwritable: it cannot be deleted.
    """
    path = calibration_beside(index)
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unwritable(path, error) from error
    return True


def _unwritable(path: Path, error: OSError) -> FileUnwritable:
    return FileUnwritable(f"{path} cannot be written ({error.strerror or error}): allow yourself to write it")


def _unreadable(path: Path) -> IndexDamaged:
    return IndexDamaged(
        f"{path} cannot be used: calibrate again with `qa evaluate FILE --calibrate`, or delete it with "
        "`qa evaluate --uncalibrate`"
    )
