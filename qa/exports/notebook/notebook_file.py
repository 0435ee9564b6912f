"""The file of a notebook: JSON with the name of its format and a version, as the page saves and opens it."""

import json
from collections.abc import Iterable

from qa.errors import InvalidExport
from qa.exports.notebook.kept import Kept, fields_of, kept_of

FORMAT, VERSION = "qa-notebook", 1


def notebook_text(entries: Iterable[Kept]) -> str:
    """Write a file that the page can open."""
    held = {"format": FORMAT, "version": VERSION, "entries": [fields_of(it) for it in entries]}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def read_notebook(text: str | bytes) -> tuple[Kept, ...]:
    """Read a file that the page has saved.

    Raises:
        InvalidExport: it is no such file, or one of a later version.
    """
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise InvalidExport(f'this is no notebook: open a file of JSON that says "format": "{FORMAT}"')
    if held.get("version") != VERSION:
        raise InvalidExport(f"the notebook is of another version than {VERSION}: open it where it was saved")
    entries = held.get("entries")
    if not isinstance(entries, list) or not all(isinstance(it, dict) for it in entries):
        raise InvalidExport("the notebook's entries are no list of objects: open a file that was saved")
    return tuple(kept_of(it) for it in entries)
