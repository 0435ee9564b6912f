"""The commands of `qa`, put together."""

import os
import sys
from typing import Annotated

import typer

from qa import __version__
from qa.cli import notes
from qa.cli.command_errors import UsageError, in_own_words
from qa.cli.completion import ASKED, SHELLS, complete, script_of_named_shell
from qa.cli.evaluation_command import evaluate
from qa.cli.help import CommandGroup, explained
from qa.cli.index_commands import build, compact, status, verify, watch
from qa.cli.question_commands import ask, replay
from qa.cli.serve_command import serve
from qa.errors import InvalidCommand

_FAILED = 2

app = typer.Typer(
    name="qa",
    cls=CommandGroup,
    help="Ask a folder of news articles; get the paragraphs that answer, word for word, with their sources.",
    epilog="Start with: qa build FOLDER, then: qa ask QUESTION, or: qa serve",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
)


def run() -> int:
    """Run the command that the arguments name, and return its exit code.

    Raises:
        QaError: with the remedy.
    """
    instruction, _, shell = os.environ.get(ASKED, "").partition("_")
    if instruction == "complete" and shell in SHELLS:
        return complete(shell, dict(os.environ), lambda: app(prog_name="qa"))
    if (shown := script_of_named_shell(sys.argv[1:])) is not None:
        print(shown)  # noqa: T201
        return 0
    try:
        return int(app(prog_name="qa", standalone_mode=False) or 0)
    except UsageError as error:
        raise InvalidCommand(in_own_words(error, _command())) from error


def _command() -> str:
    """Return what the words of a command begin with, so far as it is a command."""
    named = {it.name or it.callback.__name__ for it in app.registered_commands if it.callback}
    return " ".join(["qa", *(word for word in sys.argv[1:2] if word in named)])


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"qa {__version__}")  # noqa: T201
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001  its callback prints
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Ask a folder of news articles; get the paragraphs that answer, word for word, with their sources."""
    if context.invoked_subcommand is None:
        print(context.get_help())  # noqa: T201
        raise typer.Exit(_FAILED)


app.command(cls=explained(notes.BUILD))(build)
app.command(cls=explained(notes.ASK), context_settings={"ignore_unknown_options": True})(ask)  # -word is asked
app.command(cls=explained(notes.SERVE))(serve)
app.command(cls=explained(notes.STATUS))(status)
app.command(cls=explained(notes.VERIFY))(verify)
app.command(cls=explained(notes.COMPACT))(compact)
app.command(cls=explained(notes.WATCH))(watch)
app.command(cls=explained(notes.EVALUATE))(evaluate)
app.command(cls=explained(notes.REPLAY))(replay)
