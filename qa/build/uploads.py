"""Save files that somebody hands in as articles of the folder: whole or not at all, and never over another."""

import errno
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.articles.file_names import article_name, numbered
from qa.articles.files import read_upload
from qa.articles.folder import read_bytes
from qa.errors import ArticleUnreadable, FolderError, FolderMissing
from qa.index.files import write_new
from qa.settings import Settings

_MOST_OF_A_NAME = 1_000
_NO_NAME = frozenset({errno.EILSEQ, errno.EINVAL, errno.ENAMETOOLONG})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody hands in."""

    name: str
    """As they call it."""
    path: Path
    """Where it lies now."""


@dataclass(frozen=True, slots=True)
class SavedUploads:
    """What became of uploads."""

    written: tuple[Path, ...]
    """The articles that are new in the folder."""
    already_there: tuple[Path, ...]
    """Articles of that name and with the same bytes, which the folder has already."""
    refused: tuple[ArticleUnreadable, ...]
    """By the names that they were handed in with."""


def save_uploads(uploads: Sequence[Upload], folder: Path, settings: Settings) -> SavedUploads:
    """Write what can be read as an article into the folder of articles; `Archive.update` then ingests it.

    What cannot be read is refused, and the others go on. An article never takes the place of another: a second
    `report.txt` becomes `report (2).txt`.

    Raises:
        FolderError: the folder cannot be written, or the disk is full; nothing was added.
    """
    written, already_there = dict[Path, None](), dict[Path, None]()
    refused = list[ArticleUnreadable]()
    try:
        if not folder.is_dir():
            raise FolderMissing(f"{folder}: no such folder; put the folder of articles back there")
        for upload in uploads:
            try:
                name = article_name(upload.name)
                data = _read(upload, settings)
                path, new = _save(folder, name, data)
            except ArticleUnreadable as problem:
                refused.append(ArticleUnreadable(upload.name, problem.reason))
            else:
                (written if new else already_there)[path] = None
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise FolderError(f"nothing was added to {folder}: {_why(error)}") from error
    return SavedUploads(tuple(written), tuple(already_there), tuple(refused))


def _read(upload: Upload, settings: Settings) -> bytes:
    """Read the bytes of an upload, which must be those of an article."""
    try:
        data = read_bytes(upload.path.parent, upload.path.name, settings)
    except FolderError as error:
        raise ArticleUnreadable(upload.name, "it did not arrive; upload it again") from error
    read_upload(upload.name, upload.path, settings)
    return data


def _save(folder: Path, name: str, data: bytes) -> tuple[Path, bool]:
    """Write an article under the first free name; return its path, and whether it is new there."""
    for number in range(1, _MOST_OF_A_NAME + 1):
        path = folder / numbered(name, number)
        if not os.path.lexists(path):
            try:
                write_new(path, data)
            except FileExistsError:
                pass  # another was written meanwhile
            except OSError as error:
                if error.errno in _NO_NAME:
                    raise ArticleUnreadable(name, "the disk does not allow that file name; rename it") from error
                raise
            else:
                return path, True
        if _holds(path, data):
            return path, False
    raise ArticleUnreadable(name, f"there are {_MOST_OF_A_NAME:,} articles of that name; rename it")


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file has these bytes; a link, a pipe or what cannot be read has not."""
    try:
        status = path.lstat()
        return stat.S_ISREG(status.st_mode) and status.st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _why(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full; make room and hand the articles in again"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"it cannot be written ({error.strerror}); allow the page's user to write into it"
    return f"{error.strerror}; try again"
