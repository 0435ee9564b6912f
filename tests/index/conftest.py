"""Offer what tests of the index share."""

import os

import pytest


@pytest.fixture
def cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every path one that cannot be written; root may write whatever its mode says."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode, **more: mode != os.W_OK and may(path, mode, **more))
