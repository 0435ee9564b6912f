"""Offer what many tests stand on: the seeds, a small archive, and an encoder computable by hand.

Tests run side by side in several workers: those of one group run in the same one, and share what they start.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from qa.archive.archive import Archive
from tests.support.hand_encoder import HandEncoder

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
_CRASHES = ROOT / "tests" / "promises" / "crashes"
_PAGES = {"browser", "seeds_page", "small_page", "hostile_page", "closed_page", "proxied_page", "everyones_page"}
"""Fixtures that start what takes seconds."""

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

_LONG_GROUPS = {"pages": 0, "crashes": 1}


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Group the tests that share what is started once for all of them; other tests go with those of their file.

    The long groups come first, so that no worker is left with one at the end.
    """
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
    items.sort(key=lambda item: _LONG_GROUPS.get(_group(item), len(_LONG_GROUPS)))


def _group(item: pytest.Item) -> str:
    if _CRASHES in item.path.parents:
        return "crashes"
    if _PAGES.intersection(getattr(item, "fixturenames", ())):
        return "pages"
    return item.path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="session", autouse=True)
def _no_stray_index() -> Iterator[None]:
    """Let no variable of the machine decide which index a test asks."""
    before = os.environ.pop("QA_INDEX", None)
    yield
    if before is not None:
        os.environ["QA_INDEX"] = before


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_is_obeyed() -> Iterator[None]:
    """Let the processes that tests start obey Ctrl-C, though a script that runs the tests with `&` ignores it."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


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
