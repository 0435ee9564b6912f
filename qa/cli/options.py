"""Say what the options of the shell's commands are called and mean."""

from pathlib import Path
from typing import Annotated

import typer

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
        help="A Sentence Transformers cross-encoder, by folder or hub name, to reorder the first thirty.",
        show_default=False,
    ),
]
FastOption = Annotated[
    bool, typer.Option("--fast", help="Match only; do not also read the first ten with the question.")
]

LimitOption = Annotated[int, typer.Option(metavar="N", help="How many passages to show, at most 1000.")]
OffsetOption = Annotated[int, typer.Option(metavar="N", help="How many passages to skip.")]
OrderOption = Annotated[str, typer.Option(metavar="ORDER", help="relevance, newest or oldest.")]
AfterOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only articles of this date or later: 2022-12-31.")
]
BeforeOption = Annotated[str | None, typer.Option(metavar="DATE", help="Only articles of this date or earlier.")]
OutletOption = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Only articles of this outlet; may be given again.")
]
PlaceOption = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Only articles from this place; may be given again.")
]
ExportOption = Annotated[
    str | None,
    typer.Option(
        metavar="FORMAT",
        help="Print the marked sentences with their sources instead: markdown, csv, jsonl, bibtex or ris.",
        show_default=False,
    ),
]
ReceiptOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Also keep question and answer in a new file, for `qa replay`."),
]

HostOption = Annotated[
    str, typer.Option(help="The address to serve on; another than this machine's own lets others in.")
]
PortOption = Annotated[int, typer.Option(help="The port to serve on.", min=1, max=65535)]
WatchOption = Annotated[
    bool, typer.Option("--watch", help="Take in what changes in the folder meanwhile, as `qa watch` does.")
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
NoAuthOption = Annotated[bool, typer.Option("--no-auth", help="Let everyone ask who can reach the page.")]
AdminOption = Annotated[
    bool,
    typer.Option(
        "--admin", help="Let those who log in add articles and rebuild; where nobody else comes in, you can anyway."
    ),
]
BehindOption = Annotated[
    str | None,
    typer.Option(metavar="URL", help="The address under which a proxy serves the page to others.", show_default=False),
]
