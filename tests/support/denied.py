"""Have every question denied, so that each has an absence."""

import pytest

from qa.retrieval import verdict
from qa.settings import Thresholds

_ABOVE_ALL = 2.0


def deny_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "SHIPPED", Thresholds(_ABOVE_ALL, _ABOVE_ALL, _ABOVE_ALL))
