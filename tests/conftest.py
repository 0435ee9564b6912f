"""Offer what many tests stand on: the seeds, a small archive, and an encoder computable by hand.

Tests run side by side in several workers: those of one group run in the same one, and share what they start.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from qa.archive.archive import Archive
from tests.support.hand_encoder import HandEncoder
from tests.support.rebuilding import rebuilding_awaited

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
_GROUPS = {
    "pages": (
        "tests/page/journeys/",
        "tests/page/serving/test_login.py",
        "tests/page/serving/test_requests.py",
        "tests/page/test_serving.py",
    ),
    "crashes": ("tests/promises/crashes/",),
    "torch": ("tests/models/",),
}
"""Where tests share what takes seconds to start."""

settings.register_profile("ci", deadline=None)
settings.register_profile("soak", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

ARTICLES = {
    "border.txt": "River marks the line\n\nThe border follows the river for 300 miles. Nobody guards it.\n\n"
    "A ship passes twice a day, the harbour master said.",
    "trade.txt": "Trade grows again\n\n"
    "PORTVILLE, March 3, 2021. /Example Wire/. The president said trade rose by 12%.\n\n"
    "The bank expects more trade next year. It gave no figure.",
    "music.txt": "Festival opens\n\n4 May 2020\n\nThe music festival opened with a visit of the president.\n\n"
    "Thousands came to hear music by the river.",
}


class _Groups(LoadScopeScheduling):  # type: ignore[misc]
    """Hands whole groups to the workers, the largest first: pages, crashes, and the tests of each other file.

    By the path of a test and not by its marker, for pytest-xdist 3.8 loses its markers under pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((group for group, paths in _GROUPS.items() if file.startswith(paths)), file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Let the tests that share what is started once for all of them run in one worker."""
    return _Groups(config, log)


@pytest.fixture(scope="session", autouse=True)
def _no_stray_index() -> Iterator[None]:
    """Let no variable of the machine decide which index a test asks."""
    before = os.environ.pop("QA_INDEX", None)
    yield
    if before is not None:
        os.environ["QA_INDEX"] = before


@pytest.fixture(scope="session", autouse=True)
def _signals_are_obeyed() -> Iterator[None]:
    """Let the processes that tests start obey Ctrl-C and a hang-up, whoever ignores them (`&`, `nohup`)."""
    before = {it: signal.getsignal(it) for it in (signal.SIGINT, signal.SIGHUP)}
    if before[signal.SIGINT] is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if before[signal.SIGHUP] is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    for it, handler in before.items():
        signal.signal(it, handler)


@pytest.fixture(autouse=True)
def _no_rebuilding_outlives_its_test() -> Iterator[None]:
    """Let no process that an update started write on when its test has ended."""
    with rebuilding_awaited():
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three articles."""
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in ARTICLES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def encoder() -> HandEncoder:
    """A fresh hand-computable encoder."""
    return HandEncoder()


@pytest.fixture
def archive(folder: Path, tmp_path: Path, encoder: HandEncoder) -> Archive:
    """An archive over the three articles."""
    return Archive.build(folder, tmp_path / "index", encoder=encoder)


@pytest.fixture(scope="session")
def seeds_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index over the seeds made with the real encoder, once for the tests of all workers: a test changes a copy."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    index, made = shared / "seeds" / "index", shared / "seeds-made"
    with FileLock(shared / "seeds.lock"):
        if not made.exists():
            Archive.build(SEEDS, index)
            made.touch()
    return index


@pytest.fixture(scope="session")
def seeds_archive(seeds_index: Path) -> Archive:
    """The seeds, opened for asking with the real encoder."""
    return Archive.open(seeds_index)
