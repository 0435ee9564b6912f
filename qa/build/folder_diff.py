"""Compare a folder of articles with an index, by content."""

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.articles.folder import list_files, list_some, read_bytes
from qa.errors import ArticleUnreadable, FolderEmpty, FolderMismatch, FolderShrunk
from qa.index.store.changes import Refusal
from qa.index.store.schema import State
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class FolderDiff:
    """What differs between folder and index, files by name in sorted order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]
    """Still there but not readable now: the index keeps their last good text."""
    skipped: tuple[ArticleUnreadable, ...]

    @property
    def differs(self) -> bool:
        """Whether the folder is ahead of the index."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Scan:
    """What a folder holds now: the SHA-256 of every file that could be read, and why others could not."""

    digests: Mapping[str, str]
    skipped: tuple[ArticleUnreadable, ...]


def scan(folder: Path, settings: Settings) -> Scan:
    """Read every article file once.

    Raises:
        FolderMissing: no such folder.
        FolderEmpty: nothing in it can be read.
    """
    listing = list_files(folder, settings)
    found = _read(folder, listing.files, listing.skipped, settings)
    if not found.digests:
        raise FolderEmpty(nothing_readable(folder, found.skipped))
    return found


def scan_some(folder: Path, files: Iterable[str], settings: Settings) -> Scan:
    """Read those of some files that are there.

    Raises:
        FolderMissing: no such folder.
    """
    listing = list_some(folder, files, settings)
    return _read(folder, listing.files, listing.skipped, settings)


def with_newcomers(found: Scan, stored: Mapping[str, str], folder: Path, settings: Settings) -> Scan:
    """Look again for what is stored and was not found: another process may have taken it in since the scan.

    Raises:
        FolderMissing: no such folder.
    """
    newer = scan_some(folder, stored.keys() - found.digests.keys(), settings)
    known = {it.file for it in found.skipped}
    skipped = (it for it in newer.skipped if it.file not in known)
    return Scan({**found.digests, **newer.digests}, (*found.skipped, *skipped))


def _read(folder: Path, files: Sequence[str], skipped: Sequence[ArticleUnreadable], settings: Settings) -> Scan:
    unreadable, digests = list(skipped), dict[str, str]()
    for file in files:
        try:
            digests[file] = content_digest(read_bytes(folder, file, settings))
        except ArticleUnreadable as problem:
            unreadable.append(problem)
    return Scan(digests, tuple(unreadable))


def diff_folder(found: Scan, stored: Mapping[str, str], refused: Mapping[str, Refusal]) -> FolderDiff:
    """Compare what a folder holds with the digests stored by file name.

    A file that was refused and still has the same bytes is refused again without being read.
    """
    same = {file for file, before in refused.items() if before.digest and found.digests.get(file) == before.digest}
    skipped = [*found.skipped, *(ArticleUnreadable(file, refused[file].reason) for file in same)]
    now = {file: digest for file, digest in found.digests.items() if file not in same}
    kept = {unreadable.file for unreadable in skipped} & stored.keys()
    return FolderDiff(
        added=tuple(sorted(now.keys() - stored.keys())),
        changed=tuple(sorted(file for file in now.keys() & stored.keys() if now[file] != stored[file])),
        removed=tuple(sorted(stored.keys() - now.keys() - kept)),
        unchanged=tuple(sorted(file for file in now.keys() & stored.keys() if now[file] == stored[file])),
        kept=tuple(sorted(kept)),
        skipped=tuple(sorted(skipped, key=lambda unreadable: unreadable.file)),
    )


def check_same_folder(folder: Path, index: Path, state: State) -> None:
    """Refuse a folder that is not the one that the index follows.

    Raises:
        FolderMismatch: it is another; nothing was changed.
    """
    if relative_folder(folder, index) != state.folder:
        followed = os.path.normpath(index.absolute() / state.folder)
        raise FolderMismatch(
            f"the index {index} follows the folder {followed}, not {folder}: build that one, choose another index "
            "with --index, or let it follow this folder with --replace"
        )


def check_not_shrunk(diff: FolderDiff, folder: Path, known: int) -> None:
    """Refuse to drop more than half of an index's articles unasked.

    Raises:
        FolderShrunk: nothing was changed.
    """
    gone = len(diff.removed)
    if gone * 2 > known:
        raise FolderShrunk(
            f"{gone:,} of the {known:,} articles in the index are gone from {folder}: if that is meant, "
            "run `qa build --yes`"
        )


def relative_folder(folder: Path, index: Path) -> str:
    """Give the way from the index folder to the articles, so that both can move together."""
    return Path(os.path.relpath(folder.resolve(), index.resolve())).as_posix()


def content_digest(data: bytes) -> str:
    """Hash a file's bytes (SHA-256): what says whether an article has changed."""
    return hashlib.sha256(data).hexdigest()


def nothing_readable(folder: Path, skipped: Sequence[ArticleUnreadable]) -> str:
    """Say that a build found no article, and the first reasons why."""
    if not skipped:
        return f"{folder} holds no articles: put text files (.txt, .text, .md) into it and build again"
    first = "; ".join(str(unreadable) for unreadable in skipped[:3])
    more = f"; and {len(skipped) - 3:,} more" if len(skipped) > 3 else ""
    return f"nothing in {folder} could be read: {first}{more}"
