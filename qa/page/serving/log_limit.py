"""Log once a minute what strangers can cause as often as they like."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_LOGGERS = ("asyncio", "uvicorn.error", "qa.page.serving.connections")
_SECONDS = 60.0
_REMEMBERED = 100


class OnceAMinute(logging.Filter):
    """Passes each message on once a minute."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._last: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the message was not passed on a moment ago."""
        now, message = self._now(), str(record.msg).partition("\n")[0]  # below, asyncio says when and of which socket
        if now - self._last.get(message, -_SECONDS) < _SECONDS:
            return False
        if len(self._last) >= _REMEMBERED:
            self._last.clear()
        self._last[message] = now
        return True


@contextmanager
def limited_logs() -> Iterator[None]:
    """Limit what is logged of connections while a page is served; such messages are the same each time."""
    once = OnceAMinute()
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(once)
    try:
        yield
    finally:
        for name in _LOGGERS:
            logging.getLogger(name).removeFilter(once)
