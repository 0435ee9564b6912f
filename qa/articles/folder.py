"""Find the files below a folder of articles and open them, naming whatever cannot be read."""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from qa.articles.selection import is_chosen, may_hold
from qa.errors import ArticleUnreadable, FolderError, FolderMissing
from qa.settings import Settings

_INDEX = "archive.sqlite"
"""The folder that holds it is an index, and no articles are in it."""
_BESIDE_INDEX = ("-judgements.jsonl", "-calibration.json")
"""What stands beside an index, by how its name goes on behind that of the index."""
_VANISHED = "it vanished while it was read; build again if it should be there"
_FOLDER = "it is a folder, not a file; rename it"
_LEAVES = "it is a link that leads out of the folder; put a copy of the file in the folder"


@dataclass(frozen=True, slots=True)
class FolderListing:
    """What a folder holds: the files to look at, and what was passed over by name."""

    files: tuple[str, ...]
    """Paths below the folder, with `/` between their parts, sorted; what each is, its content decides."""
    skipped: tuple[ArticleUnreadable, ...]


def list_files(folder: Path, selection: Sequence[str] = ()) -> FolderListing:
    """List the files below a folder, or those that a selection chooses.

    Hidden files and folders, editors' backups (`~`) and indexes are left out without a word; everything else that
    cannot be read is named in `skipped`. A linked folder is never entered, so a loop of links cannot trap a build.
    """
    root = root_of(folder)
    files: list[str] = []
    skipped: list[ArticleUnreadable] = []
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(root / below) as found:
                entries = list(found)
        except OSError as error:
            if not below:
                raise FolderError(
                    f"{folder}: cannot be opened ({error.strerror}); allow yourself to read it"
                ) from error
            skipped.append(ArticleUnreadable(below, _why(error)))
            continue
        if any(entry.name == _INDEX for entry in entries):
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            name = f"{below}/{entry.name}" if below else entry.name
            if _is_beside_index(root / name):
                continue
            if entry.is_dir(follow_symlinks=False) and _is_plain(entry.name):
                if may_hold(name, selection):
                    waiting.append(name)
            elif not is_chosen(name, selection):
                continue
            elif (problem := _problem(root, name)) is not None:
                skipped.append(problem)
            else:
                files.append(name)
    return FolderListing(tuple(sorted(files)), tuple(sorted(skipped, key=lambda error: error.file)))


def list_some(folder: Path, names: Iterable[str], selection: Sequence[str] = ()) -> FolderListing:
    """List those of some names below a folder that are files there, by the same rules."""
    root = root_of(folder)
    files: list[str] = []
    skipped: list[ArticleUnreadable] = []
    for name in sorted(set(names)):
        parts = PurePosixPath(name).parts
        hidden = any(part.startswith(".") or part.endswith("~") for part in parts)
        linked = any(is_link(root / above) for above in PurePosixPath(name).parents)
        of_index = _is_beside_index(root / name) or any(_is_index(root / it) for it in PurePosixPath(name).parents)
        if hidden or linked or of_index or not is_chosen(name, selection):
            continue
        try:
            if (root / name).lstat().st_mode and is_folder(root / name) and not is_link(root / name):
                continue
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:  # it may well be there: a folder above it cannot be entered
            skipped.append(ArticleUnreadable(name, _why(error)))
            continue
        if (problem := _problem(root, name)) is not None:
            skipped.append(problem)
        else:
            files.append(name)
    return FolderListing(tuple(files), tuple(skipped))


@contextmanager
def open_file(folder: Path, file: str) -> Iterator[BinaryIO]:
    """Open one listed file; it may have changed, or gone, since it was listed.

    Raises:
        ArticleUnreadable: it cannot be read, now or while it is; the message says why.
    """
    root = root_of(folder)
    path = _inside(root, file)
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise ArticleUnreadable(file, _why(error)) from error
    try:
        with open(descriptor, "rb") as opened:  # noqa: PTH123  # a descriptor has no path to open
            _check(file, os.fstat(descriptor))
            yield opened
    except OSError as error:
        raise ArticleUnreadable(file, _why(error)) from error


