"""Decode the bytes of a file as text."""

import codecs
import re

from qa.articles.single_byte import decode_single_byte
from qa.errors import ArticleUnreadable

_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"\x89PNG",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\x7fELF",
    b"SQLite format 3",
)
_LOOKED_AT = 8192
_MOST_CONTROLS = 0.10
_FEWEST_NULS = 0.02
_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028]")
"""What ends a line in Unicode beside a line feed (UAX 14, class BK, CR and NL)."""
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\v\f\r"})
_NOT_TEXT = "it is not a text file; save the article as plain text"


def decode(file: str, data: bytes) -> str:
    """Decode one file and make its line ends line feeds; nothing else of the text is changed.

    UTF-8 is tried before all but a byte order mark; a text in UTF-8 with a few damaged bytes (a file cut in the
    middle of a letter) keeps the rest and shows U+FFFD for them, where any other encoding would spoil it all.
    """
    if not data.strip():
        raise ArticleUnreadable(file, "it is empty; write the article into it")
    if data.startswith(_MAGIC):
        raise ArticleUnreadable(file, _NOT_TEXT)
    text = _decode_marked(file, data)
    if text is None:
        text = _decode_wide(data) if b"\0" in data else _decode_utf8(data)
    if text is None and b"\0" not in data and not _is_binary(data[:_LOOKED_AT]):
        text = decode_single_byte(file, data)
    if text is None or _is_binary(text[:_LOOKED_AT].encode("utf-8", "replace")) or "\0" in text:
        raise ArticleUnreadable(file, _NOT_TEXT)
    text = _with_line_ends(text.removeprefix("\ufeff"))
    if not text.strip(" \t\n\v\f\u00a0\u200b\ufeff"):
        raise ArticleUnreadable(file, "it is empty; write the article into it")
    return text


def _with_line_ends(text: str) -> str:
    """Return a text whose lines all end in a line feed, and whose paragraph separators are empty lines."""
    return _LINE_END.sub("\n", text.replace("\u2029", "\n\n"))


def _decode_marked(file: str, data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8":
                    return None  # the mark says nothing of a damaged byte further on
                raise ArticleUnreadable(file, f"it is damaged {encoding.upper()}; save it again as UTF-8") from error
    return None


def _decode_wide(data: bytes) -> str | None:
    """Decode UTF-16 without a mark: the zero bytes of its spaces and line ends all stand on one side."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if min(even, odd) or max(even, odd) < _FEWEST_NULS * len(data):
        return None
    try:
        return data.decode("utf-16-le" if odd else "utf-16-be")
    except UnicodeDecodeError:
        return None


def _decode_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return text if _beyond_ascii(text) > 11 * damaged else None


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _is_binary(sample: bytes) -> bool:
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample)
