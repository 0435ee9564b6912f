"""Read the files in a zip, each by its own format, without unpacking any to the disk."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from qa.articles.formats.detection import HEAD, kind_of_zip, readable_format
from qa.articles.formats.known import FORMATS, Format
from qa.articles.formats.limits import check_member, check_ratio, mapped, open_zip, read_member
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import stated_id
from qa.errors import ArticleUnreadable
from qa.settings import Settings

DEEPEST = 2
"""How deep a zip may lie in others."""
_STREAMED = frozenset(("csv", "json", "jsonl", "mbox", "parquet", "warc"))
"""Formats of many records, which a member may be larger for."""
_UTF8_NAME = 0x800
_PACK_AGAIN = "pack it again"


def read_zip(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str], depth: int = 0
) -> Iterator[Record | ArticleUnreadable]:
    """Read the members of a zip; one that cannot be read is named and the rest is read."""
    with open_zip(file, opened) as packed:
        kind = kind_of_zip(frozenset(packed.namelist()))
        if kind != "zip":  # a document whose name and first bytes do not say so
            opened.seek(0)
            yield from _members_of(file, opened, FORMATS[kind], settings, columns, depth)
            return
        for member in packed.infolist():
            if not _is_left_out(member):
                yield from _read_named(file, packed, member, settings, columns, depth)


def _is_left_out(member: zipfile.ZipInfo) -> bool:
    """Return whether a member is a folder, or is hidden as those are that a computer adds."""
    parts = PurePosixPath(member.filename).parts
    return member.is_dir() or any((it.startswith(".") and it != "..") or it == "__MACOSX" for it in parts)


def _read_named(
    file: str,
    packed: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    settings: Settings,
    columns: Mapping[str, str],
    depth: int,
) -> Iterator[Record | ArticleUnreadable]:
    shown = _shown_name(member)
    name = f"{file}#{shown}"
    if ".." in PurePosixPath(shown).parts or shown.startswith(("/", "\\")) or ":" in shown[:2]:
        yield ArticleUnreadable(name, "its name leads out of the folder that it would be unpacked to; rename it")
        return
    try:
        for found in _read_member(name, packed, member, settings, columns, depth):
            yield _within(shown, found)
    except ArticleUnreadable as problem:
        yield problem


def _read_member(
    name: str,
    packed: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    settings: Settings,
    columns: Mapping[str, str],
    depth: int,
) -> Iterator[Record | ArticleUnreadable]:
    check_ratio(name, member)
    with mapped(name, _PACK_AGAIN), packed.open(member) as opened:
        head = opened.read(HEAD)
    found = readable_format(member.filename, head)
    if found is None:
        raise ArticleUnreadable(name, "it is of a kind that is not read; take it out")
    if found.name in _STREAMED:
        with mapped(name, _PACK_AGAIN):
            streamed = packed.open(member)
        with streamed:
            yield from _members_of(name, cast("BinaryIO", streamed), found, settings, columns, depth)
        return
    check_member(name, member, settings)
    data = io.BytesIO(read_member(name, packed, member, settings))
    yield from _members_of(name, data, found, settings, columns, depth)


def _members_of(
    name: str, opened: BinaryIO, found: Format, settings: Settings, columns: Mapping[str, str], depth: int
) -> Iterator[Record | ArticleUnreadable]:
    if found.name != "zip":
        from qa.articles.formats.reading import read_records  # which knows this parser too

        yield from read_records(name, opened, found, settings, columns)
    elif depth >= DEEPEST:
        raise ArticleUnreadable(name, f"it lies in more than {DEEPEST} other zips; unpack it")
    else:
        yield from read_zip(name, opened, settings, columns, depth + 1)


def _within(member: str, found: Record | ArticleUnreadable) -> Record | ArticleUnreadable:
    """Return a record with the member's name in its id, which is its own only inside the member."""
    if isinstance(found, ArticleUnreadable):
        return found
    return replace(found, id=stated_id(member if found.id is None else f"{member}#{found.id}"))


def _shown_name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; older programs write Russian ones in the encoding of DOS and do not say so."""
    name = member.filename
    if name.isascii() or member.flag_bits & _UTF8_NAME:
        return name
    try:
        return name.encode("cp437").decode("cp866")
    except UnicodeError:
        return name
