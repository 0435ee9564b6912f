"""Read the items of a list of JSON one at a time, holding no more of the file than that."""

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from qa.articles.formats.limits import check_size
from qa.errors import ArticleUnreadable
from qa.settings import Settings

EXPORT_AGAIN = "export it again"
STEP = 1 << 16
SPACE = " \t\r\n\ufeff"


def items(file: str, opened: BinaryIO, settings: Settings) -> Iterator[object]:
    """Yield the items of a list, holding no more of the file than the one that is read.

    The text of an item is read twice as far each time it does not end, so that a long one costs no more than twice.
    """
    decoder = json.JSONDecoder(strict=False)
    read = _Reader(file, opened, settings)
    read.skip("[")
    while (mark := read.next_mark()) != "]":
        if mark == ",":
            read.skip(",")
            continue
        yield read.item(decoder)


class _Reader:
    """Holds the part of a file of JSON that is being read."""

    def __init__(self, file: str, opened: BinaryIO, settings: Settings) -> None:
        self._file, self._opened, self._settings = file, opened, settings
        self._text, self._step = "", STEP
        self._decoder = _Incremental()
        self._ended = False

    def next_mark(self) -> str:
        """Return the next character that is no space."""
        while not (shown := self._text.lstrip(SPACE)) and not self._ended:
            self._more()
        self._text = shown
        if not shown:
            raise ArticleUnreadable(self._file, f"its list does not end; {EXPORT_AGAIN}")
        return shown[0]

    def skip(self, mark: str) -> None:
        """Pass over a character that must come next."""
        self.next_mark()
        self._text = self._text.removeprefix(mark)

    def item(self, decoder: json.JSONDecoder) -> object:
        """Return the next item."""
        while True:
            try:
                found, end = decoder.raw_decode(self._text)
            except RecursionError as error:
                raise ArticleUnreadable(self._file, f"it is nested too deep; {EXPORT_AGAIN}") from error
            except ValueError as error:
                if self._ended:
                    raise ArticleUnreadable(self._file, f"it is damaged JSON ({error}); {EXPORT_AGAIN}") from error
                self._more()
                continue
            if end == len(self._text) and not self._ended:
                self._more()  # a number may go on
                continue
            self._text, self._step = self._text[end:], STEP
            return found

    def _more(self) -> None:
        check_size(self._file, len(self._text), self._settings)
        data = self._opened.read(self._step)
        self._step *= 2
        self._ended = not data
        self._text += self._decoder.decode(data, final=self._ended)


class _Incremental:
    """Decodes UTF-8, or UTF-16 with its mark, as it is read."""

    def __init__(self) -> None:
        self._decoder: codecs.IncrementalDecoder | None = None

    def decode(self, data: bytes, *, final: bool) -> str:
        """Return the text of the next bytes."""
        if self._decoder is None:
            wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
            self._decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8")("replace")
        return self._decoder.decode(data, final)
