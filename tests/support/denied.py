"""Have every question denied, so that each has an absence."""

import pytest

from qa.retrieval import verdict

_ABOVE_ALL = 2.0


def deny_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    for least in ("WEAK", "ANSWERED", "ANSWERED_UNREAD"):
        monkeypatch.setattr(verdict, least, _ABOVE_ALL)
