"""Read a file that somebody named to be evaluated."""

from pathlib import Path

from qa.errors import InvalidJudgements


def read_named(path: Path, remedy: str) -> bytes:
    """Read a file.

    Raises:
        InvalidJudgements: it cannot be read; the message says why, then the remedy.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InvalidJudgements(f"there is no file {path}: {remedy}") from error
    except IsADirectoryError as error:
        raise InvalidJudgements(f"{path} is a folder, not a file: {remedy}") from error
    except OSError as error:
        raise InvalidJudgements(f"{path} cannot be read ({error.strerror or error}): {remedy}") from error
