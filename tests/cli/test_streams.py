"""Whatever the terminal, the disk or the memory, nobody sees a traceback."""

import json
import os
import resource
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.cli.__main__ import main
from qa.cli.streams import ESCAPED, little_memory
from tests.conftest import ROOT
from tests.support.shell import qa_process

BORDER = "How long is the border between Kazakhstan and Russia?"
PRINTING = "import sys; from qa.cli.streams import print_every_letter; print_every_letter(); print(sys.argv[1])"
WORDS = "▶ “Қазақстан’s” 🙂 é"


@pytest.mark.parametrize("encoding", ["latin-1", "koi8-r", "ascii", "cp1251", "utf-8"])
def test_every_letter_is_printed_or_escaped_as_json_reads_it(encoding: str) -> None:
    command = [sys.executable, "-c", PRINTING, json.dumps(WORDS, ensure_ascii=False)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    printed = subprocess.run(command, env=env, capture_output=True, check=True).stdout.decode(encoding)
    assert json.loads(printed) == WORDS
    assert ("▶" in printed) == (encoding == "utf-8")


def test_a_lone_surrogate_is_escaped_too() -> None:
    assert "a\udcffb".encode(errors=ESCAPED) == b"a\\udcffb"


@pytest.mark.model
def test_an_answer_on_a_terminal_of_another_encoding_is_whole(seeds_index: Path) -> None:
    env = {"PYTHONIOENCODING": "ascii"}
    asked = qa_process("ask", BORDER, "--limit", "1", "--index", seeds_index, env=env)
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "\\u25b6The Kazakh leader highlighted" in asked.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no device that is always full")
def test_an_output_that_cannot_be_written_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "qa.cli", "--version"]
        ended = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr == (
        "qa: the output cannot be written (No space left on device): make room, or write it elsewhere\n"
    )


def test_an_output_that_nobody_reads_ends_silently() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        command = [sys.executable, "-m", "qa.cli", "--version"]
        ended = subprocess.run(command, cwd=ROOT, stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "")


def test_a_process_without_an_output_is_no_error() -> None:
    command = ["sh", "-c", f"{sys.executable} -m qa.cli --version >&-"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.model
@pytest.mark.parametrize("form", [("--export", "csv"), ("--json",), ()])
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_no_command_needs_a_stream_that_is_closed(seeds_index: Path, form: Sequence[str], closed: str) -> None:
    command = shlex.join([sys.executable, "-m", "qa.cli", "ask", BORDER, *form, "--index", str(seeds_index)])
    ended = subprocess.run(["sh", "-c", f"{command} {closed}"], cwd=ROOT, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr, bool(ended.stdout)) == (0, b"", closed == "2>&-")


def test_what_is_said_of_an_error_stands_nowhere_else_where_it_cannot_be_said() -> None:
    command = ["sh", "-c", f"{sys.executable} -m qa.cli ask '' 2>&-"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, b"")


@pytest.mark.model
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not obey the limit")
@pytest.mark.parametrize("kilobytes", [300_000, 1_000_000, 1_300_000])
def test_too_little_memory_is_never_blamed_on_a_model(seeds_index: Path, kilobytes: int) -> None:
    command = [sys.executable, "-m", "qa.cli", "ask", BORDER, "--index", str(seeds_index)]
    limit = (kilobytes * 1024, kilobytes * 1024)
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit),
    )  # fmt: skip
    if ended.returncode < 0 or "OpenBLAS error" in ended.stderr:
        pytest.skip("a library ended the process, which nothing can catch")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.splitlines()[1:] == [
        "qa: there is not enough memory: end other programs, or ask on a larger machine"
    ]


@pytest.mark.parametrize(
    ("allowed", "warned"),
    [(-1, False), (8_000_000_000, False), (2_500_000_000, False), (1_536_000_000, True), (300_000_000, True)],
)
def test_less_memory_than_a_question_takes_is_said_first(
    monkeypatch: pytest.MonkeyPatch, allowed: int, warned: bool
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (allowed, allowed))
    said = little_memory()
    assert (said is not None) == warned
    if said is not None:
        assert f"{allowed / 1e9:,.1f} GB of address space, and a question takes about 2.5 GB: raise the limit" in said


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not obey the limit")
def test_a_command_that_may_use_too_little_memory_names_it() -> None:
    command = [sys.executable, "-m", "qa.cli", "--version"]
    limit = (1_500_000_000, 1_500_000_000)
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit),
    )  # fmt: skip
    assert ended.returncode == 0
    assert ended.stderr == (
        "qa: this process may use 1.5 GB of address space, and a question takes about 2.5 GB: raise the limit (ulimit "
        "-v)\n"
    )


def test_a_command_that_runs_out_of_memory_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full() -> int:
        raise MemoryError

    monkeypatch.setattr("qa.cli.app.run", full)
    monkeypatch.setattr("sys.argv", ["qa", "status"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == "qa: there is not enough memory: end other programs, or ask on a larger machine\n"
