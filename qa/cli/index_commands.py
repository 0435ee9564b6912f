"""The commands that keep an index: `qa build`, `qa status`, `qa verify`, `qa compact`, `qa watch`."""

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
from qa.cli.known_values import article_files
from qa.cli.options import IndexOption, JsonOption
from qa.cli.values import columns_named, named, path
from qa.settings import Settings, default_index

_TERMINATED = 128 + signal.SIGTERM
_BEHIND_THE_PAGE = 10
"""By how much a watch beside the page lets questions go first (`nice`)."""

FolderArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="FOLDER", parser=path, help="The folder of articles; by default the one that the index follows."
    ),
]


def build(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FOLDER",
            parser=path,
            help="The folder of articles; by default what the index follows. Several folders, files and patterns in "
            "quotation marks, '2024/*.html', can be named.",
        ),
    ] = None,
    encoder: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            parser=named,
            help="Encode everything again with another model: english, multilingual, a folder, or a hub name.",
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let the index follow another folder than before.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Agree to another folder, and to removing more than half of the articles.")
    ] = False,
    map_: Annotated[
        str | None,
        typer.Option(
            "--map",
            metavar="COLUMNS",
            parser=named,
            help="In which columns of tables fields stand, where their names do not say: title=headline,text=body.",
        ),
    ] = None,
    versions_apart: Annotated[
        bool | None,
        typer.Option(
            "--versions-apart/--versions-together",
            help="Let every version of an article answer for itself; --versions-together undoes it.",
        ),
    ] = None,
    keep_furniture: Annotated[
        bool | None,
        typer.Option(
            "--keep-furniture/--leave-out-furniture",
            help="Keep lines that come again in a tenth of an outlet's articles; --leave-out-furniture undoes it.",
        ),
    ] = None,
    index: IndexOption = None,
) -> None:
    """Make the index answer from what is in FOLDER now.

    Only articles that were added, changed or removed are worked on.

    Until the build ends, the index answers as before. A build that was stopped goes on where it was.
    """
    from rich.console import Console

    from qa.archive.archive import Archive, articles_folder
    from qa.build.status import unread_languages
    from qa.cli.build_progress import BuildProgress
    from qa.cli.terminal import output, print_report, print_unread

    where = index or default_index()
    with BuildProgress(Console(stderr=True, highlight=False)) as progress:
        archive = Archive.build(
            sources or articles_folder(where),
            where,
            encoder=encoder,
            replace=replace,
            yes=yes,
            columns=None if map_ is None else columns_named(map_),
            versions_apart=versions_apart,
            keep_furniture=keep_furniture,
            progress=progress,
        )
    if archive.report is not None:
        print_report(output(), archive.report)
        print_unread(output(), unread_languages(where))


def status(
    article: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            parser=named,
            autocompletion=article_files,
            help="Show how one article was read: its passages, and what was left out.",
        ),
    ] = None,
    json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """Show what the index holds, and whether FOLDER has changed since: then the exit code is 1."""
    from qa.build.status import folder_status, index_status, stored_reading
    from qa.cli.terminal import output, print_reading, print_status
    from qa.index.index import Index

    opened = Index(index or default_index())
    if article is not None:
        print_reading(output(), stored_reading(opened, article, Settings()))
        return
    status, folder = index_status(opened), folder_status(opened, Settings())
    if json:
        fields = asdict(status) | {"skipped": [{"file": it.file, "reason": it.reason} for it in status.skipped]}
        differing = {name: getattr(folder.diff, name, ()) for name in ("added", "changed", "removed")}
        unread = [asdict(it) for it in folder.diff.unread] if folder.diff else []
        _print_json(fields | {"ahead": folder.ahead, **differing, "unread": unread, "problem": folder.problem})
    else:
        print_status(output(), status, folder)
    if folder.ahead:
        raise typer.Exit(1)


def verify(
    json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """Check that every file of the index is as it was written; exit code 1 where one is not."""
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
    """Remove the last traces of deleted articles from the index, and free their space; answers stay the same."""
    from qa.build.compact import compact_index
    from qa.build.status import index_size
    from qa.cli.terminal import output

    where = index or default_index()
    before = index_size(where)
    compact_index(where, Settings())
    output().print(f"compacted: {index_size(where) / 1e6:,.1f} MB, {before / 1e6:,.1f} MB before")


def watch(
    folder: FolderArgument = None,
    attached: Annotated[
        bool, typer.Option("--attached", help="End when standard input does: with the program that started this one.")
    ] = False,
    index: IndexOption = None,
) -> None:
    """Build the index, then again whenever files in FOLDER change, until Ctrl-C; print a line for each revision.

    Questions asked meanwhile, in the shell or on the page, are answered from the newest revision.
    """
    from qa.archive.archive import articles_folder
    from qa.articles.folder import root_of
    from qa.build.first_encoder import encoder_of
    from qa.build.watch import watch_folder

    signal.signal(signal.SIGTERM, _terminate)
    if attached:
        os.nice(_BEHIND_THE_PAGE)
        Thread(target=_terminate_at_end_of_input, daemon=True).start()
    where = index or default_index()
    followed = folder or articles_folder(where)
    root_of(followed)  # a wrong name is reported before a model is loaded
    watch_folder(followed, where, encoder_of(where, followed), Settings(), _print_line, Event())


def _terminate(*_: object) -> None:
    """End at once: a build that is killed at any moment loses nothing."""
    os._exit(_TERMINATED)


def _terminate_at_end_of_input() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    _terminate()


def _print_json(fields: Mapping[str, object]) -> None:
    print(json_module.dumps(fields))  # noqa: T201


def _print_line(line: str) -> None:
    print(plain(line), flush=True)  # noqa: T201
