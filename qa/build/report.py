"""What a build or an update changed, in articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa.articles.files import UnreadFile
from qa.build.folder_diff import FolderDiff
from qa.build.ingest_files import FileCounts
from qa.errors import ArticleUnreadable


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build changed."""

    added: int
    changed: int
    removed: int
    unchanged: int
    encoded: int
    """The passages that were encoded: the vectors of all others are known."""
    skipped: tuple[ArticleUnreadable, ...]
    revision: int
    unread: tuple[UnreadFile, ...] = ()
    """Files of kinds that are not read, or not here."""
    furniture: int = 0
    """How many lines that outlets print around their articles were found new, and are left out."""

    def __str__(self) -> str:
        return (
            f"{self.added:,} added, {self.changed:,} changed, {self.removed:,} removed, {self.unchanged:,} unchanged; "
            f"{self.encoded:,} passage{'' if self.encoded == 1 else 's'} encoded"
        )


def count_changes(
    diff: FolderDiff,
    unchanged: int,
    counts: Mapping[str, FileCounts],
    revision: int,
    encoded: int,
    skipped: Sequence[ArticleUnreadable],
) -> BuildReport:
    """Count what a change did, in articles: as many are unchanged in the files that were not read again."""
    unread = {unreadable.file for unreadable in skipped}
    known = set(diff.unreadable) | set(diff.changed)
    read = counts.values()
    return BuildReport(
        added=sum(it.added for it in read),
        changed=sum(it.changed for it in read),
        removed=sum(it.removed for it in read),
        unchanged=unchanged + sum(it.unchanged for it in read) + len(unread & known),
        encoded=encoded,
        skipped=tuple(
            ArticleUnreadable(it.file, f"{it.reason}; its earlier text still answers") if it.file in known else it
            for it in skipped
        ),
        revision=revision,
        unread=diff.unread,
    )
