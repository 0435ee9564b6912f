"""Offer the archive in the shell: `qa build`, `qa ask`, `qa serve`, and what keeps an index in order."""

import logging
import re
import sys
from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer
from rich.console import Console
from rich.text import Text

from qa import __version__
from qa.articles.plain_text import plain
from qa.cli.interruption import insistent
from qa.cli.options import (
    AdminOption,
    AfterOption,
    AuthOption,
    BeforeOption,
    BehindOption,
    ExportOption,
    FastOption,
    HostOption,
    IndexOption,
    LimitOption,
    NoAuthOption,
    OffsetOption,
    OrderOption,
    OutletOption,
    PlaceOption,
    PortOption,
    ReceiptOption,
    RerankerOption,
    WatchOption,
)
from qa.cli.upkeep import asking, compact, evaluate, replay, status, verify, watch
from qa.errors import InvalidExport, InvalidQuestion, QaError
from qa.settings import default_index

if TYPE_CHECKING:
    from qa.exports.citations.formats import CitationFormat
    from qa.records import Answer, ModelNames
    from qa.retrieval.request import SearchRequest

_FAILED, _STOPPED = 2, 130
_LIKE_AN_OPTION = re.compile(r"--[a-z][a-z-]*(=.*)?", re.DOTALL)
_Misused = cast("type[typer.BadParameter]", typer.BadParameter.__base__)
"""What is raised for words that are no command: click's UsageError, which Typer carries under a private name."""

