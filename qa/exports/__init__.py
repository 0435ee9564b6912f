"""Write what leaves the archive: answers as JSON, quotes with their citations, receipts of searches."""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.exports.answer_json import answer_form, answer_line

__all__ = ["answer_form", "answer_line"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {
            "answer_form": "answer_json",
            "answer_line": "answer_json",
        },
    )
