"""A look through a folder during which another process takes an article in."""

from collections.abc import Callable
from pathlib import Path

from qa.archive.archive import Archive
from qa.build.folder_diff import Scan, scan
from qa.settings import Settings


def overtaken_scan(archive: Archive, folder: Path) -> Callable[[Path, Settings], Scan]:
    """Return what stands in for `scan`: what it found is old as soon as it returns."""

    def scanned(where: Path, settings: Settings) -> Scan:
        found = scan(where, settings)
        (folder / "new.txt").write_text("A ship sank\n\nThe ship met the river bank.\n")
        archive.update([folder / "new.txt"])
        return found

    return scanned
