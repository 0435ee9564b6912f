"""Build the file name of an article that somebody hands in: safe on any disk, and as readable as it was."""

import re
import unicodedata

from qa.articles.formats.known import accepted_endings
from qa.errors import ArticleUnreadable

_LONGEST_BYTES = 200
"""Of a whole name; some disks take no more than 255, and a number may have to follow."""
_SEPARATORS = re.compile(r"[/\\]")
_RESERVED = re.compile(r'[<>:"|?*]+')
_SPACE = re.compile(r"\s+")
_JOINERS = "\u200c\u200d"
"""Persian and emoji need them; all other invisible characters are dropped."""
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[1-9¹²³])(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever its suffix."""


def article_name(called: str) -> str:
    """Return the name of a file that `qa build` reads as an article.

    Raises:
        ArticleUnreadable: its ending is that of no file that is read here.
    """
    last = _SEPARATORS.split(called)[-1]
    stem, dot, suffix = _visible(last).rpartition(".")
    suffix = suffix.strip().lower()
    if dot + suffix not in accepted_endings():
        raise ArticleUnreadable(
            called, f"files of that ending are not read here: give it one of {', '.join(accepted_endings())}"
        )
    stem = _trimmed(_RESERVED.sub("-", stem))
    if _DEVICES.fullmatch(stem):
        stem = f"_{stem}"
    return f"{_cut(stem, _LONGEST_BYTES - len(suffix) - 1) or 'article'}.{suffix}"


def numbered(name: str, number: int) -> str:
    """Return the name that an article gets where others have the first ones: `name (2).txt`."""
    stem, _, suffix = name.rpartition(".")
    return name if number == 1 else f"{stem} ({number}).{suffix}"


def _visible(text: str) -> str:
    spaced = _SPACE.sub(" ", text)
    visible = (it for it in spaced if it in _JOINERS or unicodedata.category(it) not in _INVISIBLE)
    return unicodedata.normalize("NFC", "".join(visible))


def _trimmed(stem: str) -> str:
    """Strip what hides a file (a leading dot), and what Windows drops at the end."""
    return stem.lstrip(" .").rstrip(" .")


def _cut(stem: str, most: int) -> str:
    return _trimmed(stem.encode()[:most].decode(errors="ignore"))
