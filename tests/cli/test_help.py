"""The help of each command: readable on any terminal, and true."""

import re
import shlex

import pytest

from qa.cli.app import app
from tests.support.shell import qa

COMMANDS = ["build", "ask", "serve", "status", "verify", "compact", "watch", "evaluate", "replay"]


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("columns", [40, 60, 80])
def test_help_fits_its_terminal_and_breaks_no_word(command: str, columns: int) -> None:
    arguments = [*command.split(), "--help"]
    wide, narrow = (qa(*arguments, env={"COLUMNS": str(width)}).stdout for width in (200, columns))
    assert max(map(len, narrow.splitlines())) <= columns
    assert narrow.split() == wide.split()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_names_values_by_what_they_are_and_flags_by_nothing(command: str) -> None:
    shown = qa(*command.split(), "--help").stdout
    assert not re.search(r"[<{](?!\")", shown)
    assert not re.search(r"--(json|yes|replace|watch|fast|version|help) [A-Z]+\b(?! )", shown)
    for option, value in re.findall(r"(--\w+)(?: ([A-Z]+))?  ", shown):
        assert bool(value) == (option in " ".join(VALUED.values()).split()), option


VALUED = {
    "ask": "--limit --after --before --outlet --place --language --order --offset --export --receipt --kind --reranker "
    "--index",
    "others": "--encoder --map --article --host --port --auth --behind --compare",
}


def test_every_command_has_two_examples_and_its_exit_codes() -> None:
    assert {it.callback.__name__ for it in app.registered_commands if it.callback} == set(COMMANDS)
    for command in COMMANDS:
        shown = qa(command, "--help").stdout
        examples, codes = shown.split("\nExamples:\n")[1].split("\n\nExit codes:\n")
        assert len([line for line in examples.splitlines() if line.startswith(f"  qa {command} ")]) >= 1
        assert len([line for line in examples.splitlines() if line.startswith(f"  qa {command}")]) == 2
        assert [line.split()[0] for line in codes.splitlines()][-2:] == ["2", "130"]
        assert ("  1 " in codes) == (command in {"status", "verify", "replay"})
        assert ("  0 " in codes) == (command != "watch")


def test_every_example_is_a_command_that_can_be_given() -> None:
    for command in COMMANDS:
        examples = qa(command, "--help").stdout.split("\nExamples:\n")[1].split("\n\n")[0]
        for example in examples.splitlines():
            _, *words = shlex.split(example.partition(" > ")[0])
            assert qa(*words, "--help").returncode == 0, example
