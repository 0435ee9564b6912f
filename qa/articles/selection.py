"""Choose files below a folder by what somebody names: folders, files, and patterns such as `2024/*.html`."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from qa.errors import FolderMissing

_SIGNS = re.compile(r"[*?\[]")
_EVERYTHING = "**"


@dataclass(frozen=True, slots=True)
class Selection:
    """A folder, and which files below it are chosen."""

    folder: Path
    patterns: tuple[str, ...] = ()
    """Paths below it, with `/` between their parts: `name/**` is all of a folder; none where every file is chosen."""


def select(sources: Sequence[str | Path]) -> Selection:
    """Return what some folders, files and patterns have above them, and the patterns below that.

    One folder is itself. `*` and `?` stand for part of a name, `**` for any number of folders.

    Raises:
        FolderMissing: there is no such file or folder, or nothing is named.
    """
    if not sources:
        raise FolderMissing("no folder is named: name the folder that holds the articles")
    if len(sources) == 1 and not Path(sources[0]).is_file() and not _SIGNS.search(str(sources[0])):
        return Selection(Path(sources[0]))  # whether it is there is said by who reads it
    named = [_split(source) for source in sources]
    above = Path(os.path.commonpath([str(_absolute(folder)) for folder, _ in named]))
    patterns = (_joined(_absolute(folder).relative_to(above), rest) for folder, rest in named)
    return Selection(above, tuple(sorted(set(patterns))))


def with_file(patterns: Sequence[str], name: str) -> tuple[str, ...]:
    """Return patterns that choose one file more."""
    return tuple(patterns) if is_chosen(name, patterns) else (*patterns, "/".join(map(_escaped, name.split("/"))))


def folders_of(patterns: Sequence[str]) -> tuple[str, ...]:
    """Return the folders that hold all that patterns choose; "." without any."""
    found = set[str]()
    for pattern in patterns or (_EVERYTHING,):
        parts = pattern.split("/")
        first = next((at for at, part in enumerate(parts) if _SIGNS.search(part)), len(parts) - 1)
        found.add("/".join(parts[:first]) or ".")
    return (".",) if "." in found else tuple(sorted(found))


def is_chosen(name: str, patterns: Sequence[str]) -> bool:
    """Return whether a file is among those that patterns choose; without any, every file is."""
    return not patterns or any(_matches(name.split("/"), it.split("/")) for it in patterns)


def may_hold(folder: str, patterns: Sequence[str]) -> bool:
    """Return whether files that patterns choose may be in a folder, or below it."""
    return not patterns or not folder or any(_leads(folder.split("/"), it.split("/")) for it in patterns)


def _split(source: str | Path) -> tuple[Path, str]:
    """Split a source into the folder that is surely there and the pattern of what is chosen in it."""
    path = Path(source)
    if path.is_dir():
        return path, _EVERYTHING
    if path.is_file():
        return path.parent, _escaped(path.name)
    parts = path.parts
    first = next((at for at, part in enumerate(parts) if _SIGNS.search(part)), None)
    folder = Path(*parts[:first]) if first is not None else path
    if first is None or not folder.is_dir():
        raise FolderMissing(f"{source}: no such file or folder; name folders, files or patterns such as 2024/*.html")
    return folder, "/".join(parts[first:])


def _absolute(folder: Path) -> Path:
    """Return a folder as a whole path without `..`; links stay as they are named."""
    return Path(os.path.abspath(folder))  # noqa: PTH100 - Path.resolve() would follow them


def _joined(folder: Path, rest: str) -> str:
    above = "/".join(map(_escaped, folder.parts))
    return f"{above}/{rest}" if above else rest


def _escaped(name: str) -> str:
    return _SIGNS.sub(lambda sign: f"[{sign[0]}]", name)


def _matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern:
        return not parts
    first, rest = pattern[0], pattern[1:]
    if first == _EVERYTHING:
        return any(_matches(parts[at:], rest) for at in range(len(parts))) if rest else bool(parts)
    return bool(parts) and fnmatchcase(parts[0], first) and _matches(parts[1:], rest)


def _leads(folder: Sequence[str], pattern: Sequence[str]) -> bool:
    """Return whether what a pattern chooses may be below a folder."""
    if not folder or pattern[0] == _EVERYTHING:
        return True
    return len(pattern) > 1 and fnmatchcase(folder[0], pattern[0]) and _leads(folder[1:], pattern[1:])
