"""What a process took is what the operating system says of it and its children, and it never runs on."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.processes import Bounds, Failed, run
from tests.conftest import ROOT

PLENTY = Bounds(60, 10_000)


def python(code: str) -> Sequence[str]:
    return [sys.executable, "-c", code]


def test_the_time_and_the_output_are_those_of_the_whole_process() -> None:
    usage = run(python("import time; time.sleep(0.3); print('two\\nlines')"), {}, PLENTY)
    assert usage.output == "two\nlines\n"
    assert usage.seconds > 0.3
    assert 0 < usage.cpu_seconds < 10


def test_the_environment_is_handed_on() -> None:
    assert run(python("import os; print(os.environ['WORD'])"), {"WORD": "harbour"}, PLENTY).output == "harbour\n"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is looked at in /proc")
def test_the_peak_is_the_processes_own_even_where_it_is_short_and_a_child_counts() -> None:
    small = run(python("import time; time.sleep(0.3)"), {}, PLENTY).peak_megabytes
    held = "held = bytearray(200_000_000); import time; time.sleep(0.3)"
    large = run(python(held), {}, PLENTY).peak_megabytes
    assert small < 60
    assert 200 < large < 260
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {held!r}])"
    assert 200 < run(python(child), {}, PLENTY).peak_megabytes < 300
    let_go = "held = bytearray(200_000_000); del held; import time; time.sleep(0.3)"
    assert run(python(let_go), {}, PLENTY).peak_megabytes > 200


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is looked at in /proc")
def test_one_that_stays_is_looked_at_when_it_has_said_its_line() -> None:
    code = "import sys; held = bytearray(100_000_000); print('ready', flush=True); sys.stdin.read(); print('after')"
    usage = run(python(code), {}, PLENTY, stays=True)
    assert usage.output == "ready\nafter\n"
    assert 100 < usage.resident_megabytes < 160


def test_what_takes_too_long_is_ended_with_its_children() -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(47.11)'])"
    started = time.monotonic()
    with pytest.raises(Failed, match="took over 1 s"):
        run(python(code), {}, Bounds(1, 10_000))
    assert time.monotonic() - started < 20
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=False).stdout
    assert "sleep(47.11)" not in listed


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is looked at in /proc")
def test_what_needs_too_much_is_ended() -> None:
    with pytest.raises(Failed, match="needed more than 100 MB"):
        run(python("held = bytearray(300_000_000); import time; time.sleep(30)"), {}, Bounds(60, 100))


def test_a_failure_says_the_last_line_of_the_complaint() -> None:
    with pytest.raises(Failed, match=r"ended with 1: ValueError: no such thing"):
        run(python("raise ValueError('no such thing')"), {}, PLENTY)
    with pytest.raises(Failed, match="ended with 3"):
        run(python("raise SystemExit(3)"), {}, PLENTY, stays=True)


@pytest.mark.skipif(not shutil.which("setpriv"), reason="setpriv ends what is left over")
def test_nothing_runs_on_when_the_one_that_measures_is_killed(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    beat = f"import time; from pathlib import Path\nwhile True: Path({str(alive)!r}).touch(); time.sleep(0.05)"
    imported = "from benchmarks.processes import Bounds, run"
    code = f"{imported}; run([{sys.executable!r}, '-c', {beat!r}], {{}}, Bounds(60, 1e4))"
    with subprocess.Popen(python(code), env={**os.environ, "PYTHONPATH": str(ROOT)}) as measuring:
        until = time.monotonic() + 30
        while not alive.exists() and time.monotonic() < until:
            time.sleep(0.05)
        assert alive.exists()
        measuring.kill()
    time.sleep(1)
    alive.unlink()
    time.sleep(1)
    assert not alive.exists()
