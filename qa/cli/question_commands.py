"""The commands that ask: `qa ask`, `qa replay`."""

import re
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.known_values import formats, kinds, languages, orders, outlets, places
from qa.cli.options import FastOption, IndexOption, JsonOption, RerankerOption, ask_settings
from qa.cli.values import named, path, whole_number
from qa.errors import InvalidCommand, InvalidExport

_LIKE_AN_OPTION = re.compile(r"--[a-z][a-z-]*(=.*)?", re.DOTALL)


def ask(
    question: Annotated[
        list[str],
        typer.Argument(
            metavar="QUESTION",
            help="What you want to know, in your own words; put it in single quotes where it holds quotation marks.",
        ),
    ],
    limit: Annotated[
        int,
        typer.Option(metavar="N", parser=whole_number, help="How many passages to show, at most 1000 (default: 5)."),
    ] = 5,
    after: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only articles of this date or later: 2022-12-31, 2022-12 or 2022."),
    ] = None,
    before: Annotated[str | None, typer.Option(metavar="DATE", help="Only articles of this date or earlier.")] = None,
    outlet: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            parser=named,
            autocompletion=outlets,
            help="Only articles of this outlet; may be given several times.",
        ),
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            parser=named,
            autocompletion=places,
            help="Only articles from this place; may be given several times.",
        ),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TAG",
            parser=named,
            autocompletion=languages,
            help="Only articles in this language: en, ru, kk; may be given several times.",
        ),
    ] = None,
    order: Annotated[
        str,
        typer.Option(
            metavar="ORDER",
            autocompletion=orders,
            help="Order of the passages: relevance (the default), newest or oldest.",
        ),
    ] = "relevance",
    offset: Annotated[
        int, typer.Option(metavar="N", parser=whole_number, help="How many passages to skip (default: 0).")
    ] = 0,
    export: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            autocompletion=formats,
            help="Print the answer sentences with their sources instead: markdown, csv, jsonl, bibtex or ris.",
        ),
    ] = None,
    receipt: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", parser=path, help="Also write question and answer to a new file, for `qa replay`."
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            autocompletion=kinds,
            help="Take it for a question or for a topic; else the words decide.",
        ),
    ] = None,
    as_written: Annotated[bool, typer.Option("--as-written", help="Search for misspelt words as they are.")] = False,
    asked_on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Read “this week” and “latest” as on this day (default: the newest of an article)."
        ),
    ] = None,
    any_time: Annotated[bool, typer.Option("--any-time", help="Leave such words unread.")] = False,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Ask the archive as it stood on this day, without later articles and corrections."
        ),
    ] = None,
    json: JsonOption = False,
    fast: FastOption = False,
    reranker: RerankerOption = None,
    index: IndexOption = None,
) -> None:
    """Show the passages that answer QUESTION, best first, with the answer sentence marked.

    "quoted words" must occur as they are written, and -word leaves out passages that hold the word in any form.
    """
    from qa.archive.archive import Archive
    from qa.cli.answer_text import print_answer
    from qa.cli.terminal import output
    from qa.exports.citations import cite
    from qa.exports.citations.formats import format_named
    from qa.exports.json_line import json_line
    from qa.exports.receipts import receipt_of, write_receipt
    from qa.exports.receipts.receipt import check_new
    from qa.records import SearchRequest

    if option := next((word for word in question if _LIKE_AN_OPTION.fullmatch(word)), None):
        raise InvalidCommand(f"{option} is not an option of `qa ask`: see `qa ask --help`")
    if json and export is not None:
        raise InvalidExport("--json and --export cannot be used together: choose one")
    chosen = None if export is None else format_named(export)
    if receipt is not None:
        check_new(receipt)
    names = tuple(outlet or ()), tuple(place or ()), tuple(language or ())
    asked = " ".join(question)
    search = SearchRequest(asked, limit, offset, order, after, before, *names, (), kind, as_written, asked_on, any_time)
    search = replace(search, as_of=as_of)
    archive = Archive.open(index, reranker=reranker, settings=ask_settings(fast=fast))
    answer = archive.answer(search)
    if receipt is not None:
        write_receipt(receipt, receipt_of(search, answer, archive.models, datetime.now(UTC)))
    if chosen is not None:
        today = date.today()
        text = chosen.write(cite(it, answer.question, today) for it in answer.evidence)
        sys.stdout.buffer.write(text.encode(chosen.encoding))  # line ends and byte order mark included
    elif json:
        print(json_line(answer.to_dict()))  # noqa: T201
    else:
        print_answer(output(), answer, search)


def replay(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=path, help="A receipt of `qa ask --receipt`.")],
    json: JsonOption = False,
    reranker: RerankerOption = None,
    index: IndexOption = None,
) -> None:
    """Ask the question of a receipt again, and show what has changed: then the exit code is 1.

    The reader is used if it was used then; a reranker must be named again.
    """
    from qa.archive.archive import Archive
    from qa.exports.receipts import read_receipt, replay_receipt
    from qa.exports.receipts.report import replay_line, replay_text

    receipt = read_receipt(file)
    archive = Archive.open(index, reranker=reranker, settings=ask_settings(fast=not receipt.models.reader))
    replayed = replay_receipt(archive, receipt)
    print(replay_line(replayed) if json else replay_text(replayed))  # noqa: T201
    if not replayed.same:
        raise typer.Exit(1)
