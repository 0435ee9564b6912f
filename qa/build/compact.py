"""Compact an index: nothing that was deleted is left in any of its files, and no space is wasted."""

from pathlib import Path

from qa.build.background import remove_abandoned
from qa.errors import IndexBusy
from qa.index.derived_files import Derivation
from qa.index.lock import writer_lock
from qa.index.rebuild_policy import remove_unnamed, rewrite_derived
from qa.index.steps import reached
from qa.index.store.connection import shrink, writing
from qa.index.store.pending_vectors import remove_pending
from qa.index.store.sqlite_errors import check_there
from qa.index.store.state import require_state, write_state
from qa.settings import Settings


def compact_index(index: Path, settings: Settings) -> None:
    """Rebuild the derived files and shrink the database; the revision and its answers stay the same.

    Raises:
        IndexMissing, IndexBusy, IndexUnwritable, IndexDamaged: with the remedy.
    """
    check_there(index)
    with writer_lock(index):
        with writing(index) as connection:
            state = require_state(connection, index)
            state = rewrite_derived(Derivation(connection, index, settings), state)
            write_state(connection, state)
        remove_unnamed(index, state)
        remove_pending(index)
        remove_abandoned(index)
        if not shrink(index):
            raise IndexBusy(
                f"{index} is compacted, but a question being answered still uses what was deleted: run it again"
            )
        reached("compacted")
