"""Build the copy of a text that is encoded, tokenised and displayed; the archive keeps the text itself unchanged.

Old archives hold HTML entities (`&#233;`), decomposed letters, and characters that reverse or hide what follows them.
"""

import html
import re
import unicodedata

_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad"  # controls that are not white space, soft hyphens
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings and overrides
    "\u200b\u2060\ufeff\ufff9-\ufffb\ud800-\udfff]"  # zero width space, joiners of nothing, lone surrogates
)
_PLAIN = re.compile("[\t\n -%'-~\xa0-\xac\xae-\u02ff\u0388-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20ac]*")
"""What is as it should be: a third of the time for most texts. No letter of these is put together with another."""
LONGEST_LINE = 160
"""How many characters a line of the page around an article may have: a longer one is prose."""
_SPACE = re.compile("[\x0b-\x0d\x1c-\x1f\x85]")


def is_text(name: str) -> bool:
    """Return whether a name can be written down: a file's, or one typed in a shell, may hold bytes that are no text."""
    return name.encode(errors="ignore").decode() == name


def check_text(name: str, value: object) -> None:
    """Check that what a program passes is text.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be str, not {type(value).__name__}")


def without_hidden(text: str) -> str:
    """Return a text without controls, and without characters that hide or reverse what stands beside them."""
    return _UNSAFE.sub("", text)


def plain(text: str) -> str:
    """Resolve HTML entities once, compose letters (NFC), and drop controls and bidirectional overrides.

    Never NFKC: it would rewrite what is quoted. Zero width (non-)joiners stay: Persian and emoji need them.
    """
    if _PLAIN.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", _UNSAFE.sub("", _SPACE.sub(" ", html.unescape(text))))


def in_one_line(text: str) -> str:
    """Return the plain copy with every run of white space, line breaks included, made one space."""
    return " ".join(plain(text).split())
