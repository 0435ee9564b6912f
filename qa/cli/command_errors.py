"""Write in plain words what is wrong with the words of a command."""

import re
from typing import cast

import typer

UsageError = cast("type[typer.BadParameter]", typer.BadParameter.__base__)
"""click's error for words that are no command or option, which Typer carries under a private name."""
_OWN_WORDS = tuple(
    (re.compile(theirs), ours)
    for theirs, ours in (
        (r"Option '(.+)' requires an argument", r"\1 needs a value"),
        (r"Option '(.+)' does not take a value", r"\1 takes no value"),
        (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", r"too much is given: \1"),
        (r"No such command '(.+)'\. Did you mean (.+)\?", r"there is no command \1, but there is \2"),
        (r"No such option: (.+) \(Possible options: (.+)\)", r"there is no option \1, but there is \2"),
        (r"No such (command|option):? '?(.+?)'?", r"there is no \1 \2"),
    )
)


def in_own_words(error: typer.BadParameter, command: str) -> str:
    """Return what is wrong with a command, and which help to read."""
    return f"{_problem(error)}: see `{error.ctx.command_path if error.ctx else command} --help`"


def _problem(error: typer.BadParameter) -> str:
    param = getattr(error, "param", None)
    if param is not None:
        name = param.metavar if param.param_type_name == "argument" else param.opts[0]
        return f"{name} {error.message or 'is missing'}"
    theirs = " ".join(error.format_message().split()).rstrip(".")
    found = next(((ours, match) for words, ours in _OWN_WORDS if (match := words.fullmatch(theirs))), None)
    return theirs if found is None else found[1].expand(found[0]).replace("'", "")
