"""Keep passages over several questions, each with a note.

A notebook is one file that the page opens again, and one document to be read.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.exports.notebook.document import DocumentWords
    from qa.exports.notebook.documents import DOCUMENTS, write_document
    from qa.exports.notebook.kept import Kept
    from qa.exports.notebook.notebook_file import notebook_text, read_notebook
    from qa.exports.notebook.standing import Standing, standing_of

__all__ = [
    "DOCUMENTS",
    "DocumentWords",
    "Kept",
    "Standing",
    "notebook_text",
    "read_notebook",
    "standing_of",
    "write_document",
]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {"DocumentWords": "document", "DOCUMENTS": "documents", "write_document": "documents", "Kept": "kept"}
        | dict.fromkeys(("notebook_text", "read_notebook"), "notebook_file")
        | dict.fromkeys(("Standing", "standing_of"), "standing"),
    )
