"""What a build or an update changed, in articles."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.build.folder_diff import FolderDiff
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

    def __str__(self) -> str:
        return (
            f"{self.added:,} added, {self.changed:,} changed, {self.removed:,} removed, {self.unchanged:,} unchanged; "
            f"{self.encoded:,} passage{'' if self.encoded == 1 else 's'} encoded"
        )


def count_changes(diff: FolderDiff, revision: int, encoded: int, skipped: Sequence[ArticleUnreadable]) -> BuildReport:
    """Count what a change did, in articles."""
    unread = {unreadable.file for unreadable in skipped}
    known = set(diff.unreadable) | set(diff.changed)
    return BuildReport(
        added=len(set(diff.added) - unread),
        changed=len(set(diff.changed) - unread),
        removed=len(diff.removed),
        unchanged=len(diff.unchanged) + len(unread & known),
        encoded=encoded,
        skipped=tuple(
            ArticleUnreadable(it.file, f"{it.reason}; its earlier text still answers") if it.file in known else it
            for it in skipped
        ),
        revision=revision,
    )
