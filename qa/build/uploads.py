"""Take files that somebody hands in into the folder of articles: whole or not at all, and never over another."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from qa.articles.file_names import article_name, numbered
from qa.articles.folder import read_bytes
from qa.articles.parsing import read_article
from qa.build.folder_diff import content_digest
from qa.errors import ArticleUnreadable, FolderError, FolderMissing
from qa.settings import Settings

_COMING = ".qa-upload-"
"""How the name of a file begins that is not yet an article; builds and watchers leave out what begins with a dot."""
_MOST_OF_A_NAME = 1_000
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""What disks say that give a file only one name, as memory sticks do."""
_NO_NAME = frozenset({errno.EILSEQ, errno.EINVAL, errno.ENAMETOOLONG})
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


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


@dataclass(frozen=True, slots=True)
class _Coming:
    """An article that is in the folder, and not yet under its name."""

    upload: Upload
    name: str
    hidden: str
    size: int
    digest: str
    file: tuple[int, int]
    """Device and inode: what tells it from any other, whatever its name."""


def save_uploads(uploads: Sequence[Upload], folder: Path, settings: Settings) -> SavedUploads:
    """Write what can be read as an article into the folder of articles; `Archive.update` then takes it into the index.

    What cannot be read is refused, and the others go on. An article never takes the place of another: a second
    `report.txt` becomes `report (2).txt`.

    Raises:
        FolderError: the folder cannot be written, or the disk is full; nothing was added.
    """
    coming: list[_Coming] = []
    refused: list[ArticleUnreadable] = []
    with _opened(folder) as handle:
        try:
            for upload in uploads:
                try:
                    coming.append(_receive(handle, upload, settings))
                except ArticleUnreadable as problem:
                    refused.append(problem)
            return _name_all(handle, folder, coming, refused)
        finally:
            for it in coming:
                with suppress(FileNotFoundError):
                    os.unlink(it.hidden, dir_fd=handle)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    """Hold the folder itself, not its name: what is put in its place meanwhile gets nothing."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FolderMissing(f"{folder}: no such folder; put the folder of articles back there") from error
    except OSError as error:
        raise FolderError(f"{folder}: cannot be opened ({error.strerror}); allow yourself to read it") from error
    try:
        yield handle
    except OSError as error:
        raise FolderError(f"nothing was added to {folder}: {_why(error)}") from error
    finally:
        os.close(handle)


def _why(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full; make room and hand the articles in again"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"it cannot be written ({error.strerror}); allow the page's user to write into it"
    return f"{error.strerror}; try again"


def _receive(handle: int, upload: Upload, settings: Settings) -> _Coming:
    """Read an upload, make sure that it is an article, and write it under a name that nobody looks at."""
    name, data = article_name(upload.name), _read(upload, settings)
    hidden = f"{_COMING}{secrets.token_hex(8)}"
    descriptor = os.open(hidden, _NEW, 0o666, dir_fd=handle)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123  a descriptor has no path to open
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            status = os.fstat(descriptor)
    except BaseException:
        os.unlink(hidden, dir_fd=handle)
        raise
    return _Coming(upload, name, hidden, len(data), content_digest(data), (status.st_dev, status.st_ino))


def _read(upload: Upload, settings: Settings) -> bytes:
    try:
        data = read_bytes(upload.path.parent, upload.path.name, settings)
        read_article(upload.name, data)
    except ArticleUnreadable as problem:
        raise ArticleUnreadable(upload.name, problem.reason) from problem
    except FolderError as error:
        raise ArticleUnreadable(upload.name, "did not arrive; upload it again") from error
    return data


def _name_all(
    handle: int, folder: Path, coming: Sequence[_Coming], refused: Sequence[ArticleUnreadable]
) -> SavedUploads:
    """Give all their names, once all are on the disk; where that fails, take the names away again."""
    written: dict[str, _Coming] = {}
    already_there: dict[str, None] = {}
    nameless: list[ArticleUnreadable] = []
    try:
        for it in coming:
            try:
                name = _name(handle, it)
            except ArticleUnreadable as problem:
                nameless.append(problem)
                continue
            if _is(handle, name, it):
                written[name] = it
            else:
                already_there[name] = None
        os.fsync(handle)
    except OSError:
        for name, it in written.items():
            if _is(handle, name, it):
                os.unlink(name, dir_fd=handle)
        raise
    return SavedUploads(
        tuple(folder / name for name in written),
        tuple(folder / name for name in already_there),
        (*refused, *nameless),
    )


def _name(handle: int, coming: _Coming) -> str:
    """Give an article the first name that is free, or that one with the same bytes has."""
    for number in range(1, _MOST_OF_A_NAME + 1):
        name = numbered(coming.name, number)
        try:
            _link(handle, coming.hidden, name)
        except FileExistsError:
            if not _has_same_bytes(handle, name, coming):
                continue
        except OSError as error:
            if error.errno not in _NO_NAME:
                raise
            raise ArticleUnreadable(coming.upload.name, "the disk does not allow that file name; rename it") from error
        return name
    raise ArticleUnreadable(coming.upload.name, f"there are {_MOST_OF_A_NAME:,} articles of that name; rename it")


def _link(handle: int, hidden: str, name: str) -> None:
    """Let a file have a name that no other has, without a moment in which it is there in part."""
    try:
        os.link(hidden, name, src_dir_fd=handle, dst_dir_fd=handle, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        os.close(os.open(name, _NEW, 0o666, dir_fd=handle))  # the name is ours now, so that nothing is replaced
        try:
            os.rename(hidden, name, src_dir_fd=handle, dst_dir_fd=handle)
        except OSError:
            os.unlink(name, dir_fd=handle)
            raise


def _has_same_bytes(handle: int, name: str, coming: _Coming) -> bool:
    """Compare what has a name in the folder already; a link, a pipe or what cannot be read is not the same."""
    try:
        descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=handle)
    except OSError:
        return False
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size != coming.size:
            return False
        with open(descriptor, "rb", closefd=False) as file:
            return content_digest(file.read(coming.size + 1)) == coming.digest
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _is(handle: int, name: str, coming: _Coming) -> bool:
    try:
        status = os.stat(name, dir_fd=handle, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return (status.st_dev, status.st_ino) == coming.file
