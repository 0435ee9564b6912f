"""Serve the page with the settings that keep it private."""

import logging
import os
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from types import FrameType

import gradio as gr
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from qa.archive.archive import Archive
from qa.errors import PageError
from qa.evaluation.judgements import Judgements
from qa.page.api.http_ask import HttpAsk, NothingElse
from qa.page.api.openapi import ASK, DESCRIPTION, openapi_route
from qa.page.assets import head
from qa.page.language import LANGUAGES, STATIC_WORDS
from qa.page.layout import page
from qa.page.notebook_tab import NOTEBOOK, NotebookRoute
from qa.page.originals import OriginalRoute
from qa.page.positive_control import working_out_control
from qa.page.rendering.links import ORIGINAL
from qa.page.serving.access import OWNER, Access, check_reachable, security_warnings
from qa.page.serving.bind_address import BindAddress, find_bind_address
from qa.page.serving.connections import bound_connections
from qa.page.serving.descriptors import connection_bounds, raise_descriptor_limit
from qa.page.serving.log_limit import limited_logs
from qa.page.serving.middleware import largest_file, middleware
from qa.page.serving.private_folder import private_files
from qa.page.work_queue import WorkQueue

_log = logging.getLogger(__name__)

_HERE = Path(__file__).parent
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 7860
_FONTS = StaticFiles(directory=_HERE / "fonts")
_UPLOADS_LAST_SECONDS = 3600
_SECONDS_BETWEEN_LOOKS = 0.01
"""At what is asked. Gradio looks every millisecond, which takes a twentieth of a processor while nobody asks."""
_SECONDS_ASLEEP = 1.0
"""How long the page may not notice that it is to end: a signal that another thread takes does not wake the main one."""
_SECONDS_TO_END = 60.0
"""For what is being answered; Gradio waits for five, and a process that ends while a thread is in a model aborts."""
_FIRST = "Is anybody there?"
_PAPER, _INK = ("#fbfaf7", "#171614"), ("#1c1b19", "#ebe7df")
_COLOURS: Mapping[str, tuple[str, str]] = {
    "background_fill_primary": _PAPER,
    "block_background_fill": _PAPER,
    "block_label_text_color": ("#5f5b54", "#a9a398"),
    "body_background_fill": _PAPER,
    "body_text_color": _INK,
    "button_primary_background_fill": _INK,
    "button_primary_background_fill_hover": ("#8c1d18", "#f0a39b"),
    "button_primary_border_color": _INK,
    "button_primary_text_color": _PAPER,
    "input_background_fill": ("#ffffff", "#1f1d1a"),
    "input_border_color": ("#1c1b19", "#8d877b"),
    "panel_background_fill": _PAPER,
}
"""Each colour of Gradio's, in the light and in the dark."""


def launch(
    archive: Archive,
    judgements: Judgements,
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    access: Access = OWNER,
    unserved: Sequence[Path] = (),
) -> gr.Blocks:
    """Start serving an archive in the background and return the running page; its `close()` stops it.

    No file below the folders in `unserved` is ever served as it is.

    Raises:
        PageError: the page cannot be served there, or more people reach it than `access` means to let in.
    """
    bind = find_bind_address(host, port)
    check_reachable(access, bind)
    archive.ask(_FIRST, limit=1)  # loads the encoder, so that the first visitor need not wait for it
    judging = judgements if access.trusted else None  # strangers write nothing here
    queue = WorkQueue()
    blocks = page(archive, judging, queue, manage=access.manage)
    blocks.queue(max_size=64, default_concurrency_limit=4, api_open=False)  # nothing passes those who wait
    blocks._queue.sleep_when_free = _SECONDS_BETWEEN_LOOKS
    blocks.delete_cache = (_UPLOADS_LAST_SECONDS, _UPLOADS_LAST_SECONDS)  # what was uploaded and never added
    _bypass_proxies(host)
    largest = archive.settings.largest_file_bytes
    try:
        blocks.launch(
            server_name=f"[{host}]" if ":" in host else host,
            server_port=port,
            root_path=access.behind or "",
            auth=None if access.credentials is None else access.credentials.admits,
            auth_message=" · ".join(words.title for words in LANGUAGES.values()),
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            show_error=False,
            ssr_mode=False,
            num_workers=0,
            mcp_server=False,
            pwa=False,
            run_history=False,
            enable_monitoring=False,
            footer_links=[],
            allowed_paths=[str(_FONTS.directory)],  # an empty list would let the environment name others
            blocked_paths=[str(path.resolve()) for path in unserved],
            max_file_size=largest_file(access, largest),
            state_session_capacity=500,
            theme=_theme(),
            head=head(judging=judging is not None),
            i18n=STATIC_WORDS,
            app_kwargs={
                "openapi_url": None,
                "docs_url": None,
                "redoc_url": None,
                "lifespan": lambda _: working_out_control(archive, queue),
                "routes": [
                    Route("/fonts/{name}", _font),
                    Route(ASK, HttpAsk(archive, queue)),
                    Route(f"{ASK}/", HttpAsk(archive, queue)),
                    Route(NOTEBOOK, NotebookRoute(archive, queue)),
                    Route(ORIGINAL, OriginalRoute(archive)),
                    Route(DESCRIPTION, openapi_route(archive.settings, access.behind)),
                    Route("/api", NothingElse()),
                    Route("/api/{rest:path}", NothingElse()),
                ],
                "middleware": middleware(bind, access, largest, _has_logged_in),
            },
        )
    except OSError as error:
        raise PageError(f"the page cannot be served on {host}, port {port} ({error}): choose another --port") from error
    bound_connections(blocks.server.config, connection_bounds(access))
    return blocks


