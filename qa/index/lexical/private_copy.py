"""Copy the files of a lexical index to where nobody else writes, compared with their digests on the way.

Tantivy maps its files into memory: one that another program cuts short in place would end the process that asks. What
is read from here on is, byte for byte, what was compared.
"""

import os
import re
import shutil
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import xxhash

from qa.errors import DerivedDamaged, IndexUnwritable

_BLOCK = 1 << 20
_PREFIX = "qa-lexical-"
_NAME = re.compile(_PREFIX + r"(\d+)-.*")


class PrivateFiles:
    """Private copies of the files of an index, shared by its revisions as far as they share files."""

    def __init__(self) -> None:
        self._root: Path | None = None
        self._opened = 0

    @contextmanager
    def folder(self, folder: Path, expected: Mapping[str, str]) -> Iterator[Path]:
        """Give a private folder of the files with those names and digests; opened, it is needed no longer.

        Raises:
            DerivedDamaged: one is missing, or is not what was written.
            IndexUnwritable: there is no room for temporary files.
        """
        try:
            root = self._existing_root()
            self._opened += 1
            private = root / f"opened-{self._opened}"
            private.mkdir()
        except OSError as error:
            raise _no_room(error) from error
        try:
            for name, digest in expected.items():
                copy = root / digest
                if not copy.exists():
                    _copy(folder / name, copy, digest)
                _link(copy, private / name)
            yield private
        finally:
            _tidy(root, expected)

    def _existing_root(self) -> Path:
        """Give the folder that the copies stand in, another where something that cleans up has taken it away."""
        if self._root is None or not self._root.is_dir():
            self._root = _new_root(self)
        return self._root


def _new_root(owner: PrivateFiles) -> Path:
    """Make a folder for this process that goes when it ends, and sweep after processes that were killed."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        found = _NAME.fullmatch(path.name)
        if found and not _lives(int(found[1])):
            shutil.rmtree(path, ignore_errors=True)
    root = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    weakref.finalize(owner, shutil.rmtree, root, ignore_errors=True)
    return root


def _tidy(root: Path, expected: Mapping[str, str]) -> None:
    """Delete what was opened, and the copies that are no longer named."""
    with suppress(FileNotFoundError):  # something that cleans up has taken the whole folder away
        for path in root.iterdir():
            if path.is_dir():  # Tantivy may just be letting go of its lock there: what is left goes next time
                shutil.rmtree(path, ignore_errors=True)
            elif path.name not in expected.values():
                path.unlink(missing_ok=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def _copy(source: Path, copy: Path, digest: str) -> None:
    whole, unfinished = xxhash.xxh3_128(), copy.with_name(f"{copy.name}.new")
    try:
        read = source.open("rb", buffering=0)
    except OSError as error:
        raise _unread(source, error) from error
    with read:
        try:
            with unfinished.open("wb", buffering=0) as written:
                for block in _blocks(read, source):
                    whole.update(block)
                    written.write(block)
            if whole.hexdigest() != digest:
                raise DerivedDamaged(f"{source} is not what was written")
            unfinished.replace(copy)
        except OSError as error:
            raise _no_room(error) from error


def _blocks(read: BinaryIO, source: Path) -> Iterator[bytes]:
    try:
        while block := read.read(_BLOCK):
            yield block
    except OSError as error:
        raise _unread(source, error) from error


def _link(copy: Path, to: Path) -> None:
    try:
        os.link(copy, to)
    except OSError:  # a file system without links
        try:
            shutil.copyfile(copy, to)
        except OSError as error:
            raise _no_room(error) from error


def _unread(source: Path, error: OSError) -> DerivedDamaged:
    return DerivedDamaged(f"{source} is missing or cannot be read ({error.strerror})")


def _no_room(error: OSError) -> IndexUnwritable:
    return IndexUnwritable(
        f"no temporary files can be written in {tempfile.gettempdir()} ({error.strerror}): make room there, or name "
        "another folder in $TMPDIR"
    )