app = typer.Typer(
    name="qa",
    help="Ask a folder of news articles; get the paragraphs that answer, word for word, with their sources.",
    epilog="Start with: qa build FOLDER, then: qa ask QUESTION, or: qa serve",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"qa {__version__}")  # noqa: T201
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001  its callback prints
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Ask a folder of news articles; get the paragraphs that answer, word for word, with their sources."""
    if context.invoked_subcommand is None:
        print(context.get_help())  # noqa: T201
        raise typer.Exit(_FAILED)


@app.command()
def build(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER", help="The folder of articles; left out: the one the index follows.", show_default=False
        ),
    ] = None,
    encoder: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Another Sentence Transformers model, by folder or hub name: encodes everything anew."
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let the index follow another folder than before.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Agree to that, and that more than half of the articles are gone.")
    ] = False,
    index: IndexOption = None,
) -> None:
    """Make the index answer from what is in FOLDER now.

    Only what was added, changed or removed is worked on.

    Until the build ends, the index answers as before; one that is stopped goes on where it was when run again.
    """
    from qa.archive.archive import Archive, followed_by
    from qa.cli.terminal import BuildProgress, output, print_report

    where = index or default_index()
    with insistent(), BuildProgress(_errors()) as progress:
        archive = Archive.build(
            folder or followed_by(where), where, encoder=encoder, replace=replace, yes=yes, progress=progress
        )
    if archive.report is not None:
        print_report(output(), archive.report)


@app.command(context_settings={"ignore_unknown_options": True})  # -word is a part of the question
def ask(
    question: Annotated[
        list[str],
        typer.Argument(
            metavar="QUESTION",
            help="What you want to know, in your own words: in single quotes where it holds others.",
            show_default=False,
        ),
    ],
    limit: LimitOption = 5,
    after: AfterOption = None,
    before: BeforeOption = None,
    outlet: OutletOption = None,
    place: PlaceOption = None,
    order: OrderOption = "relevance",
    offset: OffsetOption = 0,
    export: ExportOption = None,
    receipt: ReceiptOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print the answer as one line of JSON.")] = False,
    fast: FastOption = False,
    reranker: RerankerOption = None,
    index: IndexOption = None,
) -> None:
    """Show the passages that answer QUESTION, best first, the answering sentence marked.

    In it, "quoted words" must occur as they are written, and -word leaves out what holds the word in any form:

    qa ask 'Who said "we will win" -Lavrov'
    """
    from qa.archive.archive import Archive
    from qa.cli.terminal import output, print_answer
    from qa.exports.answer_json import answer_line
    from qa.exports.citations.formats import format_named
    from qa.exports.receipts.receipt import check_new
    from qa.retrieval.request import SearchRequest

    if option := next((word for word in question if _LIKE_AN_OPTION.fullmatch(word)), None):
        raise InvalidQuestion(f"{option} is not an option of `qa ask`: see `qa ask --help`")
    if json and export is not None:
        raise InvalidExport("--json and --export cannot be used together: choose one")
    chosen = None if export is None else format_named(export)
    if receipt is not None:
        check_new(receipt)
    outlets, places = tuple(outlet or ()), tuple(place or ())
    search = SearchRequest(" ".join(question), limit, offset, order, after, before, outlets, places)
    archive = Archive.open(index, reranker=reranker, settings=asking(fast=fast))
    answer = archive.answer(search)
    if receipt is not None:
        _keep(receipt, search, answer, archive.models)
    if chosen is not None:
        _print_citations(chosen, answer)
    elif json:
        print(answer_line(answer))  # noqa: T201
    else:
        print_answer(output(), answer, search)


@app.command()
def serve(
    host: HostOption = "127.0.0.1",
    port: PortOption = 7860,
    watched: WatchOption = False,
    auth: AuthOption = None,
    no_auth: NoAuthOption = False,
    admin: AdminOption = False,
    behind: BehindOption = None,
    fast: FastOption = False,
    reranker: RerankerOption = None,
    index: IndexOption = None,
) -> None:
    """Serve the page where questions are asked in a browser, until Ctrl-C.

    Where others can reach it, say who may come in: --auth or --no-auth.
    """
    from qa.page.serving.access import decide_access
    from qa.page.serving.bind_address import find_bind_address
    from qa.page.serving.credentials import read_credentials

    place = find_bind_address(host, port)
    credentials = None if auth is None else read_credentials(auth)
    access = decide_access(place, credentials, no_auth=no_auth, admin=admin, behind=behind)

    from qa.archive.archive import Archive
    from qa.cli.watch_process import watching
    from qa.evaluation.judgements import Judgements, judgements_beside
    from qa.page.app import serve_archive

    where = index or default_index()
    beside = watching(where) if watched else nullcontext()
    archive = Archive.open(where, reranker=reranker, settings=asking(fast=fast))
    judgements = Judgements(judgements_beside(where))
    serve_archive(archive, judgements, host, port, beside, access, unserved=(where, archive.folder))


for command in (status, verify, compact, watch, evaluate, replay):
    app.command()(command)


def main() -> None:
    """Run the shell command; every error is one line on stderr and exit code 2, never a traceback."""
    logging.basicConfig(format="qa: %(message)s", level=logging.WARNING, stream=sys.stderr)
    try:
        code = app(prog_name="qa", standalone_mode=False)
    except (QaError, _Misused) as error:
        _errors().print(Text(f"qa: {_one_line(error)}"), soft_wrap=True)
        sys.exit(_FAILED)
    except KeyboardInterrupt:
        code = _STOPPED
    if code == _STOPPED:  # or Typer has caught Ctrl-C
        _errors().print("qa: stopped; nothing is lost, run the same command to go on")
    sys.exit(code)


def _one_line(error: "QaError | typer.BadParameter") -> str:
    if isinstance(error, QaError):
        return plain(str(error))
    said, context = " ".join(error.format_message().split()), error.ctx
    return f"{said.rstrip('.')}: see `{context.command_path if context else 'qa'} --help`"


def _keep(path: Path, search: "SearchRequest", answer: "Answer", models: "ModelNames") -> None:
    from qa.exports.receipts import receipt_of, write_receipt

    write_receipt(path, receipt_of(search, answer, models, datetime.now(UTC)))


def _print_citations(export: "CitationFormat", answer: "Answer") -> None:
    """Print what a file of that format holds, line ends and byte order mark included."""
    from qa.exports.citations.citation import cite

    today = date.today()
    text = export.write(cite(it, answer.question, today) for it in answer.evidence)
    sys.stdout.buffer.write(text.encode(export.encoding))


def _errors() -> Console:
    return Console(stderr=True, highlight=False)


if __name__ == "__main__":
    main()
