"""The command that serves the page: `qa serve`."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from qa.cli.interruption import unhurried
from qa.cli.options import (
    AdminOption,
    AuthOption,
    BehindOption,
    FastOption,
    HostOption,
    IndexOption,
    NoAuthOption,
    PortOption,
    RerankerOption,
    WatchOption,
    ask_settings,
)
from qa.settings import default_index


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

    @contextmanager
    def running() -> Iterator[None]:
        with unhurried(), watching(where) if watched else nullcontext():
            yield

    archive = Archive.open(where, reranker=reranker, settings=ask_settings(fast=fast))
    judgements = Judgements(judgements_beside(where))
    serve_archive(archive, judgements, host, port, running(), access, unserved=(where, archive.folder))
