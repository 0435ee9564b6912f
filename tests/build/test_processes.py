"""A module runs in a process of its own with this package, wherever it is started from."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import qa
from qa.build.processes import start

TELLING = """
import json, os, sys
import qa
told = {
    "qa": list(qa.__path__), "arguments": sys.argv[1:], "folder": os.getcwd(), "path": sys.path, "group": os.getpgrp(),
    "process": os.getpid(), "python": sys.executable, "read": sys.stdin.read(),
}
print(json.dumps(told))
"""


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that has a folder `qa` and a module of its own, and a module where $PYTHONPATH leads."""
    folder = tmp_path / "elsewhere"
    (folder / "qa").mkdir(parents=True)
    (folder / "qa" / "__init__.py").write_text("raise ImportError('the wrong one')")
    (folder / "json.py").write_text("raise ImportError('the wrong one')")
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "telling.py").write_text(TELLING)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "modules"))
    monkeypatch.chdir(folder)
    return folder


def told(*arguments: str, given: bytes = b"") -> dict[str, object]:
    with start("telling", *arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        said, _ = process.communicate(given, timeout=60)
    assert process.returncode == 0
    form: dict[str, object] = json.loads(said)
    assert form["process"] == process.pid
    return form


def test_it_runs_this_package_even_where_the_working_folder_holds_another_of_its_name(elsewhere: Path) -> None:
    form = told()
    assert form["qa"] == list(qa.__path__)
    assert form["folder"] == str(elsewhere)
    assert str(elsewhere) not in str(form["path"])
    assert form["python"] == sys.executable


def test_it_does_so_where_nothing_else_leads_to_modules(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH")
    with start("qa.cli", "--version", stdout=subprocess.PIPE) as process:
        said, _ = process.communicate(timeout=60)
    assert said.decode().strip().endswith(qa.__version__)


def test_it_is_given_its_arguments_and_what_is_written_to_it_as_they_are(elsewhere: Path) -> None:
    form = told("--index=a folder", "$HOME", "", given="Ключ\n".encode())
    assert form["arguments"] == ["--index=a folder", "$HOME", ""]
    assert form["read"] == "Ключ\n"


def test_it_writes_where_it_should(elsewhere: Path, tmp_path: Path) -> None:
    with (tmp_path / "said").open("wb") as file:
        assert start("telling", stdin=subprocess.DEVNULL, stdout=file).wait(60) == 0
    assert json.loads((tmp_path / "said").read_bytes())["read"] == ""


def test_it_is_a_group_of_its_own_so_that_ctrl_c_in_the_shell_does_not_reach_it(elsewhere: Path) -> None:
    form = told()
    assert form["group"] == form["process"]
    assert form["group"] != os.getpgrp()


def test_a_module_that_does_not_exist_ends_with_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert start("qa.nothing_of_the_kind").wait(60) == 1
    assert "qa.nothing_of_the_kind" in capfd.readouterr().err