def serve_archive(
    archive: Archive,
    judgements: Judgements,
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    beside: AbstractContextManager[None] | None = None,
    access: Access = OWNER,
    unserved: Sequence[Path] = (),
) -> None:
    """Serve an open archive until interrupted, with something beside it; print its address when it can be visited."""
    ended = threading.Event()
    raise_descriptor_limit()
    with _ended_by_signals(ended), private_files(), limited_logs():
        blocks = launch(archive, judgements, host, port, access, unserved)
        for concern in security_warnings(access, BindAddress(host, port, access.others)):
            _log.warning("%s", concern)
        print(f"The archive answers at {blocks.local_url}", flush=True)  # noqa: T201  the one line a person needs
        try:
            with beside or nullcontext():
                while not ended.wait(_SECONDS_ASLEEP):
                    pass
        except KeyboardInterrupt:
            _log.info("stopped by the keyboard")
        finally:
            blocks.close(verbose=False)
            blocks.server.thread.join(_SECONDS_TO_END)


async def _font(request: Request) -> Response:
    """Serve a font; a mounted folder would not be found behind a proxy."""
    return await _FONTS.get_response(request.path_params["name"], request.scope)


def _has_logged_in(scope: Scope) -> bool:
    """Return whether a request carries a login's token, as Gradio itself does."""
    app, cookies = scope["app"], HTTPConnection(scope).cookies
    names = (f"access-token-{app.cookie_id}", f"access-token-unsecure-{app.cookie_id}")
    return any(app.tokens.get(cookies.get(name)) is not None for name in names)


@contextmanager
def _ended_by_signals(ended: threading.Event) -> Iterator[None]:
    """End the page at SIGTERM, or when its terminal is closed, as at Ctrl-C, so that its temporary files are removed.

    `ended` is set then, too, and another such signal changes nothing. With `nohup`, a page outlives its terminal.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_: int, __: FrameType | None) -> None:
        if not ended.is_set():
            ended.set()
            raise KeyboardInterrupt

    ending = [it for it in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(it) is not signal.SIG_IGN]
    before = {it: signal.signal(it, end) for it in ending}
    try:
        yield
    finally:
        for it, handler in before.items():
            signal.signal(it, handler)


def _bypass_proxies(host: str) -> None:
    """Exempt this machine from proxies: Gradio asks itself over HTTP whether it has started."""
    for name in ("NO_PROXY", "no_proxy"):
        known = [part for part in os.environ.get(name, "").split(",") if part]
        os.environ[name] = ",".join(dict.fromkeys([*known, "localhost", "127.0.0.1", host]))


def _theme() -> gr.themes.Base:
    """Return a theme with the page's colours, for before the style arrives; the login has no other."""
    light = {name: colour for name, (colour, _) in _COLOURS.items()}
    dark = {f"{name}_dark": colour for name, (_, colour) in _COLOURS.items()}
    return gr.themes.Base(
        font=[gr.themes.LocalFont("Source Sans Pro", weights=(400, 700)), "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    ).set(block_border_width="0px", input_border_width="1px", **light, **dark)
