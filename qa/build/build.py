"""Bring an index up to date with a folder: what differs is read, cut, encoded and stored, in one revision."""

from pathlib import Path

from qa.build.background import remove_abandoned
from qa.build.choices import with_choices_of
from qa.build.consent import Consent, check_same_folder
from qa.build.folder_diff import relative_folder, scan
from qa.build.ingest import Progress, Silent
from qa.build.report import BuildReport
from qa.build.revision import BuildJob, revise
from qa.index.lock import writer_lock
from qa.index.rebuild_policy import derive, remove_unnamed
from qa.index.store.connection import writing
from qa.index.store.pending_vectors import remove_pending
from qa.index.store.state import read_state
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings


def build_folder(
    folder: Path,
    index: Path,
    encoder: Encoder,
    settings: Settings,
    consent: Consent | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Bring an index up to date with what a folder holds now; until the end it answers from what it held before.

    Raises:
        FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
    """
    consent, progress, settings = consent or Consent(), progress or Silent(), with_choices_of(index, settings)
    found = scan(folder, settings)  # before anything is written: a wrong name leaves no empty index behind
    with writer_lock(index):
        with writing(index) as connection:
            state = read_state(connection)
            if state is not None and not consent.another_folder:
                check_same_folder(folder, index, state)
            job = BuildJob(folder, relative_folder(folder, index), index, encoder, settings, consent, progress)
            revision = revise(connection, job, state, found, derive)
        remove_unnamed(index, revision.state)
        remove_pending(index)
        remove_abandoned(index)
    return revision.report
