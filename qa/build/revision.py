"""Make a revision: what changed is taken in, the derived files follow, and one row switches to them."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qa.articles.passages import PASSAGE_RULES
from qa.build.folder_diff import FolderDiff, nothing_readable
from qa.build.ingest import Again, Ingest, Progress, ingest_changes
from qa.errors import ArticleUnreadable, FolderEmpty
from qa.index.derived_files import Contents
from qa.index.derived_policy import Derived, derive_anew, with_derived
from qa.index.steps import reached
from qa.index.store.changes import Refusal
from qa.index.store.schema import State
from qa.index.store.state import write_state
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings

Derive = Callable[[sqlite3.Connection, Path, State, Contents, Settings, int], Derived]
"""Brings the derived files up to date: `renewal.derive` or `renewal.derive_changes`."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a revision comes from."""

    folder: Path
    followed: str
    """The folder as the index names it."""
    encoder: Encoder
    settings: Settings


@dataclass(frozen=True, slots=True)
class Revised:
    """A new revision, before it is committed."""

    state: State
    encoded: int
    pending: frozenset[bytes]
    """The keys of the vectors that were kept as pending until now."""
    refused: Mapping[str, Refusal]
    """The files that turned out to be unreadable."""

    @property
    def unreadable(self) -> tuple[ArticleUnreadable, ...]:
        """Give them as they are reported."""
        return _as_reported(self.refused)

    def digests(self, found: Mapping[str, str]) -> Mapping[str, str | None]:
        """Give the digests of the files found, and of those refused as they were when they were."""
        return {**found, **{file: it.digest for file, it in self.refused.items()}}


def revise(
    connection: sqlite3.Connection,
    index: Path,
    source: Source,
    before: State | None,
    diff: FolderDiff,
    progress: Progress,
    derive: Derive,
) -> Revised:
    """Take in what differs, everything where it was made by another encoder or other rules.

    Raises:
        FolderEmpty: no article would be left.
        ArchiveIndexError, EncoderError: with the remedy.
    """
    renewed = before is not None and made_otherwise(before, source.encoder)
    revision = (before.revision if before else 0) + 1
    with Ingest(connection, index, revision, source.encoder, source.settings) as ingest:
        refused = ingest_changes(ingest, source.folder, diff, _again(before, source, diff), progress)
    state = _state(source, before, revision, ingest)
    if not state.articles:
        raise FolderEmpty(nothing_readable(source.folder, [*diff.skipped, *_as_reported(refused)]))
    reached("articles stored")
    contents = Contents(state.passages, ingest.next_row - 1)
    if before is None or renewed:
        derived = derive_anew(connection, index, revision, contents, source.settings)
    else:
        derived = derive(connection, index, before, contents, source.settings, ingest.first_row - 1)
    state = with_derived(state, derived)
    write_state(connection, state)
    return Revised(state, ingest.encoded, frozenset(ingest.pending), refused)


def made_otherwise(state: State, encoder: Encoder) -> bool:
    """Say whether an index was made by another encoder, or by other rules for passages."""
    return state.encoder_fingerprint != encoder.fingerprint or state.passage_rules != PASSAGE_RULES


def _as_reported(refused: Mapping[str, Refusal]) -> tuple[ArticleUnreadable, ...]:
    return tuple(ArticleUnreadable(file, it.reason) for file, it in refused.items())


def _again(before: State | None, source: Source, diff: FolderDiff) -> Again:
    """Say which articles an index that was made otherwise takes in again."""
    same = (*diff.unchanged, *diff.kept)
    if before is not None and before.passage_rules != PASSAGE_RULES:
        return Again(read=same)
    if before is not None and before.encoder_fingerprint != source.encoder.fingerprint:
        return Again(encoded=same)
    return Again()


def _state(source: Source, before: State | None, revision: int, ingest: Ingest) -> State:
    articles, passages = (before.articles, before.passages) if before else (0, 0)
    return State(
        revision=revision,
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        folder=source.followed,
        passage_rules=PASSAGE_RULES,
        encoder_name=source.encoder.name,
        encoder_fingerprint=source.encoder.fingerprint,
        articles=articles + ingest.articles,
        passages=passages + ingest.passages,
        compacted=0,
        catalogue_name="",
        vectors_name="",
        vectors_through=0,
        vectors_trained=0,
        vectors_recall=None,
        lexical_name="",
    )
