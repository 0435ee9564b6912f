"""Read files of other formats than text as records: an article each, with what the file states of it.

`detection` knows a file by its content, `reading` chooses its parser, whose library is imported when first needed.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.articles.formats.detection import HEAD, format_of
    from qa.articles.formats.known import Format
    from qa.articles.formats.reading import read_records
    from qa.articles.formats.record import Record
    from qa.articles.formats.versions import parser_versions

__all__ = ["HEAD", "Format", "Record", "format_of", "parser_versions", "read_records"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        dict.fromkeys(("HEAD", "format_of"), "detection")
        | {"Format": "known", "Record": "record", "read_records": "reading", "parser_versions": "versions"},
    )
