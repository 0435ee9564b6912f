"""Parse the values of options, and refuse wrong ones in words of our own."""

from pathlib import Path

import typer

from qa.errors import quoted

_LAST_PORT = 65_535


def whole_number(value: str | int) -> int:
    """Parse a whole number, written in digits.

    Raises:
        typer.BadParameter: it is something else; Typer adds which option it belongs to.
    """
    digits = str(value).strip()
    if not (digits.removeprefix("-").isascii() and digits.removeprefix("-").isdigit()):
        raise typer.BadParameter(f"takes a whole number, not {quoted(value)}")
    return int(digits)


def named(value: str) -> str:
    """Return a name as it was given.

    Raises:
        typer.BadParameter: it is empty, as a variable of the shell is that was never set.
    """
    if not value.strip():
        raise typer.BadParameter("is empty; name something or leave it out")
    return value


def path(value: str | Path) -> Path:
    """Return the path that was given.

    Raises:
        typer.BadParameter: it is empty, which would be the folder that one is in.
    """
    return Path(named(str(value)))


def port_number(value: str | int) -> int:
    """Parse the number of a port.

    Raises:
        typer.BadParameter: there is no such port; Typer adds which option it belongs to.
    """
    try:
        number = whole_number(value)
    except typer.BadParameter:
        number = 0
    if not 1 <= number <= _LAST_PORT:
        raise typer.BadParameter(f"takes a number from 1 to {_LAST_PORT}, not {quoted(value)}")
    return number


def columns_named(value: str) -> dict[str, str]:
    """Parse columns: `title=headline,text=body`; what is no field is refused by the build."""
    pairs = (it.partition("=") for it in value.split(","))
    return {field.strip(): column.strip() for field, _, column in pairs}
