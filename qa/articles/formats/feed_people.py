"""Read who wrote the entries of a feed as the feed writes it: the parser of feeds cuts addresses with long endings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from qa.articles.formats.libraries import load
from qa.articles.formats.markup import local_name
from qa.articles.formats.tidy import line

_ENTRIES = ("item", "entry")
_PEOPLE = ("author", "creator")
_ADDRESS = re.compile(r"(?:mailto:)?[^\s<>()@,;\"]{1,64}@[^\s<>()@,;\"]{1,255}")
_MARKS = re.compile(r"[()<>\"\[\]]")
_AROUND = " ,;-–—"
_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class People:
    """Who wrote each entry of a feed, and how the accounts of its writers are called in full."""

    entries: Sequence[str | None] = ()
    accounts: Mapping[str, str] = field(default_factory=lambda: _NOBODY)

    def of(self, place: int, count: int, parsed: str | None) -> str | None:
        """Return who wrote an entry: as it stands in the feed, where that has as many entries as were parsed."""
        stated = self.entries[place] if len(self.entries) == count else parsed
        named = [self.accounts.get(it, it) for it in (stated or "").split(", ")]
        return ", ".join(dict.fromkeys(filter(None, named))) or None


def read_people(file: str, data: bytes) -> People:
    """Read the writers of a feed; nobody where no address and no account stands in it, which needs no second look."""
    if b"@" not in data and b"author_display_name" not in data:
        return People()
    etree = load(file, "lxml.etree")
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return People()
    entries = [] if root is None else [it for it in root.iter() if local_name(it) in _ENTRIES]
    return People([", ".join(_written_by(it)) or None for it in entries], dict(_accounts(root)))


def person(stated: str) -> str | None:
    """Return a name without the address beside it: "a@example.press (Ann Lee)", "Ann Lee <a@example.press>"."""
    if (shown := line(stated)) is None or _ADDRESS.search(shown) is None:
        return shown
    return " ".join(_MARKS.sub(" ", _ADDRESS.sub(" ", shown)).replace(" ,", ",").split()).strip(_AROUND) or None


def _written_by(entry: Any) -> Iterator[str]:
    """Yield each writer of an entry once."""
    found = (it for it in entry if local_name(it) in _PEOPLE)
    stated = (next((inner for inner in it if local_name(inner) == "name"), None if len(it) else it) for it in found)
    names = (person("".join(it.itertext())) for it in stated if it is not None)
    yield from dict.fromkeys(filter(None, names))


def _accounts(root: Any) -> Iterator[tuple[str, str]]:
    """Yield the logins of an export of WordPress with the names that are shown for them."""
    for element in () if root is None else root.iter():
        if local_name(element) == "author_login" and (login := line(element.text)):
            names = (it for it in element.getparent() if local_name(it) == "author_display_name")
            if shown := line(next((it.text for it in names), None)):
                yield login, shown
