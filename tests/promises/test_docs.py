"""What the documents say is true: their examples run, their tables name what is there."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer

from qa import __version__
from qa.cli.__main__ import app
from qa.index.store.schema import FORMAT
from tests.conftest import ROOT, SEEDS

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def run(command: str, folder: Path) -> str:
    """Run a shell command where `qa` is the one under test, and give its output without the measured numbers."""
    shell = f'qa() {{ "{sys.executable}" -m qa.cli.__main__ "$@"; }}; {command}'
    ran = subprocess.run(
        ["sh", "-c", shell],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def as_compared(output: str) -> list[str]:
    """Percentages depend on the processor's arithmetic, line ends on the terminal."""
    return re.sub(r"\d+%", "%", output).split()


@pytest.fixture
def newcomer(tmp_path: Path) -> Path:
    """A folder with the seeds in it, as after cloning."""
    (tmp_path / "seeds").symlink_to(SEEDS)
    return tmp_path


@pytest.mark.model
def test_the_shell_examples_print_what_the_readme_shows(newcomer: Path) -> None:
    (console,) = blocks("console")
    examples = re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]
    assert len(examples) == 2
    for example in examples:
        command, expected = example.split("\n", 1)
        assert as_compared(run(command, newcomer)) == as_compared(expected)


@pytest.mark.model
def test_the_python_example_runs_and_reports_what_its_comment_says(newcomer: Path) -> None:
    (example,) = blocks("python")
    (newcomer / "example.py").write_text(example, encoding="utf-8")
    printed = run(f'"{sys.executable}" example.py', newcomer)
    stated = re.search(r"print\(archive\.report\)  # (.*)", example)
    assert stated is not None
    assert printed.splitlines()[0] == stated[1]
    assert "answered" in printed


def test_the_readme_names_every_command_and_option_there_is() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(re.findall(r"^\| `qa (\w+)", README, re.MULTILINE)) == set(commands)
    for name, command in commands.items():
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option != "--help":
                    assert option in README, f"qa {name} {option} is not in the README"


def test_the_first_screen_has_the_picture_and_the_two_commands() -> None:
    first = "\n".join(README.splitlines()[:25])
    assert "![" in first
    assert "\nmake app " in first
    assert "\nmake test " in first


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "index/README.md", "CHANGELOG.md"])
def test_every_link_to_a_file_leads_somewhere(document: str) -> None:
    path = ROOT / document
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{document} links to {target}"


def test_the_path_of_the_data_names_every_file_in_the_order_that_imports_keep_to() -> None:
    named = re.findall(r"`qa/(\w+)(?:\.py|/)`", CONTRIBUTING.split("## The path of the data")[1])
    named = [
        name for name in dict.fromkeys(named) if (ROOT / "qa" / name).exists() or (ROOT / "qa" / f"{name}.py").exists()
    ]
    present = {
        path.stem for path in (ROOT / "qa").glob("*") if not path.name.startswith("_") and path.suffix in ("", ".py")
    }
    assert set(named) == present
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]["layers"]
    height = {name: -place for place, layer in enumerate(layers) for name in layer.split(" : ")}
    heights = [height[name] for name in named]
    assert set(height) == present
    out_of_place = [name for name, one, other in zip(named[1:], heights, heights[1:], strict=False) if other < one]
    assert not out_of_place


def test_the_index_format_documented_is_the_one_written() -> None:
    assert f"format {FORMAT}" in (ROOT / "index" / "README.md").read_text(encoding="utf-8")


def test_the_changelog_begins_with_this_version() -> None:
    first = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert first is not None
    assert first[1] == __version__


def test_the_seeds_are_five_files_and_no_other_index_is_kept() -> None:
    assert len(list(SEEDS.glob("*.txt"))) == 5
    tracked = subprocess.run(["git", "ls-files", "index"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode == 0:
        assert tracked.stdout.split() == ["index/README.md"]
