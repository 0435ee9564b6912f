"""Bring an index up to date with a folder: what changed is read, cut, encoded and stored, in one revision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qa.accelerators import remove_unnamed, write_accelerators
from qa.comparison import (
    Comparison,
    check_not_shrunk,
    check_same_folder,
    compare,
    nothing_readable,
    relative_folder,
    scan,
)
from qa.encoder.protocol import Encoder
from qa.errors import ArticleUnreadable, EncoderMismatch, FolderEmpty
from qa.intake import Intake, Progress, Silent, take_changes
from qa.lock import writer_lock
from qa.passages import PASSAGE_RULES
from qa.settings import Settings
from qa.store.changes import read_skipped, stored_digests, write_skipped
from qa.store.connection import writing
from qa.store.pending import remove_pending
from qa.store.rows import read_state, write_state
from qa.store.schema import State


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build changed."""

    added: int
    changed: int
    removed: int
    unchanged: int
    encoded: int
    """How many passages were encoded; the vectors of all others were kept."""
    skipped: tuple[ArticleUnreadable, ...]
    revision: int

    def __str__(self) -> str:
        return (
            f"{self.added:,} added, {self.changed:,} changed, {self.removed:,} removed, {self.unchanged:,} unchanged; "
            f"{self.encoded:,} passage{'' if self.encoded == 1 else 's'} encoded"
        )


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person has agreed to that a build refuses otherwise."""

    another_folder: bool = False
    fewer_articles: bool = False
    another_encoder: bool = False


def build(
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
            renewed = state is not None and _made_otherwise(state, encoder)
            refused = {} if renewed else read_skipped(connection)
            comparison = compare(found, stored_digests(connection), refused)
            _check(folder, index, encoder, state, comparison, consent)
            if state is not None and not renewed and not comparison.differs and not _moved(state, folder, index):
                write_skipped(connection, comparison.skipped, found.digests)
                return _report(comparison, state.revision, 0, comparison.skipped)
            with Intake(connection, index, encoder, settings) as intake:
                unreadable = take_changes(intake, folder, comparison, progress, renewed=renewed)
            skipped = (*comparison.skipped, *unreadable)
            if not stored_digests(connection):
                raise FolderEmpty(nothing_readable(folder, skipped))
            write_skipped(connection, skipped, found.digests)
            revision = (state.revision if state else 0) + 1
            files = write_accelerators(connection, index, revision)
            state = State(
                revision=revision,
                built_at=datetime.now(UTC).isoformat(timespec="seconds"),
                folder=relative_folder(folder, index),
                passage_rules=PASSAGE_RULES,
                encoder_name=encoder.name,
                encoder_fingerprint=encoder.fingerprint,
                vectors_name=files.vectors_name,
                vectors_digest=files.vectors_digest,
                lexical_name=files.lexical_name,
                lexical_digest=files.lexical_digest,
            )
            write_state(connection, state)
        remove_unnamed(index, state)
        remove_pending(index)
        return _report(comparison, revision, intake.encoded, skipped)


def _check(
    folder: Path, index: Path, encoder: Encoder, state: State | None, comparison: Comparison, consent: Consent
) -> None:
    if state is None:
        return
    if not consent.another_folder:
        check_same_folder(folder, index, state)
        if not consent.fewer_articles:
            check_not_shrunk(comparison, folder)
    if not consent.another_encoder and state.encoder_fingerprint != encoder.fingerprint:
        raise EncoderMismatch(
            f"the index {index} was made with the encoder {state.encoder_name}, whose files are not the ones found now "
            f"under the name {encoder.name}: encode everything again with `qa build --encoder {encoder.name}`"
        )


def _made_otherwise(state: State, encoder: Encoder) -> bool:
    return state.encoder_fingerprint != encoder.fingerprint or state.passage_rules != PASSAGE_RULES


def _moved(state: State, folder: Path, index: Path) -> bool:
    return state.folder != relative_folder(folder, index)


def _report(comparison: Comparison, revision: int, encoded: int, skipped: Sequence[ArticleUnreadable]) -> BuildReport:
    unread = {unreadable.file for unreadable in skipped}
    known = set(comparison.kept) | set(comparison.changed)
    return BuildReport(
        added=len(set(comparison.added) - unread),
        changed=len(set(comparison.changed) - unread),
        removed=len(comparison.removed),
        unchanged=len(comparison.unchanged) + len(unread & known),
        encoded=encoded,
        skipped=tuple(
            ArticleUnreadable(it.file, f"{it.reason}; its earlier text still answers") if it.file in known else it
            for it in skipped
        ),
        revision=revision,
    )
