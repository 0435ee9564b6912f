"""State which versions of the parsers' libraries are installed: another one may read the same file differently."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version

READ_BY = (
    "fastparquet",
    "FastWARC",
    "feedparser",
    "lxml",
    "pypdfium2",
    "striprtf",
    "trafilatura",
)
"""Whose change could change a text. What these need in turn (justext, htmldate) is not asked in `fast` mode."""


def parser_versions() -> str:
    """Return the installed libraries with their versions, in one line: a part of the fingerprint of a reading."""
    return " ".join(f"{name}=={found}" for name in READ_BY if (found := _version(name)))


@cache  # what this process has loaded stays, and to look takes as long as to read a short page
def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
