"""The options that several commands share: what each is called and what it does."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.values import named, path
from qa.settings import Settings

IndexOption = Annotated[
    Path | None,
    typer.Option("--index", metavar="FOLDER", parser=path, help="The index folder (default: $QA_INDEX, else ./index)."),
]
RerankerOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        parser=named,
        help="Reorder the first thirty passages by a Sentence Transformers cross-encoder: a folder or a hub name.",
    ),
]
FastOption = Annotated[
    bool, typer.Option("--fast", help="Rank by matching alone: faster, without a reader for the first ten passages.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the result as one line of JSON.")]


def ask_settings(*, fast: bool) -> Settings:
    """Return the settings that questions are asked with."""
    return Settings(read=0) if fast else Settings()
