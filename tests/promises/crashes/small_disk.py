"""Run scenarios on a disk that is too small by ever less, and on the same disk once it has grown.

`python -m tests.promises.crashes.small_disk PREPARED PLACE STEP` does so in a namespace of its own,
where it may mount what it likes, and prints what came of it as a list in JSON.
"""

import json
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from qa.build.verify import verify_index
from qa.errors import IndexUnwritable, QaError
from tests.promises.crashes.contents import contents, differences
from tests.promises.crashes.prepared import left_over
from tests.promises.crashes.scenarios import SCENARIOS, write_articles

ENOUGH = 64_000_000


@dataclass(frozen=True, slots=True)
class Attempt:
    """A command on a disk with little room."""

    scenario: str
    room: int
    """How many bytes it had."""
    error: str | None
    """The message of the error, `IndexUnwritable`, that it ended with; anything else is a traceback."""
    problems: tuple[str, ...]
    """What was wrong after it, or after the disk had grown and it had run again."""


def attempts(prepared: Path, place: Path, step: int) -> Iterator[Attempt]:
    """Try every scenario that writes with ever more room, until it succeeds."""
    for name in ("first build", "build", "build again", "compact", "rebuild", "encode again"):
        room = 0
        while (attempt := _attempt(prepared, place, name, room)).error is not None:
            yield attempt
            room += step
        yield attempt


def _attempt(prepared: Path, place: Path, name: str, room: int) -> Attempt:
    scenario, index = SCENARIOS[name], place / "index"
    write_articles(place / "articles", scenario.articles)
    index.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ENOUGH}", "tmpfs", index], check=True)
    problems = list[str]()
    try:
        if scenario.before != "nothing":
            shutil.copytree(prepared / scenario.before / "index", index, dirs_exist_ok=True)
        last, error = contents(index), None
        expected = contents(prepared / "runs" / name / "index")
        _resize(index, _used(index) + room)
        try:
            scenario.run(place)
        except IndexUnwritable as unwritable:
            error = str(unwritable)
            found = contents(index)
            if not scenario.by_halves or differences(found, expected, 1e-5):
                problems += [f"on the full disk: {it}" for it in differences(found, last, 1e-5)]
        _resize(index, ENOUGH)
        scenario.run(place)
        problems += [f"after it had grown: {it}" for it in differences(contents(index), expected, 1e-5)]
        problems += [*verify_index(index).problems, *left_over(index)]
    except (QaError, OSError, RuntimeError, ValueError):
        return Attempt(name, room, traceback.format_exc(), tuple(problems))
    finally:
        subprocess.run(["umount", "--lazy", index], check=True)
        index.rmdir()
    return Attempt(name, room, error, tuple(problems))


def _used(disk: Path) -> int:
    status = os.statvfs(disk)
    return (status.f_blocks - status.f_bfree) * status.f_frsize


def _resize(disk: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={max(size, 4096)}", disk], check=True)


if __name__ == "__main__":
    made = attempts(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(json.dumps([asdict(attempt) for attempt in made]))
