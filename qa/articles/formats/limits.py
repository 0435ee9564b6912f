"""Hold every parser to what a file may cost, and map what libraries raise to one message."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from qa.errors import ArticleUnreadable
from qa.settings import Settings

LARGEST_RATIO = 200
"""How many times its packed size a member of a zip may have. Prose packs 3 to 10 times, a table of one value 100 times;
the docx that took 11 s and 790 MB packed 1,000 times."""
SMALL_MEMBER = 1_000_000
"""Bytes; the ratio of a member below this size costs nothing."""
MOST_MEMBERS = 1_000_000
"""How many members a zip may list; Python keeps some 500 bytes for each."""
_DAMAGED = "it is damaged, or of another kind than it says"
_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_whole(file: str, opened: BinaryIO, settings: Settings) -> bytes:
    """Read a file that is one record.

    Raises:
        ArticleUnreadable: it is larger than a record may be.
    """
    data = opened.read(settings.largest_file_bytes + 1)
    check_size(file, len(data), settings)
    return data


def check_size(file: str, size: int, settings: Settings) -> None:
    """Raise `ArticleUnreadable` where a record is larger than one may be."""
    if size > settings.largest_file_bytes:
        raise ArticleUnreadable(file, f"it has more than {settings.largest_file_bytes:,} bytes; split it")


def refuse_entities(file: str, data: bytes) -> None:
    """Raise `ArticleUnreadable` where an XML file defines entities: a few lines of them can make gigabytes."""
    if _ENTITIES.search(data):
        raise ArticleUnreadable(file, "it defines entities of its own, which are not resolved; save it without them")


@contextmanager
def mapped(file: str, remedy: str) -> Iterator[None]:
    """Raise `ArticleUnreadable` for whatever a library raises over a damaged file; the remedy says what to do."""
    try:
        yield
    except ArticleUnreadable:
        raise
    except RecursionError as error:
        raise ArticleUnreadable(file, f"it is nested too deep; {remedy}") from error
    except MemoryError as error:
        raise ArticleUnreadable(file, f"it needs more memory than there is; {remedy}") from error
    except Exception as error:
        raise ArticleUnreadable(file, f"{_DAMAGED}; {remedy}") from error


def open_zip(file: str, opened: BinaryIO) -> zipfile.ZipFile:
    """Open a zip, or what is one inside such as a docx.

    Raises:
        ArticleUnreadable: it is damaged, or has too many members.
    """
    with mapped(file, "pack it again"):
        packed = zipfile.ZipFile(opened)
    if len(packed.infolist()) > MOST_MEMBERS:
        raise ArticleUnreadable(file, f"it has more than {MOST_MEMBERS:,} members; split it")
    return packed


def check_member(file: str, member: zipfile.ZipInfo, settings: Settings) -> None:
    """Raise `ArticleUnreadable` where a member is locked, too large for a record, or packed as only a bomb is.

    What a member says of its size is checked before a byte is unpacked, and again by `read_member`.
    """
    check_ratio(file, member)
    check_size(file, member.file_size, settings)


def check_ratio(file: str, member: zipfile.ZipInfo) -> None:
    """Raise `ArticleUnreadable` where a member is locked, or packed as only a bomb is."""
    if member.flag_bits & 1:
        raise ArticleUnreadable(file, "it needs a password; pack it again without one")
    times = member.file_size // max(member.compress_size, 1)
    if member.file_size > SMALL_MEMBER and times > LARGEST_RATIO:
        raise ArticleUnreadable(file, f"it unpacks to {times:,} times its size, as no article does; remove it")


def read_member(file: str, packed: zipfile.ZipFile, member: zipfile.ZipInfo, settings: Settings) -> bytes:
    """Read one member of a zip, and no more of it than a record may have."""
    check_member(file, member, settings)
    with mapped(file, "pack it again"), packed.open(member) as opened:
        data = opened.read(settings.largest_file_bytes + 1)
    check_size(file, len(data), settings)
    return data
