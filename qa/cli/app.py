"""The commands of `qa`, put together."""

from typing import Annotated, cast

import typer

from qa import __version__
from qa.cli.index_commands import build, compact, status, verify, watch
from qa.cli.question_commands import ask, evaluate, replay
from qa.cli.serve_command import serve
from qa.errors import InvalidCommand

_FAILED = 2
_UsageError = cast("type[typer.BadParameter]", typer.BadParameter.__base__)
"""click's error for words that are no command or option, which Typer carries under a private name."""

app = typer.Typer(
    name="qa",
    help="Ask a folder of news articles; get the paragraphs that answer, word for word, with their sources.",
    epilog="Start with: qa build FOLDER, then: qa ask QUESTION, or: qa serve",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def run() -> int:
    """Run the command that the arguments name, and return its exit code.

    Raises:
        QaError: with the remedy.
    """
    try:
        return int(app(prog_name="qa", standalone_mode=False) or 0)
    except _UsageError as error:
        problem, context = " ".join(error.format_message().split()), error.ctx
        command = context.command_path if context else "qa"
        raise InvalidCommand(f"{problem.rstrip('.')}: see `{command} --help`") from error


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


app.command()(build)
app.command(context_settings={"ignore_unknown_options": True})(ask)  # -word is a part of the question
for command in (serve, status, verify, compact, watch, evaluate, replay):
    app.command()(command)
