"""Write a revision: differences are ingested, derived files follow, and one row of the database switches to them."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from qa.articles.passages import PASSAGE_RULES
from qa.build.choices import state_choices
from qa.build.consent import Consent, check_not_shrunk, check_same_encoder
from qa.build.folder_diff import FolderDiff, Scan, diff_folder, nothing_readable, rescan_missing, without_added
from qa.build.furniture import FurnitureChange, forget_furniture, is_worth_looking, look_for_furniture
from qa.build.ingest import Ingest, Progress
from qa.build.ingest_files import Changes, IngestedFiles, ingest_changes
from qa.build.report import BuildReport, count_changes
from qa.build.versions import join_all_versions, join_versions, part_versions
from qa.errors import ArticleUnreadable, FolderEmpty
from qa.index.derived_files import Derivation
from qa.index.rebuild_policy import rewrite_derived
from qa.index.steps import reached
from qa.index.store.article_files import added_files, articles_in_files, stored_digests
from qa.index.store.changes import Refusal, delete_skipped, read_skipped, write_skipped
from qa.index.store.schema import State
from qa.index.store.state import write_state
from qa.models.encoder.protocol import Encoder
from qa.models.encoder.scale import measure_scales
from qa.settings import Settings

Derive = Callable[[Derivation, State, State, int], State]
"""Brings the derived files up to date: `derive` or `derive_changes` of `qa.index.rebuild_policy`."""


@dataclass(frozen=True, slots=True)
class BuildJob:
    """What a revision is made from, and how."""

    folder: Path
    folder_name: str
    """The folder as the index names it: "" where it follows none, and `folder` is not read."""
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
class Ingested:
    """What the ingest of changes came to; the derived files are still those of the revision before."""

    state: State
    last_row: int = 0
    """The greatest passage row of the revision before."""
    encoded: int = 0
    pending: frozenset[bytes] = frozenset()
    files: IngestedFiles = field(default_factory=lambda: IngestedFiles({}, {}))
    """What became of the files that were read."""


def revise(
    connection: sqlite3.Connection, job: BuildJob, before: State | None, found: Scan, derive: Derive
) -> Revision:
    """Ingest what differs in the files found, and everything where another encoder or other rules made the index.

    Raises:
        FolderShrunk, EncoderMismatch: that was not agreed to.
        FolderEmpty: no article would be left.
        ArchiveIndexError, EncoderError: with the remedy.
    """
    outdated = before is not None and is_outdated(before, job.encoder)
    stored, added = stored_digests(connection, found.files), added_files(connection, found.files)
    found = without_added(rescan_missing(found, stored, job.folder, job.settings), added)
    diff = diff_folder(found, stored, {} if outdated else _refused_before(connection, found))
    if before is not None and diff.removed and not (job.consent.another_folder or job.consent.fewer_articles):
        check_not_shrunk(diff, job.folder, job.index, before.articles - len(added_files(connection)))
    furniture = _look_for_furniture(connection, job, before, found, diff)
    otherwise = furniture.files & {*diff.unchanged}
    if (
        before is None
        or outdated
        or diff.differs
        or otherwise
        or before.folder != job.folder_name
        or before != state_choices(before, job.settings)
    ):
        made = ingest(connection, job, before, replace(_changes(diff), repeated=otherwise))
        if not made.state.articles:
            refused = _as_reported(made.files.refused)
            raise FolderEmpty(nothing_readable(job.folder, [*diff.skipped, *refused], diff.unread))
        state = write_revision(connection, job, before, made, derive)
    else:
        made, state = Ingested(before), before
    skipped, before_this = (*diff.skipped, *_as_reported(made.files.refused)), _refused_before(connection, found)
    delete_skipped(connection, found.files)
    write_skipped(connection, skipped, {**before_this, **made.files.refused})
    of_files = articles_in_files(connection, diff.unchanged)
    report = count_changes(diff, of_files, made.files.counts, state.revision, made.encoded, skipped)
    return Revision(state, replace(report, furniture=furniture.found), made.pending)


def is_outdated(state: State, encoder: Encoder) -> bool:
    """Return whether an index was made by another encoder, or by other rules for passages."""
    return state.encoder_fingerprint != encoder.fingerprint or state.passage_rules != PASSAGE_RULES


def _refused_before(connection: sqlite3.Connection, found: Scan) -> Mapping[str, Refusal]:
    refused = read_skipped(connection)
    return {name: it for name, it in refused.items() if found.files is None or it.file in found.files}


def _as_reported(refused: Mapping[str, Refusal]) -> tuple[ArticleUnreadable, ...]:
    return tuple(ArticleUnreadable(file, it.reason) for file, it in refused.items())


def _changes(diff: FolderDiff) -> Changes:
    return Changes(removed=diff.removed, read=frozenset({*diff.added, *diff.changed}))


def ingest(connection: sqlite3.Connection, job: BuildJob, before: State | None, changes: Changes) -> Ingested:
    """Ingest changes, and all else again where another encoder or other rules made the index.

    Raises:
        EncoderMismatch: another encoder was not agreed to.
        ArchiveIndexError, EncoderError: with the remedy.
    """
    if before is not None and is_outdated(before, job.encoder):
        if not job.consent.another_encoder:
            check_same_encoder(job.encoder, job.index, before)
        changes = _with_all_else(connection, before, changes)
    revision = (before.revision if before else 0) + 1
    with Ingest(connection, job.index, revision, job.encoder, job.settings) as started:
        files = ingest_changes(started, job.folder, changes, job.progress)
    _join_versions(connection, job, before, started)
    state = _state(job, before, revision, started)
    return Ingested(state, started.first_row - 1, started.encoded, frozenset(started.pending), files)


def _join_versions(connection: sqlite3.Connection, job: BuildJob, before: State | None, started: Ingest) -> None:
    """Record which articles replace which, of all where it was chosen otherwise before."""
    join_versions(connection, started.first_article, started.revision)
    if job.settings.versions_apart:
        part_versions(connection)
    elif before is not None and before.versions_apart:
        join_all_versions(connection)


def _look_for_furniture(
    connection: sqlite3.Connection, job: BuildJob, before: State | None, found: Scan, diff: FolderDiff
) -> FurnitureChange:
    """Look for furniture where much is new; where it is to be kept, what is known of it goes."""
    if job.settings.furniture_kept:
        return forget_furniture(connection)
    whole, new = found.files is None, len(diff.added) + len(diff.changed)
    again = before is None or bool(before.furniture_kept) or is_outdated(before, job.encoder)
    if not whole or not (again or is_worth_looking(new, len(found.known))):
        return FurnitureChange()
    return look_for_furniture(connection, job.folder, sorted(found.known), job.settings)


def _with_all_else(connection: sqlite3.Connection, before: State, changes: Changes) -> Changes:
    """Return changes, and that all other articles are to be ingested again, read again where other rules apply."""
    others = {*changes.removed, *(it.article.file for it in changes.given)}
    of_folder = frozenset(stored_digests(connection).keys() - others)
    read = changes.read if before.passage_rules == PASSAGE_RULES else changes.read | of_folder
    return replace(changes, read=read, repeated=of_folder | (added_files(connection) - others))


def write_revision(
    connection: sqlite3.Connection, job: BuildJob, before: State | None, made: Ingested, derive: Derive
) -> State:
    """Bring the derived files up to date with what was ingested, and let the index say so."""
    reached("articles stored")
    work = Derivation(connection, job.index, job.settings)
    if before is None or is_outdated(before, job.encoder):
        state = rewrite_derived(work, made.state)
    else:
        state = derive(work, before, made.state, made.last_row)
    write_state(connection, state)
    return state


def _state(job: BuildJob, before: State | None, revision: int, started: Ingest) -> State:
    """Return what the index is to say of itself, still with the derived files of the revision before."""
    if before is None or before.encoder_fingerprint != job.encoder.fingerprint:
        before = before or State(0, "", job.folder_name, PASSAGE_RULES, job.encoder.name, job.encoder.fingerprint, 0, 0)
        scales = measure_scales(job.encoder)
        before = replace(
            before,
            scale_slope=scales.within.slope,
            scale_offset=scales.within.offset,
            across_slope=scales.across.slope,
            across_offset=scales.across.offset,
        )
    return replace(
        state_choices(before, job.settings),
        revision=revision,
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        folder=job.folder_name,
        passage_rules=PASSAGE_RULES,
        encoder_name=job.encoder.name,
        encoder_fingerprint=job.encoder.fingerprint,
        articles=before.articles + started.articles,
        passages=before.passages + started.passages,
    )
