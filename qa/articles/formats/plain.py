"""Read a text as the one record that it is: its own lines say the rest."""

from collections.abc import Iterator
from typing import BinaryIO

from qa.articles.decoding import decode
from qa.articles.formats.limits import read_whole
from qa.articles.formats.record import Record
from qa.settings import Settings


def read_text(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record]:
    """Read a text, its headline and front matter with it, as `qa.articles.parsing` takes it."""
    yield Record(id=None, text=decode(file, read_whole(file, opened, settings)))
