"""Every limit and default, in one frozen object that is passed in."""

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_INDEX = "index"


def default_index() -> Path:
    """Return the index folder that is used where none is named: `$QA_INDEX`, else `./index`."""
    return Path(os.environ.get("QA_INDEX") or DEFAULT_INDEX)


def beside_index(index: Path, ending: str) -> Path:
    """Return the path beside an index that bears its name and an ending; what is there outlives the folder.

    A link to a folder keeps its own name, and `..` and `.` are the folders that they mean.
    """
    folder = Path(os.path.abspath(index))  # noqa: PTH100 - Path.resolve() would follow a link
    return folder.with_name(f"{folder.name}-{ending}")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The least confidence for a verdict; see `qa.retrieval.verdict`, which also asks more of "answered"."""

    answered: float
    answered_unread: float
    """That of "answered" where no reader has read the likeliest passage for a question that is not in English."""
    weak: float


@dataclass(frozen=True, slots=True)
class Settings:
    """How much is read, searched and shown; sizes are in bytes or characters as named."""

    largest_file_bytes: int = 20_000_000
    columns: tuple[tuple[str, str], ...] = ()
    """In which column of a table a field of an article stands, where its name does not say: ("title", "headline")."""
    selection: tuple[str, ...] | None = None
    """Which files of the folder are read, as patterns of paths below it: all where there are none. None leaves an index
    as it was built."""
    versions_apart: bool | None = None
    """Whether every version of an article answers for itself; None leaves an index as it was built."""
    furniture_kept: bool | None = None
    """Whether lines that outlets print around their articles stay in; None leaves an index as it was built."""
    longest_question_characters: int = 1_000
    largest_limit: int = 1_000

    candidates: int = 200
    """How many passages the dense and the lexical search each hand to fusion."""
    scored: int = 50
    """For how many of the fused candidates the sentences are scored."""
    read: int = 10
    """How many of the first passages the reader reads, copies apart; 0 for none."""
    reranked: int = 30
    """How many of them a reranker reads, where one is chosen."""
    thresholds: Thresholds | None = None
    """The least confidence for each verdict; None for those that the index is calibrated to, else the shipped ones."""
    encoding_batch: int = 256
    """How many passages are encoded and saved at a time: what an interrupted build can lose."""

    exact_up_to: int = 100_000
    """Up to how many passages the search by meaning compares the question with every one."""
    rewritten_up_to: int = 2_000
    """Up to how many passages the derived files are rebuilt at every change, which takes no time."""
    longest_tail: int = 20_000
    """How many passages newer than the vector file may be searched from memory."""
    dead_share: float = 0.2
    """The share of passages that are gone, or newer than the vector file, at which derived files are written again."""

    watch_quiet_milliseconds: int = 200
    """How long files must rest before their changes are ingested together."""
    watch_longest_milliseconds: int = 2_000
    """How long changes may wait for others where files never rest."""
