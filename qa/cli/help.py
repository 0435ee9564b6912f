"""Write what `--help` shows: lines that end between words on any width, examples, and exit codes."""

import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from typer.core import TyperCommand, TyperGroup

_WIDEST = 100
_NARROWEST = 30
"""An explanation that would have fewer columns beside what it explains stands under it."""
_FAILED = "An error: its line on standard error says what to do."


@dataclass(frozen=True, slots=True)
class Notes:
    """What the help of a command ends with."""

    examples: tuple[str, ...]
    done: str | None = None
    """What exit code 0 means, for a command that ends with it."""
    differs: str | None = None
    """What exit code 1 means, for a command that ends with it."""


class Command(TyperCommand):
    """A command whose help ends with examples and exit codes."""

    notes: Notes

    def get_help(self, ctx: Any) -> str:
        """Return the help as it is printed."""
        return "\n\n".join((*_beginning(self, ctx), *_ending(self.notes)))

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002
        """Return its first paragraph, which completion shows beside its name."""
        return _first_paragraph(self.help or "")


class CommandGroup(TyperGroup):
    """The command `qa` itself, whose help lists the others."""

    def get_help(self, ctx: Any) -> str:
        """Return the help as it is printed."""
        commands = [(name, _first_paragraph(it.help or "")) for name, it in self.commands.items()]
        return "\n\n".join((*_beginning(self, ctx), _definitions("Commands", commands), _filled(self.epilog or "")))


def explained(notes: Notes) -> type[Command]:
    """Return the kind of command whose help ends with some notes."""
    return type("Command", (Command,), {"notes": notes})


def _beginning(command: Any, context: Any) -> Iterator[str]:
    params = command.get_params(context)
    arguments = [it for it in params if it.param_type_name == "argument"]
    usage = (context.command_path, "[OPTIONS]", *(_used(it) for it in arguments))
    yield _filled(f"Usage: {' '.join(usage)}{' COMMAND' if isinstance(command, CommandGroup) else ''}", hanging=7)
    yield from (_filled(" ".join(part.split())) for part in (command.help or "").split("\n\n"))
    if arguments:
        yield _definitions("Arguments", [(it.metavar, it.help) for it in arguments])
    options = [it for it in params if it.param_type_name == "option"]
    yield _definitions("Options", [(f"{it.opts[0]} {it.metavar or ''}".strip(), it.help) for it in options])


def _ending(notes: Notes) -> Iterator[str]:
    examples = (_filled(it, indent=2, hanging=4) for it in notes.examples)
    yield "\n".join(("Examples:", *examples))
    codes = [("0", notes.done), ("1", notes.differs), ("2", _FAILED), ("130", "Ctrl-C ended it.")]
    yield _definitions("Exit codes", [(code, meaning) for code, meaning in codes if meaning is not None])


def _used(argument: Any) -> str:
    name = f"{argument.metavar}{'...' if argument.nargs < 0 else ''}"
    return name if argument.required else f"[{name}]"


def _definitions(heading: str, rows: list[tuple[str, str]]) -> str:
    column = max(len(term) for term, _ in rows) + 4
    beside = _width() - column >= _NARROWEST
    lines = [f"{heading}:"]
    for term, text in rows:
        if beside:
            filled = _filled(text, indent=column)
            lines.append(f"  {term}".ljust(column) + filled[column:])
        else:
            lines += (f"  {term}", _filled(text, indent=6))
    return "\n".join(lines)


def _filled(text: str, *, indent: int = 0, hanging: int | None = None) -> str:
    further = indent if hanging is None else hanging
    return textwrap.fill(
        text,
        _width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * further,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _width() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST)


def _first_paragraph(text: str) -> str:
    return " ".join(text.split("\n\n")[0].split())
