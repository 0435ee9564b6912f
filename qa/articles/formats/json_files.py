"""Read articles from JSON: one, a list of them however it is wrapped, or one a line."""

import codecs
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from qa.articles.decoding import decode
from qa.articles.formats.columns import has_text, record_of
from qa.articles.formats.limits import check_size, mapped, read_whole
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import line
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_EXPORT_AGAIN = "export it again"
_NO_ARTICLE = "no article is in it: no member is known to hold the text; say which one does"
_JSON_FEED = "jsonfeed.org"
_DEEPEST_LIST = 4
_STEP = 1 << 16
_SPACE = " \t\r\n\ufeff"


def read_json(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    """Read a file of JSON. A bare list is read an article at a time, so it may be larger than a record.

    Raises:
        ArticleUnreadable: it is damaged, or no article is in it.
    """
    if _first_character(opened) == "[":
        yield from _read_list(file, opened, settings, columns)
        return
    with mapped(file, _EXPORT_AGAIN):
        found = json.loads(decode(file, read_whole(file, opened, settings)), strict=False)
    listed = None if _is_article(found, columns, summary=False) else _find_list(found, columns, 0)
    if listed is not None:
        outlet = line(str(found.get("title"))) if _JSON_FEED in str(found.get("version")) else None
        for number, item in enumerate(listed, start=1):
            yield _of_outlet(_record(f"{file}#article {number}", item, columns), outlet)
    elif _is_article(found, columns, summary=True):
        yield record_of(file, found, columns, alone=True)
    else:
        raise ArticleUnreadable(file, _NO_ARTICLE)


def read_jsonl(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    """Read a file with an object of JSON on each line; the rest of it is read where a line is damaged."""
    number = 0
    while data := opened.readline(settings.largest_file_bytes + 1):
        number += 1
        name = f"{file}#line {number}"
        if len(data) > settings.largest_file_bytes and not data.endswith(b"\n"):
            _skip_line(opened)
        if not data.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            check_size(name, len(data), settings)
            with mapped(name, _EXPORT_AGAIN):
                found = json.loads(decode(name, data), strict=False)
        except ArticleUnreadable as problem:
            yield problem
        else:
            yield _record(name, found, columns)


def _read_list(
    file: str, opened: BinaryIO, settings: Settings, columns: Mapping[str, str]
) -> Iterator[Record | ArticleUnreadable]:
    for number, item in enumerate(_items(file, opened, settings), start=1):
        yield _record(f"{file}#article {number}", item, columns)


def _is_article(found: object, columns: Mapping[str, str], *, summary: bool) -> bool:
    return isinstance(found, dict) and has_text(found, columns, summary=summary)


def _of_outlet(found: Record | ArticleUnreadable, outlet: str | None) -> Record | ArticleUnreadable:
    """Return an item of a feed with the feed's name as its outlet."""
    return replace(found, outlet=found.outlet or outlet) if isinstance(found, Record) else found


def _record(name: str, found: object, columns: Mapping[str, str]) -> Record | ArticleUnreadable:
    if not isinstance(found, dict):
        return ArticleUnreadable(name, "it is no object with named members; remove it")
    try:
        return record_of(name, found, columns, alone=False)
    except ArticleUnreadable as problem:
        return problem


def _find_list(found: object, columns: Mapping[str, str], depth: int) -> list[object] | None:
    """Return the first list of articles in an object; or its own values, where those are articles by their ids."""
    if not isinstance(found, dict) or depth > _DEEPEST_LIST:
        return None
    for value in found.values():
        if isinstance(value, list) and any(isinstance(it, dict) and has_text(it, columns) for it in value):
            return value
    if found and all(isinstance(it, dict) and has_text(it, columns) for it in found.values()):
        return [{"id": name, **value} for name, value in found.items()]
    inner = (_find_list(value, columns, depth + 1) for value in found.values())
    return next((it for it in inner if it is not None), None)


def _first_character(opened: BinaryIO) -> str:
    head = opened.read(_STEP)
    opened.seek(0)
    return head.decode("utf-8", "ignore").lstrip(_SPACE)[:1]


def _items(file: str, opened: BinaryIO, settings: Settings) -> Iterator[object]:
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
        self._text, self._step = "", _STEP
        self._decoder = _Incremental()
        self._ended = False

    def next_mark(self) -> str:
        """Return the next character that is no space."""
        while not (shown := self._text.lstrip(_SPACE)) and not self._ended:
            self._more()
        self._text = shown
        if not shown:
            raise ArticleUnreadable(self._file, f"its list does not end; {_EXPORT_AGAIN}")
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
                raise ArticleUnreadable(self._file, f"it is nested too deep; {_EXPORT_AGAIN}") from error
            except ValueError as error:
                if self._ended:
                    raise ArticleUnreadable(self._file, f"it is damaged JSON ({error}); {_EXPORT_AGAIN}") from error
                self._more()
                continue
            if end == len(self._text) and not self._ended:
                self._more()  # a number may go on
                continue
            self._text, self._step = self._text[end:], _STEP
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


def _skip_line(opened: BinaryIO) -> None:
    while (chunk := opened.readline(_STEP)) and not chunk.endswith(b"\n"):
        pass
