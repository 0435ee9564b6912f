"""Check in which columns of its tables an archive's articles stand, where their names do not say."""

from collections.abc import Mapping

from qa.articles.formats.field_names import FIELDS
from qa.errors import FolderError, quoted


def checked_columns(columns: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return columns in their order by field.

    Raises:
        FolderError: one is of no field, or has no name; the message names the fields.
    """
    for field, column in columns.items():
        if field not in FIELDS or not column.strip():
            fields = ", ".join(FIELDS)
            raise FolderError(f"{quoted(field)}: a column is named as FIELD=COLUMN, and the fields are {fields}")
    return tuple(sorted(columns.items()))
