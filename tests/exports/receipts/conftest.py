"""A search of three articles, and its receipt."""

from datetime import UTC, datetime

import pytest

from qa.archive.archive import Archive
from qa.exports.receipts import Receipt, receipt_of
from qa.records import SearchRequest

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def receipt_for(archive: Archive, search: SearchRequest) -> Receipt:
    return receipt_of(search, archive.answer(search), archive.models, MADE)


@pytest.fixture
def receipt(archive: Archive) -> Receipt:
    """All six passages, for a question about one."""
    return receipt_for(archive, SearchRequest("How long is the border along the river?", limit=10))


@pytest.fixture
def receipt_of_topic(archive: Archive) -> Receipt:
    """All six passages, for a topic that three hold."""
    return receipt_for(archive, SearchRequest("Tell me about the river", limit=10))
