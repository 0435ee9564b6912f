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
from qa.cli.app import app
from qa.index.store.schema import FORMAT
from tests.conftest import ROOT, SEEDS

DOCUMENTS = ("README.md", *sorted(str(it.relative_to(ROOT)) for it in (ROOT / "docs").glob("*.md")))
OTHERS = ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "index/README.md")
_LINK = re.compile(r"\]\(([^):]+)\)")


def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def blocks(document: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text(document), re.DOTALL | re.MULTILINE)


def having(language: str) -> list[str]:
    """Return the documents with a block of a language."""
    return [it for it in DOCUMENTS if blocks(it, language)]


def anchors(document: Path) -> set[str]:
    """Return what a link to a heading of a document may name, as GitHub does."""
    headings = re.findall(r"^#+ (.*)", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", it.lower()).replace(" ", "-") for it in headings}


def run(command: str, folder: Path) -> str:
    """Run a shell command where `qa` is the one under test, and return what it prints."""
    shell = f'qa() {{ "{sys.executable}" -m qa.cli "$@"; }}; {command}'
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
    """Return the words: percentages depend on the processor's arithmetic, line ends on the terminal."""
    return re.sub(r"\d+%", "%", output).split()


@pytest.fixture
def newcomer(tmp_path: Path) -> Path:
    """A folder with the seeds in it, as after cloning."""
    (tmp_path / "seeds").symlink_to(SEEDS)
    return tmp_path


@pytest.mark.model
@pytest.mark.parametrize("document", having("console"))
def test_a_shell_example_prints_what_the_document_shows(document: str, newcomer: Path) -> None:
    for console in blocks(document, "console"):
        for example in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
            command, expected = example.split("\n", 1)
            assert as_compared(run(command, newcomer)) == as_compared(expected)


@pytest.mark.model
@pytest.mark.parametrize("document", having("python"))
def test_a_python_example_runs_and_prints_what_its_comments_say(document: str, newcomer: Path) -> None:
    for example in blocks(document, "python"):
        (newcomer / "example.py").write_text(example, encoding="utf-8")
        printed = run(f'"{sys.executable}" example.py', newcomer)
        stated = re.search(r"print\(archive\.report\)  # (.*)", example)
        if stated is not None:
            assert printed.splitlines()[0] == stated[1]
        assert "answered" in printed


def test_the_readme_fits_on_few_screens() -> None:
    assert len(text("README.md").splitlines()) <= 110
    assert len(text("README.md").split()) <= 900


def test_every_command_and_option_is_in_the_table_of_commands() -> None:
    using = text("docs/using.md")
    rows = dict(re.findall(r"^\| `qa (\w+)[^`]*` \| (.*) \|$", using, re.MULTILINE))
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(rows) == set(commands)
    for name, command in commands.items():
        options = {it for parameter in command.params for it in parameter.opts if it.startswith("--")}
        missing = {it for it in options - {"--help", "--index"} if it not in rows[name]}
        assert not missing, f"qa {name}"
    assert "--index FOLDER" in using


def test_the_first_screen_has_the_picture_and_the_commands() -> None:
    first = "\n".join(text("README.md").splitlines()[:25])
    assert "![" in first
    for command in ("make app ", "make test ", "pip install .", "qa build ~/articles && qa serve"):
        assert f"\n{command}" in first


@pytest.mark.parametrize("document", [*DOCUMENTS, *OTHERS])
def test_every_link_to_a_file_or_a_heading_leads_somewhere(document: str) -> None:
    path = ROOT / document
    for target in _LINK.findall(text(document)):
        file, _, heading = target.partition("#")
        there = path.parent / file if file else path
        assert there.exists(), f"{document} links to {target}"
        assert not heading or heading in anchors(there), f"{document} links to {target}"


def test_the_map_has_a_row_for_each_package_in_the_order_that_imports_keep_to() -> None:
    section = text("CONTRIBUTING.md").split("## The path of the data")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `qa/(\w+)/` \|", section, re.MULTILINE)
    qa = [it for it in (ROOT / "qa").iterdir() if not it.name.startswith("_")]
    assert set(rows) == {it.name for it in qa if it.is_dir()}
    modules = {it.stem for it in qa if it.suffix == ".py"}
    assert modules == set(re.findall(r"`qa/(\w+)\.py`", section))
    layers = tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    height = {name: -place for place, layer in enumerate(layers) for name in layer.split(" : ")}
    assert set(height) == set(rows) | modules
    assert [height[it] for it in rows] == sorted(height[it] for it in rows)


def test_the_index_format_documented_is_the_one_written() -> None:
    assert f"format {FORMAT}" in text("index/README.md")


def test_the_changelog_begins_with_this_version() -> None:
    first = re.search(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)
    assert first is not None
    assert first[1] == __version__


def test_the_seeds_are_five_files_and_no_other_index_is_kept() -> None:
    assert len(list(SEEDS.glob("*.txt"))) == 5
    tracked = subprocess.run(["git", "ls-files", "index"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode == 0:
        assert tracked.stdout.split() == ["index/README.md"]
