"""What bash, zsh and fish are given to complete, and that they take it for what it is."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from tests.conftest import ROOT
from tests.support.hand_encoder import HandEncoder
from tests.support.imports import HEAVY, imported_by
from tests.support.shell import Ran, qa

NAMES = [
    "Example Wire",
    "Example World",
    'GSV "Russia - Islamic World"',
    "People's Daily",
    "Colon: Times",
    "AT&T; News | *",
    r"x\"; touch pwned; \"",
    "$(touch pwned)",
    "`touch pwned`",
    "Вести КЗ",
    "«Кавычки»",
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("named")
    (folder / "articles").mkdir()
    for number, name in enumerate(NAMES):
        head = f"---\ntitle: Ship\noutlet: {json.dumps(name)}\nplace: NEW YORK/Astana\n---\n"
        (folder / "articles" / f"{number} ship.txt").write_text(f"{head}The ship number {number} left on Monday.\n")
    Archive.build(folder / "articles", folder / "index", encoder=HandEncoder())
    return folder / "index"


def asked(shell: str, line: str, index: Path, **more: str) -> Ran:
    """Ask as the script of a shell does."""
    words = {"COMP_WORDS": line.replace(" ", "\n"), "COMP_CWORD": str(line.count(" "))}
    given = words if shell == "bash" else {"_TYPER_COMPLETE_ARGS": line}
    return qa(env={"_QA_COMPLETE": f"complete_{shell}", "QA_INDEX": str(index), **given, **more})


def proposed(line: str, index: Path) -> list[str]:
    ran = asked("fish", line, index, _TYPER_COMPLETE_FISH_ACTION="get-args")
    assert (ran.returncode, ran.stderr) == (0, "")
    return [it.partition("\t")[0] for it in ran.stdout.splitlines() if it]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("qa re", ["replay"]),
        ("qa ask trade --kind ", ["question", "topic"]),
        ("qa ask trade --outlet Exa", ["Example Wire", "Example World"]),
        ("qa ask trade --outlet 'Example Wo", ["Example World"]),
        ('qa ask "what trade" --outlet "Example Wo', ["Example World"]),
        (r"qa ask trade --outlet Example\ ", ["Example Wire", "Example World"]),
        ("qa ask trade --outlet Example", ["Example Wire", "Example World"]),
        ("qa ask trade --outlet=Example", ["--outlet=Example Wire", "--outlet=Example World"]),
        ("qa ask trade --place ", ["Astana", "NEW YORK"]),
        ("qa ask trade --order ", ["relevance", "newest", "oldest"]),
        ("qa ask trade --export ", ["markdown", "csv", "jsonl", "bibtex", "ris"]),
        ("qa ask trade --limit many --outlet Peo", ["People's Daily"]),
        ("qa status --article '10", ["10 ship.txt"]),
        ("qa ask --ou", ["--outlet"]),
        ("qa ask trade --outlet nobody", []),
        ("qa build some", []),
        ("qa ask --index /nowhere/at/all --outlet ", []),
    ],
)
def test_what_may_follow_is_proposed(index: Path, line: str, words: list[str]) -> None:
    assert proposed(line, index) == words


@pytest.mark.parametrize("place", ["x", "-1", "1.5", "9" * 30, "", "٣"])
def test_what_bash_hands_over_may_be_anything(index: Path, place: str) -> None:
    ran = asked("bash", "qa ask trade --kind t", index, COMP_CWORD=place)
    assert (ran.returncode, ran.stderr, ran.stdout.strip()) == (0, "", "topic")


def test_an_index_named_on_the_line_is_the_one_that_is_read(index: Path) -> None:
    assert proposed(f"qa ask --index {index} --outlet Peo", Path("/nowhere")) == ["People's Daily"]


def test_commands_and_options_come_with_what_they_do(index: Path) -> None:
    ran = asked("fish", "qa replay --js", index, _TYPER_COMPLETE_FISH_ACTION="get-args", COLUMNS="40")
    assert ran.stdout == "--json\tPrint the result as one line of JSON.\n"
    assert ran.returncode == 0


@pytest.mark.parametrize(("line", "code"), [("qa ask trade --outlet Peo", 0), ("qa build some", 1)])
def test_fish_learns_whether_to_propose_files(index: Path, line: str, code: int) -> None:
    ran = asked("fish", line, index, _TYPER_COMPLETE_FISH_ACTION="is-args")
    assert (ran.returncode, ran.stdout) == (code, "")


def test_where_nothing_is_known_zsh_proposes_files(index: Path) -> None:
    assert asked("zsh", "qa build some", index).stdout == "_files\n"


ZSH_IN_BASH = """
set -f
compadd() { printf '%s\\n' "${qa_words[@]}"; }
completed() { eval $(cat); }
completed
"""
"""zsh's own quotation is bash's too, and zsh evaluates what it is given in this way."""


@pytest.mark.parametrize("name", NAMES)
def test_zsh_evaluates_nothing_but_names(index: Path, tmp_path: Path, name: str) -> None:
    written = asked("zsh", "qa ask trade --outlet ", index).stdout
    read = subprocess.run(["bash", "-c", ZSH_IN_BASH], input=written, capture_output=True, text=True, cwd=tmp_path)
    assert name in read.stdout.splitlines()
    assert sorted(read.stdout.splitlines()) == sorted(NAMES)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """Put `qa` into a folder of commands."""
    folder = tmp_path / "commands"
    folder.mkdir()
    (folder / "qa").write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m qa.cli "$@"\n')
    (folder / "qa").chmod(0o755)
    return folder


BASH = """
eval "$(_QA_COMPLETE=source_bash qa)"
COMP_WORDS=(qa ask trade --outlet "$TYPED"); COMP_CWORD=4
_qa_completion qa
eval "set -- ${BEFORE}${COMPREPLY[0]}${BEFORE}"
printf '%s' "$*"
"""
FISH = 'env _QA_COMPLETE=source_fish qa | source; complete -C "qa ask trade --outlet $TYPED"'
ZSH = """
compdef() { :; }
compadd() { print -rn -- $qa_words[1]; }
eval "$(_QA_COMPLETE=source_zsh qa)"
words=(qa ask trade --outlet "$TYPED"); CURRENT=5
_qa_completion
"""


def run(index: Path, command: Path, line: list[str], **more: str) -> str:
    env = {
        "PATH": f"{command}:/usr/bin:/bin",
        "QA_INDEX": str(index),
        "LC_ALL": "C.UTF-8",
        "HOME": str(command),
        **more,
    }
    return subprocess.run(line, env=env, capture_output=True, text=True, cwd=command, check=True).stdout


@pytest.mark.parametrize("quote", ["", '"', "'"])
@pytest.mark.parametrize("name", ['GSV "Russia - Islamic World"', "People's Daily", "$(touch pwned)", "Вести КЗ"])
def test_bash_reads_a_name_as_it_is_stated(index: Path, command: Path, name: str, quote: str) -> None:
    said = run(index, command, ["bash", "-c", BASH], TYPED=f"{quote}{name[:2]}", BEFORE=quote)
    assert said == name
    assert not (command / "pwned").exists()


def test_zsh_reads_a_name_as_it_is_stated(index: Path, command: Path) -> None:
    zsh = wanted("zsh")
    assert run(index, command, [zsh, "-f", "-c", ZSH], TYPED="GSV") == 'GSV "Russia - Islamic World"'


def test_fish_reads_a_name_as_it_is_stated(index: Path, command: Path) -> None:
    fish = wanted("fish")
    assert run(index, command, [fish, "--no-config", "-c", FISH], TYPED="Peo") == "People's Daily\n"


def wanted(shell: str) -> str:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed; what it is given is tested without it")
    return found


def test_completion_imports_nothing_that_takes_long(index: Path) -> None:
    line = f"qa ask trade --index {index} --outlet Exa"
    code = (
        "import contextlib, os; from qa.cli.__main__ import main\n"
        f"os.environ.update(_QA_COMPLETE='complete_zsh', _TYPER_COMPLETE_ARGS={line!r})\n"
        "with contextlib.suppress(SystemExit): main()"
    )
    assert not imported_by(code) & {*HEAVY, "faiss", "numpy", "openvino", "tantivy", "tokenizers"}


@pytest.mark.parametrize(
    ("shell", "holds"), [("bash", "COMPREPLY"), ("zsh", "#compdef qa"), ("fish", "complete --command qa")]
)
def test_the_script_of_a_shell_that_is_named_is_shown_or_installed(tmp_path: Path, shell: str, holds: str) -> None:
    shown = qa("--show-completion", shell)
    assert shown.returncode == 0
    assert holds in shown.stdout
    installed = qa("--install-completion", shell, env={"HOME": str(tmp_path)})
    assert installed.stdout.startswith(f"completion for {shell} is written to {tmp_path}")
    assert any(holds in it.read_text() for it in tmp_path.rglob("*") if it.is_file())


def test_a_shell_without_a_script_is_refused(tmp_path: Path) -> None:
    ran = qa("--install-completion", "csh", env={"HOME": str(tmp_path)})
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--install-completion takes one of bash, zsh, fish" in ran.stderr
    assert list(tmp_path.iterdir()) == []
