"""Offer the crash laboratory and its archives, once for all tests."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.promises.crashes.laboratory import Laboratory, laboratory
from tests.promises.crashes.prepared import Prepared, prepare

_IN_MEMORY = Path("/dev/shm")  # noqa: S108
_NEEDED_BYTES = 100_000_000


@pytest.fixture(scope="session")
def workshop() -> Iterator[Path]:
    """A folder for many short-lived indexes: in memory where there is one, for a dead process loses nothing there."""
    in_memory = _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free > _NEEDED_BYTES
    with tempfile.TemporaryDirectory(prefix="qa-crashes-", dir=_IN_MEMORY if in_memory else None) as folder:
        yield Path(folder).resolve()


@pytest.fixture(scope="session")
def crashes() -> Iterator[Laboratory]:
    """The laboratory, with its helper process."""
    with laboratory() as opened:
        yield opened


@pytest.fixture(scope="session")
def prepared(workshop: Path, crashes: Laboratory) -> Prepared:
    """The archives, and what each scenario leads to."""
    return prepare(workshop / "prepared", crashes)


@pytest.fixture
def place(workshop: Path) -> Iterator[Path]:
    """A folder for the copies of one test, which are gone after it."""
    made = Path(tempfile.mkdtemp(dir=workshop))
    yield made
    shutil.rmtree(made)
