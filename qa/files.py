"""Write files so that a crash leaves the old or the new, and know whether one is what was written."""

import hashlib
import os
from pathlib import Path


def unused_name(folder: Path, stem: str, suffix: str = "") -> str:
    """Give a name that nothing in the folder has: a file that may be mapped into a process is never written again."""
    name, again = f"{stem}{suffix}", 0
    while (folder / name).exists():
        again += 1
        name = f"{stem}-{again}{suffix}"
    return name


def synchronise(path: Path) -> None:
    """Push a file's bytes, or a folder's list of names, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest(path: Path) -> str:
    """Hash a file, or the names and contents of a folder's files except those that begin with a full stop."""
    whole = hashlib.blake2b(digest_size=16)
    parts = [path] if path.is_file() else sorted(part for part in path.iterdir() if not part.name.startswith("."))
    for part in parts:
        with part.open("rb") as file:
            whole.update(part.name.encode() + b"\0" + hashlib.file_digest(file, "blake2b").digest())
    return whole.hexdigest()
