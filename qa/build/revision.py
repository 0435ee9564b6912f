"""Write a revision: differences are ingested, derived files follow, and one row of the database switches to them."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from qa.articles.passages import PASSAGE_RULES
from qa.build.consent import Consent, check_not_shrunk, check_same_encoder
from qa.build.folder_diff import FolderDiff, Scan, diff_folder, nothing_readable, rescan_missing
from qa.build.ingest import Ingest, Progress, Repeated, ingest_changes
from qa.build.report import BuildReport, count_changes
from qa.errors import ArticleUnreadable, FolderEmpty
from qa.index.derived_files import Derivation
from qa.index.derived_policy import rewrite_derived
from qa.index.steps import reached
from qa.index.store.articles import stored_digests
from qa.index.store.changes import Refusal, delete_skipped, read_skipped, write_skipped
from qa.index.store.schema import State
from qa.index.store.state import write_state
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings

Derive = Callable[[Derivation, State, State, int], State]
"""Brings the derived files up to date: `derive` or `derive_changes` of `qa.index.derived_policy`."""


@dataclass(frozen=True, slots=True)
class BuildJob:
    """What a revision is made from, and how."""

    folder: Path
    folder_name: str
    """The folder as the index names it."""
    index: Path
    encoder: Encoder
    settings: Settings
    consent: Consent
    progress: Progress


@dataclass(frozen=True, slots=True)
class Revision:
    """What the index holds after a job, before it is committed: the revision before where nothing differs."""

    state: State
    report: BuildReport
    pending: frozenset[bytes]
    """The keys of the vectors that were pending until now."""


@dataclass(frozen=True, slots=True)
class _Ingested:
    """What the ingest of the differences came to."""

    state: State
    encoded: int = 0
    pending: frozenset[bytes] = frozenset()
    refused: Mapping[str, Refusal] | None = None
    """The files that turned out to be unreadable."""


def revise(
    connection: sqlite3.Connection, job: BuildJob, before: State | None, found: Scan, derive: Derive
) -> Revision:
    """Ingest what differs in the files found, and everything where another encoder or other rules made the index.

    Raises:
        FolderShrunk, EncoderMismatch: that was not agreed to.
        FolderEmpty: no article would be left.
        ArchiveIndexError, EncoderError: with the remedy.
    """
    outdated = before is not None and _is_outdated(before, job.encoder)
    stored = stored_digests(connection, found.files)
    found = rescan_missing(found, stored, job.folder, job.settings)
    diff = diff_folder(found, stored, {} if outdated else _refused_before(connection, found))
    if before is not None:
        if not (job.consent.another_folder or job.consent.fewer_articles):
            check_not_shrunk(diff, job.folder, job.index, before)
        if not job.consent.another_encoder:
            check_same_encoder(job.encoder, job.index, before)
    if before is None or outdated or diff.differs or before.folder != job.folder_name:
        made = _ingest(connection, job, before, diff, derive)
    else:
        made = _Ingested(before)
    refused = made.refused or {}
    skipped = (*diff.skipped, *_as_reported(refused))
    delete_skipped(connection, found.files)
    write_skipped(connection, skipped, {**found.digests, **{file: it.digest for file, it in refused.items()}})
    return Revision(made.state, count_changes(diff, made.state.revision, made.encoded, skipped), made.pending)


def _is_outdated(state: State, encoder: Encoder) -> bool:
    """Return whether an index was made by another encoder, or by other rules for passages."""
    return state.encoder_fingerprint != encoder.fingerprint or state.passage_rules != PASSAGE_RULES


def _refused_before(connection: sqlite3.Connection, found: Scan) -> Mapping[str, Refusal]:
    refused = read_skipped(connection)
    return {file: it for file, it in refused.items() if found.files is None or file in found.files}


def _as_reported(refused: Mapping[str, Refusal]) -> tuple[ArticleUnreadable, ...]:
    return tuple(ArticleUnreadable(file, it.reason) for file, it in refused.items())


def _ingest(
    connection: sqlite3.Connection, job: BuildJob, before: State | None, diff: FolderDiff, derive: Derive
) -> _Ingested:
    repeated = _repeated(connection, before, job.encoder, diff)
    revision = (before.revision if before else 0) + 1
    with Ingest(connection, job.index, revision, job.encoder, job.settings) as ingest:
        refused = ingest_changes(ingest, job.folder, diff, repeated, job.progress)
    state = _state(job, before, revision, ingest)
    if not state.articles:
        raise FolderEmpty(nothing_readable(job.folder, [*diff.skipped, *_as_reported(refused)]))
    reached("articles stored")
    work = Derivation(connection, job.index, job.settings)
    if before is None or _is_outdated(before, job.encoder):
        state = rewrite_derived(work, state)
    else:
        state = derive(work, before, state, ingest.first_row - 1)
    write_state(connection, state)
    return _Ingested(state, ingest.encoded, frozenset(ingest.pending), refused)


def _repeated(connection: sqlite3.Connection, before: State | None, encoder: Encoder, diff: FolderDiff) -> Repeated:
    """Return which unchanged articles an outdated index has to ingest again."""
    if before is None or not _is_outdated(before, encoder):
        return Repeated()
    same = frozenset(stored_digests(connection).keys() - {*diff.changed, *diff.removed})
    return Repeated(encoded=same) if before.passage_rules == PASSAGE_RULES else Repeated(read=same)


def _state(job: BuildJob, before: State | None, revision: int, ingest: Ingest) -> State:
    """Return what the index is to say of itself, still with the derived files of the revision before."""
    before = before or State(0, "", job.folder_name, PASSAGE_RULES, job.encoder.name, job.encoder.fingerprint, 0, 0)
    return replace(
        before,
        revision=revision,
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        folder=job.folder_name,
        passage_rules=PASSAGE_RULES,
        encoder_name=job.encoder.name,
        encoder_fingerprint=job.encoder.fingerprint,
        articles=before.articles + ingest.articles,
        passages=before.passages + ingest.passages,
    )
