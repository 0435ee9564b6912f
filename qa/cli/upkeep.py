"""Offer what keeps an index in order: `qa status`, `evaluate`, `replay`, `verify`, `compact`, `watch`."""

import json as json_module
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from threading import Event, Thread
from typing import Annotated

import typer

from qa.articles.plain_text import plain
from qa.cli.options import FastOption, IndexOption, RerankerOption
from qa.settings import Settings, default_index

_TERMINATED = 143
_BEHIND_THE_PAGE = 10
"""By how much a build beside the page lets questions go first (`nice`)."""


def asking(*, fast: bool) -> Settings:
    """Give the settings that questions are asked with."""
    return Settings(read=0) if fast else Settings()


def status(
    article: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Show how one article was read: its passages, and what was left out."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print it as one line of JSON.")] = False,
    index: IndexOption = None,
) -> None:
    """Say what the index holds; exit code 1 where the folder is ahead of it."""
    from qa.build.status import folder_status, index_status, reading_of
    from qa.cli.terminal import output, print_reading, print_status
    from qa.index.index import Index

    opened = Index(index or default_index())
    if article is not None:
        print_reading(output(), reading_of(opened, article))
        return
    held, folder = index_status(opened), folder_status(opened, Settings())
    if json:
        form = asdict(held) | {"skipped": [{"file": it.file, "reason": it.reason} for it in held.skipped]}
        differing = {name: getattr(folder.diff, name, ()) for name in ("added", "changed", "removed")}
        _print_json(form | {"ahead": folder.ahead, **differing, "problem": folder.problem})
    else:
        print_status(output(), held, folder)
    if folder.ahead:
        raise typer.Exit(1)


def evaluate(
    questions: Annotated[
        Path, typer.Argument(metavar="FILE", help="Judged questions, one JSON object a line.", show_default=False)
    ],
    compare: Annotated[
        Path | None,
        typer.Option(
            metavar="OTHER", help="Compare with what an earlier `qa evaluate --json` printed.", show_default=False
        ),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="Also list what was not answered first, or misjudged.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print it, and what each question gave, as one line of JSON.")
    ] = False,
    fast: FastOption = False,
    reranker: RerankerOption = None,
    index: IndexOption = None,
) -> None:
    """Measure how good the answers are, on questions whose answers are known.

    A line of FILE is {"id", "question", "answerable", "answer", "gold": [{"article", "paragraph"}]}, where paragraphs
    are parted by blank lines and the headline is 0; or "gold_quotes" instead of "gold": any of them in the passage.
    Files of visitors' thumbs are read too; a question whose "answerable" is null is counted and left out.
    """
    from qa.archive.archive import Archive
    from qa.evaluation.comparison import compare as compare_evaluations
    from qa.evaluation.evaluation import evaluate as evaluate_archive
    from qa.evaluation.judged import digest
    from qa.evaluation.report import evaluation_line, evaluation_text, read_evaluation

    before = None if compare is None else read_evaluation(compare)
    if before is not None:
        before.check_same(digest(questions))  # before all are asked
    archive = Archive.open(index, reranker=reranker, settings=asking(fast=fast))
    evaluation = evaluate_archive(archive, questions)
    differences = () if before is None else compare_evaluations(evaluation, before)
    print(  # noqa: T201
        evaluation_line(evaluation, differences) if json else evaluation_text(evaluation, differences, misses=misses)
    )


def replay(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `qa ask --receipt` wrote.", show_default=False)],
    json: Annotated[bool, typer.Option("--json", help="Print it as one line of JSON.")] = False,
    reranker: RerankerOption = None,
    index: IndexOption = None,
) -> None:
    """Ask again what a receipt asked, and say what has changed; exit code 1 where something has.

    It is asked with the reader if it was then; a reranker must be named again.
    """
    from qa.archive.archive import Archive
    from qa.exports.receipts import read_receipt, replay_receipt
    from qa.exports.receipts.report import replay_line, replay_text

    receipt = read_receipt(file)
    archive = Archive.open(index, reranker=reranker, settings=asking(fast=not receipt.models.reader))
    replayed = replay_receipt(archive, receipt)
    print(replay_line(replayed) if json else replay_text(replayed))  # noqa: T201
    if not replayed.same:
        raise typer.Exit(1)


def verify(
    json: Annotated[bool, typer.Option("--json", help="Print it as one line of JSON.")] = False,
    index: IndexOption = None,
) -> None:
    """Check every file of the index, byte for byte; exit code 1 where one is not as it was written."""
    from qa.build.verify import verify_index
    from qa.cli.terminal import output, print_verification

    found = verify_index(index or default_index())
    if json:
        _print_json(asdict(found))
    else:
        print_verification(output(), found)
    if found.problems:
        raise typer.Exit(1)


def compact(index: IndexOption = None) -> None:
    """Leave nothing of what was deleted in any file of the index, and free its room; answers stay the same."""
    from qa.build.compact import compact_index
    from qa.build.status import bytes_of
    from qa.cli.terminal import output

    where = index or default_index()
    before = bytes_of(where)
    compact_index(where, Settings())
    output().print(f"compacted: {bytes_of(where) / 1e6:,.1f} MB, {before / 1e6:,.1f} MB before")


def watch(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER", help="The folder of articles; left out: the one the index follows.", show_default=False
        ),
    ] = None,
    attached: Annotated[
        bool, typer.Option("--attached", help="End when standard input does: with the program that started this one.")
    ] = False,
    index: IndexOption = None,
) -> None:
    """Build the index, then again whenever files in FOLDER change, until Ctrl-C; a line for each revision.

    Whoever asks meanwhile, in the shell or on the page, is answered from the newest revision.
    """
    from qa.archive.archive import followed_by
    from qa.articles.folder import root_of
    from qa.build.watch import encoder_of, watch_folder

    stop = Event()
    _end_when_terminated(stop)
    if attached:
        os.nice(_BEHIND_THE_PAGE)
        Thread(target=_terminate_at_end_of_input, daemon=True).start()
    where = index or default_index()
    followed = folder or followed_by(where)
    root_of(followed)  # a wrong name is said before a model is made ready
    try:
        watch_folder(followed, where, encoder_of(where), Settings(), _say, stop)
    except KeyboardInterrupt:
        if not stop.is_set():
            raise
    raise typer.Exit(_TERMINATED)


def _end_when_terminated(stop: Event) -> None:
    """Let SIGTERM end this process as Ctrl-C does, at once."""

    def end(*_: object) -> None:
        stop.set()
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)


def _terminate_at_end_of_input() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _print_json(form: Mapping[str, object]) -> None:
    print(json_module.dumps(form))  # noqa: T201


def _say(line: str) -> None:
    print(plain(line), flush=True)  # noqa: T201
