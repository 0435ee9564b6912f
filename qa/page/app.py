"""Serve the page on this machine, with the settings that keep it private."""

import errno
import logging
import os
import socket
import threading
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import gradio as gr
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from qa.errors import PageError
from qa.page.blocks import page
from qa.page.contract import ShownArchive
from qa.page.headers import OwnPageOnly
from qa.page.masthead import TITLE

log = logging.getLogger(__name__)

HERE = Path(__file__).parent
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 7860


def launch(
    archive: ShownArchive, host: str = DEFAULT_HOST, port: int = DEFAULT_PORT, examples: tuple[str, ...] = ()
) -> gr.Blocks:
    """Start serving an archive in the background and return the running page; its `close()` stops it."""
    _check_address(host, port)
    archive.ask(TITLE, limit=1)  # loads the encoder, so that the first reader need not wait for it
    blocks = page(archive, examples)
    blocks.queue(max_size=64, default_concurrency_limit=4)
    _reach_itself_directly(host)
    try:
        blocks.launch(
            server_name=host,
            server_port=port,
            prevent_thread_lock=True,
            quiet=True,
            inbrowser=False,
            share=False,
            show_error=False,
            ssr_mode=False,
            mcp_server=False,
            pwa=False,
            run_history=False,
            enable_monitoring=False,
            footer_links=[],
            allowed_paths=[],
            max_file_size="1mb",
            state_session_capacity=500,
            theme=_theme(),
            head=_head(),
            app_kwargs={
                "openapi_url": None,
                "docs_url": None,
                "redoc_url": None,
                "routes": [Mount("/fonts", StaticFiles(directory=HERE / "fonts"))],
                "middleware": [Middleware(OwnPageOnly)],
            },
        )
    except OSError as error:
        raise PageError(f"the page cannot be served on {host}, port {port} ({error}): choose another --port") from error
    return blocks


def _check_address(host: str, port: int) -> None:
    """Try the address before the encoder is loaded: a mistake is told at once.

    Raises:
        PageError: in use, not allowed, or not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except PermissionError as error:
            raise PageError(f"port {port} is not allowed to you: choose one above 1023 with --port") from error
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                problem = f"port {port} is in use: stop the other program or choose another with --port"
            else:
                problem = f"{host} is no address of this machine: use --host 127.0.0.1, or 0.0.0.0 for all of them"
            raise PageError(problem) from error


def serve_archive(
    archive: ShownArchive,
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    examples: tuple[str, ...] = (),
    beside: AbstractContextManager[None] | None = None,
) -> None:
    """Serve an open archive until interrupted, with something beside it; print its address when it can be visited."""
    blocks = launch(archive, host, port, examples)
    if host not in ("127.0.0.1", "localhost", "::1"):
        log.warning("everyone who reaches %s can ask this archive: there is no login", host)
    print(f"The archive answers at {blocks.local_url}", flush=True)  # noqa: T201  the one line a reader needs
    try:
        with beside or nullcontext():
            threading.Event().wait()
    except KeyboardInterrupt:
        log.info("stopped by the keyboard")
    finally:
        blocks.close(verbose=False)


def _reach_itself_directly(host: str) -> None:
    """Keep a proxy out of the way: Gradio asks itself over HTTP whether it has started."""
    for name in ("NO_PROXY", "no_proxy"):
        known = [part for part in os.environ.get(name, "").split(",") if part]
        os.environ[name] = ",".join(dict.fromkeys([*known, "localhost", "127.0.0.1", host]))


def _head() -> str:
    style = (HERE / "style.css").read_text(encoding="utf-8")
    return f'<meta name="color-scheme" content="light dark"><style>{style}</style>'


def _theme() -> gr.themes.Base:
    """Give Gradio's own ground the page's colours, so that nothing flashes before the style arrives."""
    return gr.themes.Base(
        font=[gr.themes.LocalFont("Source Sans Pro", weights=(400, 700)), "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    ).set(
        body_background_fill="#fbfaf7",
        body_background_fill_dark="#171614",
        body_text_color="#1c1b19",
        body_text_color_dark="#ebe7df",
    )
