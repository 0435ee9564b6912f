"""Read the names and passwords that open the page, and compare what is typed with them."""

import hashlib
import hmac
import os
import secrets
import stat
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qa.articles.plain_text import is_text
from qa.errors import PageError

_LARGEST_FILE_BYTES = 1_000_000
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_FORM = "lines of NAME:PASSWORD, and # before a comment"


@dataclass(frozen=True, slots=True)
class Credentials:
    """The names and passwords that open the page; what is stored of them shows neither."""

    _key: bytes = field(repr=False)
    _digests: tuple[bytes, ...] = field(repr=False)

    def admits(self, name: str, password: str) -> bool:
        """Compare in the same time whatever is right: the name, the password or nothing."""
        typed = _digest(self._key, name, password)
        return any([hmac.compare_digest(typed, it) for it in self._digests])  # noqa: C419  all are compared, always


@dataclass(frozen=True, slots=True)
class _Login:
    name: str
    password: str


def read_credentials(value: str) -> Credentials:
    """Read `NAME:PASSWORD`, or the file of such lines that a value names.

    The first colon ends the name. White space around a name does not count, a password is taken as it stands, and both
    may be typed with composed or decomposed letters.

    Raises:
        PageError: it is neither, a file is empty, malformed or open to others, or a name stands in it twice.
    """
    if not is_text(value):
        raise PageError(f"the value of --auth is not text: give it a file with {_FORM}")
    name, colon, _ = value.partition(":")
    if os.path.exists(value):  # noqa: PTH110  takes any string, where a Path raises at a long one
        return _credentials(_read_file(Path(value)))
    if colon and "/" not in name:
        return _credentials([_login(value, "what --auth was given")])
    raise PageError(f"there is no file {name}: give --auth a file with {_FORM}, or NAME:PASSWORD with no / in the name")


def _read_file(path: Path) -> Sequence[_Login]:
    text = _read_text(path)
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    logins = [
        _login(line, f"line {number} of {path}")
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not logins:
        raise PageError(f"{path} has no names and passwords: write {_FORM}")
    return logins


def _read_text(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as file:  # noqa: PTH123  a descriptor has no path to open
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise PageError(f"{path} is not a file: give --auth a file with {_FORM}")
            if status.st_mode & _OTHERS:
                raise PageError(f"{path} holds passwords and is open to others on this machine: run chmod 600 {path}")
            data = file.read(_LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise PageError(f"{path} cannot be read ({error.strerror}): allow yourself to read it") from error
    if len(data) > _LARGEST_FILE_BYTES:
        raise PageError(f"{path} is too large for a file of passwords: write {_FORM}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PageError(f"{path} is not UTF-8: save it as that, with {_FORM}") from error


def _login(text: str, where: str) -> _Login:
    name, colon, password = text.partition(":")
    if not colon or not name.strip() or not password:
        lacks = "no colon" if not colon else "no name before the colon" if not name.strip() else "no password after it"
        raise PageError(f"{where} has {lacks}: write NAME:PASSWORD")
    return _Login(name, password)


def _credentials(logins: Sequence[_Login]) -> Credentials:
    for name, times in Counter(_name(login.name) for login in logins).items():
        if times > 1:
            raise PageError(f"the name {name} has {times} passwords: keep one")
    key = secrets.token_bytes()
    return Credentials(key, tuple(_digest(key, login.name, login.password) for login in logins))


def _digest(key: bytes, name: str, password: str) -> bytes:
    parts = (_name(name), unicodedata.normalize("NFC", password))
    hashed = b"".join(hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest() for part in parts)
    return hmac.digest(key, hashed, "sha256")


def _name(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip())
