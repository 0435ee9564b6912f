"""Store an index on disk, and search one snapshot of it: the whole of one revision.

`store/` is the SQLite database; `dense/` (FAISS), `lexical/` (Tantivy) and the catalogue of filters derive from it.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.index.filters import Filters
    from qa.index.index import Index, View
    from qa.index.snapshot import Snapshot

__all__ = ["Filters", "Index", "Snapshot", "View"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {
            "Filters": "filters",
            "Index": "index",
            "Snapshot": "snapshot",
            "View": "index",
        },
    )
