"""Compare a folder of articles with an index, by content."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from qa.articles.files import KnownFile, UnreadFile, examine, not_read
from qa.articles.folder import list_files, list_some
from qa.errors import ArticleUnreadable, FolderEmpty, FolderMissing
from qa.index.store.changes import Refusal
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class FolderDiff:
    """What differs between a folder and an index; files by name, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    unreadable: tuple[str, ...]
    """Still there but not readable now: the index keeps their last good text."""
    skipped: tuple[ArticleUnreadable, ...]
    unread: tuple[UnreadFile, ...] = ()
    """Files of kinds that are not read, or not here."""

    @property
    def differs(self) -> bool:
        """Whether the folder is ahead of the index."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Scan:
    """What a folder holds now: every file that can be read, and why others cannot."""

    known: Mapping[str, KnownFile]
    skipped: tuple[ArticleUnreadable, ...]
    files: frozenset[str] | None = None
    """The files that were looked for; None where the whole folder was scanned."""
    unread: tuple[UnreadFile, ...] = ()

    @property
    def digests(self) -> dict[str, str]:
        """What tells the content of each file."""
        return {file: it.digest for file, it in self.known.items()}


def scan(folder: Path, settings: Settings) -> Scan:
    """Read every article file once.

    Raises:
        FolderMissing: no such folder.
        FolderEmpty: nothing in it can be read.
    """
    listing = list_files(folder, settings.selection or ())
    found = _read(folder, listing.files, listing.skipped, None, settings)
    if not found.known:
        raise FolderEmpty(nothing_readable(folder, found.skipped, found.unread))
    return found


def scan_some(folder: Path, files: Iterable[str], settings: Settings) -> Scan:
    """Read the files of some names that are there.

    Raises:
        FolderMissing: no such folder.
    """
    names = frozenset(files)
    listing = list_some(folder, names, settings.selection or ())
    return _read(folder, listing.files, listing.skipped, names, settings)


def rescan_missing(found: Scan, stored: Mapping[str, str], folder: Path, settings: Settings) -> Scan:
    """Scan again for stored files that were not found: another process may have ingested them since the scan.

    Raises:
        FolderMissing: no such folder.
    """
    later = scan_some(folder, stored.keys() - found.digests.keys(), settings)
    known = {it.file for it in found.skipped}
    skipped = (it for it in later.skipped if it.file not in known)
    return replace(found, known={**found.known, **later.known}, skipped=(*found.skipped, *skipped))


def _read(
    folder: Path,
    files: Sequence[str],
    skipped: Sequence[ArticleUnreadable],
    names: frozenset[str] | None,
    settings: Settings,
) -> Scan:
    unreadable, known, unread = list(skipped), dict[str, KnownFile](), list[UnreadFile]()
    for file in files:
        try:
            found = examine(folder, file, settings)
        except ArticleUnreadable as problem:
            unreadable.append(problem)
        else:
            if isinstance(found, KnownFile):
                known[file] = found
            else:
                unread.append(found)
    return Scan(known, tuple(unreadable), names, tuple(unread))


def diff_folder(found: Scan, stored: Mapping[str, str], refused: Mapping[str, Refusal]) -> FolderDiff:
    """Compare what a folder holds with the digests stored by file name.

    A file that was refused and still has the same bytes is refused again without being read.
    """
    digests = found.digests
    same = {file for file, before in refused.items() if before.digest and digests.get(before.file) == before.digest}
    lost = [ArticleUnreadable(it.file, not_read(it)) for it in found.unread if it.file in stored]
    skipped = [*found.skipped, *lost, *(ArticleUnreadable(file, refused[file].reason) for file in same)]
    now = {file: digest for file, digest in digests.items() if file not in same}
    unreadable = {it.file for it in skipped} & stored.keys()
    return FolderDiff(
        added=tuple(sorted(now.keys() - stored.keys())),
        changed=tuple(sorted(file for file in now.keys() & stored.keys() if now[file] != stored[file])),
        removed=tuple(sorted(stored.keys() - now.keys() - unreadable)),
        unchanged=tuple(sorted(file for file in now.keys() & stored.keys() if now[file] == stored[file])),
        unreadable=tuple(sorted(unreadable)),
        skipped=tuple(sorted(skipped, key=lambda it: it.file)),
        unread=tuple(it for it in found.unread if it.file not in stored),
    )


def without_added(found: Scan, added: Set[str]) -> Scan:
    """Return a scan without the files whose names are ids of articles added without a file: neither replaces the other.

    They are skipped with the reason, and looked at again when the id is free.
    """
    taken = sorted(found.known.keys() & added)
    reason = "an article was added under that id; rename the file, or remove the article with `Archive.remove`"
    known = {file: it for file, it in found.known.items() if file not in added}
    return replace(found, known=known, skipped=(*found.skipped, *(ArticleUnreadable(file, reason) for file in taken)))


def followed_folder(index: Path, followed: str) -> Path:
    """Return the folder that an index follows, by what the index says of it.

    Raises:
        FolderMissing: it follows none.
    """
    if not followed:
        raise FolderMissing(f"the index {index} follows no folder: name one with `qa build FOLDER --index {index}`")
    return (index / followed).resolve()


def relative_folder(folder: Path, index: Path) -> str:
    """Return the path of the articles relative to the index folder, so that both can move together.

    Links stay in it as they are named, so that one may come to point at the next release of the articles; those on the
    way to both folders are followed.
    """
    named, real = _without_steps_back(folder.absolute()), index.resolve()
    shared = next(it for it in (named, *named.parents) if real.is_relative_to(it.resolve()))
    return Path(os.path.relpath(shared.resolve() / named.relative_to(shared), real)).as_posix()


def is_same_folder(folder: Path, index: Path, followed: str) -> bool:
    """Return whether a folder is the one that an index follows: of that name, or at that place."""
    return relative_folder(folder, index) == followed or (index.resolve() / followed).resolve() == folder.resolve()


def _without_steps_back(path: Path) -> Path:
    """Follow the links before the last "..", which leads from where they point."""
    parts = path.parts
    after = len(parts) - parts[::-1].index("..") if ".." in parts else 0
    return Path(*parts[:after]).resolve().joinpath(*parts[after:]) if after else path


def nothing_readable(folder: Path, skipped: Sequence[ArticleUnreadable], unread: Sequence[UnreadFile] = ()) -> str:
    """Write why a build found no article: the first three reasons."""
    if not skipped:
        others = f" ({unread_words(unread)})" if unread else ""
        return f"{folder} holds no articles{others}: put text files, or others that are read, into it and build again"
    first = "; ".join(str(unreadable) for unreadable in skipped[:3])
    more = f"; and {len(skipped) - 3:,} more" if len(skipped) > 3 else ""
    return f"nothing in {folder} could be read: {first}{more}"


def unread_words(unread: Sequence[UnreadFile]) -> str:
    """Write how many files of which kinds are not read, and how to read those that can be; nothing where all are."""
    if not unread:
        return ""
    named = ", ".join(f"{count:,} {kind or 'without an ending'}" for kind, count in kinds_of(unread))
    files = f"{len(unread):,} file{'' if len(unread) == 1 else 's'} of other kinds not read: {named}"
    lacking = lacking_formats(unread)
    remedy = f"; pip install 'qa-news-archive[formats]' reads {', '.join(lacking)}" if lacking else ""
    return f"{files}{remedy}"


def kinds_of(unread: Sequence[UnreadFile]) -> list[tuple[str, int]]:
    """Return the endings of files that are not read, that of most first, and how many have each."""
    return sorted(Counter(it.ending for it in unread).items(), key=lambda it: (-it[1], it[0]))


def lacking_formats(unread: Sequence[UnreadFile]) -> list[str]:
    """Return the formats that a library would have to be installed for."""
    return sorted({it.format for it in unread if it.format is not None})
