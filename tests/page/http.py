"""Ask a page over HTTP with more patience than the five seconds that httpx has."""

from functools import partial

import httpx
from gradio_client import Client

from tests.support.patience import PATIENCE

get = partial(httpx.get, timeout=PATIENCE)
post = partial(httpx.post, timeout=PATIENCE)
request = partial(httpx.request, timeout=PATIENCE)
connect = partial(Client, verbose=False, httpx_kwargs={"timeout": PATIENCE})
"""Open a page as a program does."""