def read_bytes(folder: Path, file: str, settings: Settings) -> bytes:
    """Read one listed file whole.

    Raises:
        ArticleUnreadable: it cannot be read, or is larger than one article may be.
    """
    with open_file(folder, file) as opened:
        size, largest = os.fstat(opened.fileno()).st_size, settings.largest_file_bytes
        if size > largest:
            raise ArticleUnreadable(file, f"it has {size:,} bytes, and {largest:,} is the largest size read; split it")
        data = opened.read(largest + 1)
    if len(data) > largest:
        raise ArticleUnreadable(file, "it grew over the largest size while it was read; build again")
    return data


def is_link(path: Path) -> bool:
    """Return whether a path is a link; not so where a folder above it cannot be entered."""
    return os.path.islink(path)  # noqa: PTH114  Path's own raises there


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder; not so where a folder above it cannot be entered."""
    return os.path.isdir(path)  # noqa: PTH112  Path's own raises there


def _is_index(path: Path) -> bool:
    return os.path.exists(path / _INDEX)  # noqa: PTH110  Path's own raises where it cannot be entered


def _is_beside_index(path: Path) -> bool:
    ends = (it for it in _BESIDE_INDEX if path.name.endswith(it))
    return any(_is_index(path.with_name(path.name.removesuffix(it))) for it in ends)


def root_of(folder: Path) -> Path:
    """Resolve the folder of articles once, so that a link to the folder itself is obeyed.

    Raises:
        FolderError: it is not there, no folder, or cannot be reached.
    """
    try:
        if not folder.exists():
            raise FolderMissing(f"{folder}: no such folder; name the folder that holds the articles")
        if not folder.is_dir():
            raise FolderMissing(f"{folder}: not a folder; name the folder that holds the articles")
        return folder.resolve()
    except (OSError, RuntimeError) as error:  # no permission above it; a loop of links
        raise FolderError(f"{folder}: cannot be reached ({error}); name the folder that holds the articles") from error


def _inside(root: Path, file: str) -> Path:
    try:
        path = (root / file).resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links; a name with a NUL
        raise ArticleUnreadable(file, "it is a link that leads nowhere; remove it") from error
    if not path.is_relative_to(root):
        raise ArticleUnreadable(file, _LEAVES)
    return path


def _problem(root: Path, name: str) -> ArticleUnreadable | None:
    """Return why a listed entry will not be read, as far as is known without opening it."""
    if not _is_plain(name):
        return ArticleUnreadable(_visible(name), "its name cannot be shown as text; rename it")
    linked = is_link(root / name)
    try:
        status = (root / name).stat()
        if linked and stat.S_ISDIR(status.st_mode):
            return ArticleUnreadable(name, "it is a link to a folder, which is not followed; name that folder instead")
        _inside(root, name)
        _check(name, status)
    except FileNotFoundError:
        return ArticleUnreadable(name, "it is a link to a file that is not there; remove it" if linked else _VANISHED)
    except OSError as error:
        return ArticleUnreadable(name, "it is a link that leads nowhere; remove it" if linked else _why(error))
    except ArticleUnreadable as problem:
        return problem
    return None


def _check(file: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ArticleUnreadable(file, _FOLDER)
    if not stat.S_ISREG(status.st_mode):
        raise ArticleUnreadable(file, "it is a pipe, socket or device, not a file; remove it")


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _VANISHED
    if isinstance(error, IsADirectoryError):
        return _FOLDER
    if isinstance(error, PermissionError):
        return "it cannot be read: permission denied; allow yourself to read it"
    return f"it cannot be read: {error.strerror or type(error).__name__}; try again or remove it"


def _is_plain(name: str) -> bool:
    """Return whether a name survives being stored and printed; undecodable bytes arrive as lone surrogates."""
    return not any(unicodedata.category(character) in {"Cc", "Cs"} for character in name)


def _visible(name: str) -> str:
    escaped = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if unicodedata.category(c) != "Cc" else c.encode("unicode_escape").decode() for c in escaped)
