"""Bring an index up to date with a folder: what changed is read, cut, encoded and stored, in one revision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from qa.build.background import remove_abandoned
from qa.build.folder_diff import (
    FolderDiff,
    check_not_shrunk,
    check_same_folder,
    diff_folder,
    relative_folder,
    scan,
    with_newcomers,
)
from qa.build.ingest import Progress, Silent
from qa.build.report import BuildReport, report
from qa.build.revision import Revised, Source, made_otherwise, revise
from qa.errors import ArticleUnreadable, EncoderMismatch
from qa.index.derived_policy import derive, remove_unnamed
from qa.index.lock import writer_lock
from qa.index.store.articles import stored_digests
from qa.index.store.changes import forget_skipped, read_skipped, write_skipped
from qa.index.store.connection import writing
from qa.index.store.pending_vectors import remove_pending
from qa.index.store.schema import State
from qa.index.store.state import read_state
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person has agreed to that a build refuses otherwise."""

    another_folder: bool = False
    fewer_articles: bool = False
    another_encoder: bool = False


def build_folder(
    folder: Path,
    index: Path,
    encoder: Encoder,
    settings: Settings,
    consent: Consent | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Make the index answer from what the folder holds now; until the end it answers from what it held before.

    Raises:
        FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
    """
    consent, progress = consent or Consent(), progress or Silent()
    found = scan(folder, settings)  # before anything is written: a wrong name leaves no empty index behind
    with writer_lock(index):
        with writing(index) as connection:
            state = read_state(connection)
            renewed = state is not None and made_otherwise(state, encoder)
            stored, refused = stored_digests(connection), {} if renewed else read_skipped(connection)
            found = with_newcomers(found, stored, folder, settings)
            diff = diff_folder(found, stored, refused)
            _check(folder, index, encoder, state, diff, consent)
            source = Source(folder, relative_folder(folder, index), encoder, settings)
            if state is not None and not renewed and not diff.differs and state.folder == source.followed:
                revised = Revised(state, 0, frozenset(), {})
            else:
                revised = revise(connection, index, source, state, diff, progress, derive)
            skipped = (*diff.skipped, *revised.unreadable)
            remember_skipped(connection, skipped, revised.digests(found.digests))
        remove_unnamed(index, revised.state)
        remove_pending(index)
        remove_abandoned(index)
        return report(diff, revised.state.revision, revised.encoded, skipped)


def remember_skipped(
    connection: Connection, skipped: Sequence[ArticleUnreadable], digests: Mapping[str, str | None]
) -> None:
    """Replace what is known of the files that cannot be read."""
    forget_skipped(connection)
    write_skipped(connection, skipped, digests)


def _check(
    folder: Path, index: Path, encoder: Encoder, state: State | None, diff: FolderDiff, consent: Consent
) -> None:
    if state is None:
        return
    if not consent.another_folder:
        check_same_folder(folder, index, state)
        if not consent.fewer_articles:
            check_not_shrunk(diff, folder, state.articles)
    if not consent.another_encoder:
        check_encoder(index, state, encoder)


def check_encoder(index: Path, state: State, encoder: Encoder) -> None:
    """Refuse to add to an index with another encoder than made it.

    Raises:
        EncoderMismatch: another model, or other weights, prompts or window under the same name.
    """
    if state.encoder_fingerprint != encoder.fingerprint:
        raise EncoderMismatch(
            f"the index {index} was made with the encoder {state.encoder_name}, whose files are not the ones found now "
            f"under the name {encoder.name}: encode everything again with `qa build --encoder {encoder.name}`"
        )
