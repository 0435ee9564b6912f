"""Compact an index: nothing that was deleted is left in any of its files, and no space is wasted."""

from pathlib import Path

from qa.accelerators import Contents
from qa.errors import IndexBusy
from qa.lock import writer_lock
from qa.rebuilding import remove_abandoned
from qa.renewal import derive_anew, remove_unnamed, with_derived
from qa.settings import Settings
from qa.steps import reached
from qa.store.articles import next_row
from qa.store.connection import check_there, missing, shrink, writing
from qa.store.pending import remove_pending
from qa.store.states import read_state, write_state


def compact(index: Path, settings: Settings) -> None:
    """Write the derived files anew and the database tightly; the revision and its answers stay the same.

    Raises:
        IndexMissing, IndexBusy, IndexUnwritable, IndexDamaged: with the remedy.
    """
    check_there(index)
    with writer_lock(index):
        with writing(index) as connection:
            state = read_state(connection)
            if state is None:
                raise missing(index)
            contents = Contents(state.passages, next_row(connection, "passage") - 1)
            state = with_derived(state, derive_anew(connection, index, state.revision, contents, settings))
            write_state(connection, state)
        remove_unnamed(index, state)
        remove_pending(index)
        remove_abandoned(index)
        if not shrink(index):
            raise IndexBusy(
                f"{index} is compacted, but a question being answered still holds what was before: run it again"
            )
        reached("compacted")
