"""A short paragraph that plainly answers is an answer: many articles have no others."""

from collections.abc import Sequence

import pytest

from qa.archive.archive import Archive
from qa.settings import Settings
from tests.conftest import ARTICLES

pytestmark = pytest.mark.model
ANSWERED = [
    ("How long is the border along the river?", "300 miles"),
    ("By how much did trade rise?", "12%"),
    ("Who opened the festival?", "president"),
    ("Where did thousands hear music?", "by the river"),
    ("Who guards the border?", "Nobody"),
    ("How often does a ship pass?", "twice a day"),
]
NOT_ANSWERED = ["Which password opens the router?", "Who won the football world cup?", "How do I bake bread?"]


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Archive]:
    """The same articles, asked with a reader and without."""
    folder = tmp_path_factory.mktemp("short")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    Archive.build(folder / "articles", index := folder / "index")
    return [Archive.open(index), Archive.open(index, settings=Settings(read=0))]


@pytest.mark.parametrize(("question", "answer"), ANSWERED)
def test_what_a_short_paragraph_plainly_says_is_not_said_to_be_missing(
    archives: Sequence[Archive], question: str, answer: str
) -> None:
    for archive in archives:
        found = archive.ask(question)
        assert answer in found.evidence[0].passage.text
        assert found.verdict in {"answered", "weak"}


@pytest.mark.parametrize("question", NOT_ANSWERED)
def test_what_is_not_there_is_not_said_to_be(archives: Sequence[Archive], question: str) -> None:
    assert [archive.ask(question).verdict for archive in archives] == ["none", "none"]
