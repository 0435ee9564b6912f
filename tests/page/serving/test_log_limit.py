"""A stranger cannot fill the log."""

import logging

import pytest

from qa.page.serving.log_limit import OnceAMinute, limited_logs


def record(message: str) -> logging.LogRecord:
    return logging.LogRecord("asyncio", logging.ERROR, "x.py", 1, message, (), None)


def test_a_message_is_logged_once_a_minute() -> None:
    now = 1_000.0
    once = OnceAMinute(lambda: now)
    assert [once.filter(record("no descriptors")) for _ in range(1_000)].count(True) == 1
    assert once.filter(record("another"))
    now += 59
    assert not once.filter(record("no descriptors"))
    now += 1
    assert once.filter(record("no descriptors"))


def test_a_message_counts_as_the_same_whatever_stands_below_its_first_line() -> None:
    once = OnceAMinute(lambda: 0.0)
    assert [once.filter(record(f"Exception in callback x\nhandle: when={it}")) for it in range(9)].count(True) == 1


def test_what_is_remembered_is_bounded() -> None:
    once = OnceAMinute(lambda: 0.0)
    for number in range(10_000):
        once.filter(record(f"message {number}"))
    assert len(once._last) <= 100


def test_the_limit_ends_with_the_page(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("asyncio")
    with limited_logs():
        for _ in range(10):
            logger.error("no descriptors")
    assert len(caplog.records) == 1
    logger.error("no descriptors")
    assert len(caplog.records) == 2
