"""The command that serves the page: `qa serve`."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.interruption import unhurried
from qa.cli.options import FastOption, IndexOption, RerankerOption, ask_settings
from qa.cli.values import named, port_number
from qa.settings import default_index


def serve(
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="The address to serve on (default: 127.0.0.1, for this machine only); 0.0.0.0 lets others reach the "
            "page.",
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORT", parser=port_number, help="The port to serve on (default: 7860).")
    ] = 7860,
    watch: Annotated[
        bool, typer.Option("--watch", help="Also follow changes in the folder of articles, as `qa watch` does.")
    ] = False,
    auth: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            parser=named,
            help="Ask for a login: a file with lines of NAME:PASSWORD that only you can read. NAME:PASSWORD itself "
            "works too, but everyone on this machine can see it in the list of processes.",
        ),
    ] = None,
    no_auth: Annotated[bool, typer.Option("--no-auth", help="Let everyone who can reach the page ask.")] = False,
    admin: Annotated[
        bool,
        typer.Option(
            "--admin", help="Let those who log in add articles and rebuild; where only you come in, you always can."
        ),
    ] = False,
    behind: Annotated[
        str | None, typer.Option(metavar="URL", help="The address under which a proxy serves the page to others.")
    ] = None,
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

    @contextmanager
    def running() -> Iterator[None]:
        with unhurried(), watching(where) if watch else nullcontext():
            yield

    archive = Archive.open(where, reranker=reranker, settings=ask_settings(fast=fast))
    judgements = Judgements(judgements_beside(where))
    followed = archive.status().folder
    unserved = (where, Path(followed)) if followed else (where,)
    serve_archive(archive, judgements, host, port, running(), access, unserved=unserved)
