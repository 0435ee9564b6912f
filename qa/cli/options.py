"""The options that commands share: what each is called and what it does."""

from pathlib import Path
from typing import Annotated

import typer

from qa.settings import Settings

IndexOption = Annotated[
    Path | None,
    typer.Option(
        "--index", metavar="DIR", help="The index folder (default: $QA_INDEX, else ./index).", show_default=False
    ),
]
RerankerOption = Annotated[
    str | None,
    typer.Option(
        "--reranker",
        metavar="NAME",
        help="Reorder the first thirty passages by a Sentence Transformers cross-encoder: a folder or a hub name.",
        show_default=False,
    ),
]
FastOption = Annotated[
    bool, typer.Option("--fast", help="Rank by matching alone: faster, without a reader for the first ten passages.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the result as one line of JSON.")]

LimitOption = Annotated[int, typer.Option(metavar="N", help="How many passages to show, at most 1000.")]
OffsetOption = Annotated[int, typer.Option(metavar="N", help="How many passages to skip.")]
OrderOption = Annotated[str, typer.Option(metavar="ORDER", help="Order of the passages: relevance, newest or oldest.")]
AfterOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only articles of this date or later: 2022-12-31, 2022-12 or 2022."),
]
BeforeOption = Annotated[str | None, typer.Option(metavar="DATE", help="Only articles of this date or earlier.")]
OutletOption = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Only articles of this outlet; may be given several times.")
]
PlaceOption = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Only articles from this place; may be given several times.")
]
ExportOption = Annotated[
    str | None,
    typer.Option(
        metavar="FORMAT",
        help="Print the answer sentences with their sources instead: markdown, csv, jsonl, bibtex or ris.",
        show_default=False,
    ),
]
ReceiptOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Also write question and answer to a new file, for `qa replay`."),
]

HostOption = Annotated[str, typer.Option(help="The address to serve on; 0.0.0.0 lets others reach the page.")]
PortOption = Annotated[int, typer.Option(help="The port to serve on.", min=1, max=65535)]
WatchOption = Annotated[
    bool, typer.Option("--watch", help="Also follow changes in the folder of articles, as `qa watch` does.")
]
AuthOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Ask for a login: a file with lines of NAME:PASSWORD that only you can read. NAME:PASSWORD itself "
        "works too, but everyone on this machine can see it in the list of processes.",
        show_default=False,
    ),
]
NoAuthOption = Annotated[bool, typer.Option("--no-auth", help="Let everyone who can reach the page ask.")]
AdminOption = Annotated[
    bool,
    typer.Option(
        "--admin",
        help="Let those who log in add articles and rebuild; where only you come in, you always can.",
    ),
]
BehindOption = Annotated[
    str | None,
    typer.Option(metavar="URL", help="The address under which a proxy serves the page to others.", show_default=False),
]


def ask_settings(*, fast: bool) -> Settings:
    """Return the settings that questions are asked with."""
    return Settings(read=0) if fast else Settings()
