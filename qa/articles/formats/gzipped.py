"""Read a file that is packed by gzip as what is in it."""

import gzip
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from qa.articles.formats.detection import HEAD, readable_format
from qa.articles.formats.known import unpacked_name
from qa.articles.formats.limits import LARGEST_RATIO, SMALL_MEMBER, mapped, read_whole
from qa.articles.formats.record import Record
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_STREAMED = frozenset(("csv", "json", "jsonl", "mbox", "warc"))
_PACK_AGAIN = "pack it again"


def read_gzip(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    """Read the records of what is packed.

    Raises:
        ArticleUnreadable: it is damaged, of a kind that is not read, or packed as only a bomb is.
    """
    from qa.articles.formats.reading import read_records  # which knows this parser too

    most = max(LARGEST_RATIO * opened.seek(0, io.SEEK_END), SMALL_MEMBER)
    opened.seek(0)
    stream = io.BufferedReader(_Bounded(file, opened, most))
    with mapped(file, _PACK_AGAIN):
        head = stream.peek(HEAD)[:HEAD]
    found = readable_format(unpacked_name(file), head)
    if found is None or found.name in {"gzip", "zip"}:
        raise ArticleUnreadable(file, "what is packed in it is of a kind that is not read; unpack it")
    with mapped(file, _PACK_AGAIN):
        inside: BinaryIO = stream if found.name in _STREAMED else io.BytesIO(read_whole(file, stream, settings))
    yield from read_records(file, inside, found, settings, columns)


class _Bounded(io.RawIOBase):
    """The unpacked bytes, as many as an honest file can have."""

    def __init__(self, file: str, opened: BinaryIO, most: int) -> None:
        self._file, self._most, self._read = file, most, 0
        self._unpacking = gzip.GzipFile(fileobj=opened)

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def seekable(self) -> bool:
        """Return that it can be read again from an earlier place."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go back to an earlier place, as where a parser has looked at the beginning."""
        place = offset + (self._read if whence == io.SEEK_CUR else 0)
        if whence == io.SEEK_END or not 0 <= place <= self._read:
            raise io.UnsupportedOperation("only what has been read can be gone back to")
        if place != self._read:
            self._read = self._unpacking.seek(place)
        return self._read

    def readinto(self, buffer: "memoryview[int]", /) -> int:  # type: ignore[override]
        """Read on.

        Raises:
            ArticleUnreadable: there is more than an honest file has.
        """
        with mapped(self._file, _PACK_AGAIN):
            data = self._unpacking.read(len(buffer))
        self._read += len(data)
        if self._read > self._most:
            raise ArticleUnreadable(
                self._file, f"it unpacks to more than {LARGEST_RATIO} times its size, as no article does; remove it"
            )
        buffer[: len(data)] = data
        return len(data)
