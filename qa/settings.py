"""Hold every limit and default in one frozen object that is passed in."""

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_INDEX = "index"


def default_index() -> Path:
    """Name the index folder that commands use when told none: `$QA_INDEX`, else `./index`."""
    return Path(os.environ.get("QA_INDEX") or DEFAULT_INDEX)


@dataclass(frozen=True, slots=True)
class Settings:
    """Say how much is read, searched and shown; sizes are in bytes or characters as named."""

    largest_file_bytes: int = 20_000_000
    longest_question_characters: int = 1_000
    largest_limit: int = 1_000

    candidates: int = 200
    """How many passages the dense and the lexical search each hand to fusion."""
    weighed: int = 50
    """For how many of the fused candidates the sentences are weighed."""
    encoding_batch: int = 256
    """How many passages are encoded and saved at a time: what an interrupted build can lose."""
