"""Read XML that lies in a zip, as documents of an office and books do."""

import posixpath
import zipfile
from typing import Any
from urllib.parse import unquote

from qa.articles.formats.libraries import load
from qa.articles.formats.limits import mapped, read_member, refuse_entities
from qa.errors import ArticleUnreadable
from qa.settings import Settings


def parse_member(file: str, packed: zipfile.ZipFile, name: str, settings: Settings) -> Any:
    """Parse a member that must be there.

    Raises:
        ArticleUnreadable: it is not there, damaged or a bomb.
    """
    found = find_member(file, packed, name, settings)
    if found is None:
        raise ArticleUnreadable(file, f"{name} is missing in it; save the document again")
    return found


def find_member(file: str, packed: zipfile.ZipFile, name: str, settings: Settings) -> Any:
    """Parse a member; None where it is not there."""
    try:
        member = packed.getinfo(name)
    except KeyError:
        return None
    data = read_member(file, packed, member, settings)
    refuse_entities(file, data)
    etree = load(file, "lxml.etree")
    with mapped(file, "save the document again"):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        return etree.fromstring(data, parser)


def below(folder: str, href: str) -> str:
    """Return the name of the member that a reference in a folder leads to."""
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
