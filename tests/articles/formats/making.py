"""Make small files of every format, and read them."""

import io
import zipfile
from collections.abc import Mapping

from qa.articles.formats import Record, format_of, read_records
from qa.articles.formats.reading import NO_COLUMNS
from qa.errors import ArticleUnreadable
from qa.settings import Settings

SETTINGS = Settings()
Found = Record | ArticleUnreadable


def kind(name: str, data: bytes | str) -> str | None:
    """Return the name of the format that a file is found to be of."""
    data = data.encode() if isinstance(data, str) else data
    found = format_of(name, data[:65_536])
    return found.name if found else None


def read_all(
    name: str, data: bytes | str, settings: Settings = SETTINGS, columns: Mapping[str, str] = NO_COLUMNS
) -> list[Found]:
    """Read every record of a file, and every problem."""
    data = data.encode() if isinstance(data, str) else data
    found = format_of(name, data[:65_536])
    assert found is not None, f"{name} has no format"
    return list(read_records(name, io.BytesIO(data), found, settings, columns))


def records(
    name: str, data: bytes | str, settings: Settings = SETTINGS, columns: Mapping[str, str] = NO_COLUMNS
) -> list[Record]:
    """Read the records of a file in which nothing is unreadable."""
    found = read_all(name, data, settings, columns)
    assert not [it for it in found if isinstance(it, ArticleUnreadable)], found
    return [it for it in found if isinstance(it, Record)]


def record(name: str, data: bytes | str, settings: Settings = SETTINGS) -> Record:
    """Read the one record of a file."""
    (found,) = records(name, data, settings)
    return found


def problems(found: list[Found]) -> list[str]:
    """Return what is said of the records that cannot be read."""
    return [str(it) for it in found if isinstance(it, ArticleUnreadable)]


def packed(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of some members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as into:
        for name, data in members.items():
            into.writestr(name, data)
    return made.getvalue()


def page(body: str, head: str = "", language: str = "en") -> str:
    """Return a web page with navigation and a footer around an article."""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>'
        f"<article>{body}</article>"
        "<footer><p>© 2019 Portville Courier. All rights reserved.</p></footer></body></html>"
    )


PROSE = (
    "<p>The harbour bridge was closed on Monday after a storm had damaged two of its piers.</p>"
    "<p>It will stay closed until June, the mayor said, and the repairs will cost 4.2 million.</p>"
)
TEXT = (
    "The harbour bridge was closed on Monday after a storm had damaged two of its piers.\n\n"
    "It will stay closed until June, the mayor said, and the repairs will cost 4.2 million."
)
