"""Read files as articles, paragraphs, passages and sentences.

`folder` finds files, `decoding` makes text of bytes, `parsing` finds paragraphs, `passages` cuts what is encoded.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.articles.folder import list_files, read_bytes
    from qa.articles.parsing import read_article
    from qa.articles.passages import SplitPassage, split

__all__ = ["SplitPassage", "list_files", "read_article", "read_bytes", "split"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {
            "SplitPassage": "passages",
            "list_files": "folder",
            "read_article": "parsing",
            "read_bytes": "folder",
            "split": "passages",
        },
    )
