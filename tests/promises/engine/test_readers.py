"""Readers never wait and never break while an archive changes without pause in another process."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from qa.archive.archive import Archive
from qa.build.verify import verify_index
from qa.index.index import Index
from tests.conftest import ROOT
from tests.promises.engine.busy_archive import ARTICLES, write_article
from tests.support.hand_encoder import VOCABULARY, HandEncoder
from tests.support.lacking import lacking
from tests.support.patience import PATIENCE

THREADS = 8
QUESTIONS = [
    f"Which {first} met the {second} at place {number}?"
    for number, (first, second) in enumerate(zip(VOCABULARY, reversed(VOCABULARY), strict=True))
]


@dataclass
class Asked:
    """What asking for a while gave."""

    milliseconds: list[float] = field(default_factory=list)
    failures: list[BaseException] = field(default_factory=list)
    resident: list[float] = field(default_factory=list)
    open_files: list[int] = field(default_factory=list)
    revisions: set[int] = field(default_factory=set)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of ten thousand passages."""
    folder = tmp_path_factory.mktemp("large") / "articles"
    for number in range(ARTICLES):
        write_article(folder, number, 0)
    Archive.build(folder, folder.parent / "index", encoder=HandEncoder())
    return folder.parent / "index"


def resident_megabytes() -> float:
    said = subprocess.run(["ps", "-o", "rss=", "-p", str(os.getpid())], capture_output=True, text=True, check=True)
    return int(said.stdout) / 1e3


def ask_until(archive: Archive, enough: Callable[[Asked], bool]) -> Asked:
    """Ask from eight threads, and look at memory and open files meanwhile, once a second."""
    asked, ended = Asked(), threading.Event()

    def reader(place: int) -> None:
        try:
            while not ended.is_set():
                started = time.perf_counter()
                answer = archive.ask(QUESTIONS[place % len(QUESTIONS)])
                asked.milliseconds.append((time.perf_counter() - started) * 1000)
                asked.revisions.add(answer.revision)
                assert answer.evidence
                place += 1
        except BaseException as error:  # noqa: BLE001  # reported by the test, whatever it is
            asked.failures.append(error)

    threads = [threading.Thread(target=reader, args=(place,)) for place in range(THREADS)]
    for thread in threads:
        thread.start()
    while not enough(asked) and not asked.failures:
        time.sleep(1)
        asked.resident.append(resident_megabytes())
        asked.open_files.append(len(list(Path("/dev/fd").iterdir())))
    ended.set()
    for thread in threads:
        thread.join()
    return asked


def asked_for(seconds: float) -> Callable[[Asked], bool]:
    end = time.monotonic() + seconds
    return lambda _: time.monotonic() >= end


def changed_ten_times(asked: Asked) -> bool:
    return len(asked.revisions) > 10 and len(asked.resident) >= 9


@contextmanager
def busy(index: Path) -> Iterator[None]:
    """Change the archive meanwhile, and wait for the end of what changed it and of what that started."""
    command = [sys.executable, "-m", "tests.promises.engine.busy_archive", str(index.parent / "articles"), str(index)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as changing:
        try:
            yield
            assert changing.poll() is None, "the archive must have changed to the end"
        finally:
            changing.terminate()
            _, complaints = changing.communicate(timeout=PATIENCE)  # closed by the last process that writes there
    assert not complaints


def check_readers(index: Path, enough: Callable[[Asked], bool]) -> Asked:
    """Ask while the archive changes, and check that nothing fails, grows or stays behind."""
    if shutil.which("ps") is None:
        lacking("ps, which tells how much memory is used, is missing: apt-get install procps")
    archive = Archive.open(index, encoder=HandEncoder())
    with busy(index):
        asked = ask_until(archive, enough)
    assert asked.failures == []
    third = len(asked.resident) // 3
    assert np.median(asked.resident[-third:]) < np.median(asked.resident[:third]) + 40
    assert max(asked.open_files[-third:]) <= max(asked.open_files[:third]) + 20
    archive.update([write_article(index.parent / "articles", 0, -1)])  # sweeps after the process that was ended
    assert verify_index(index).problems == ()
    assert len(list(index.glob("vectors-*"))) == len(list(index.glob("lexical-*"))) == 1
    assert Index(index).state().passages == ARTICLES * 5
    return asked


def test_eight_askers_do_not_notice_changes_in_another_process(large: Path) -> None:
    check_readers(large, changed_ten_times)


@pytest.mark.soak
@pytest.mark.timeout(1200)
def test_nor_ten_minutes_of_them_and_answers_take_no_longer(large: Path) -> None:
    """Alone before and after, for what else this machine does comes and goes."""
    archive = Archive.open(large, encoder=HandEncoder())
    before = ask_until(archive, asked_for(120))
    together = check_readers(large, asked_for(600))
    after = ask_until(archive, asked_for(120))
    assert len(together.revisions) > 100, "the archive must have changed all the while"
    slow = np.percentile(together.milliseconds, 99)
    slow_alone = max(np.percentile(it.milliseconds, 99) for it in (before, after))
    assert slow <= 3 * slow_alone, f"99th percentile {slow:.0f} ms beside changes, {slow_alone:.0f} ms without"
