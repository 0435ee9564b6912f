"""An archive answers alike whatever the scale of its encoder's cosines."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.models.encoder.choice import find_encoder
from qa.settings import Settings
from tests.conftest import SEEDS
from tests.support.compressed_encoder import CompressedEncoder

pytestmark = pytest.mark.model

QUESTIONS = (
    "How long is the border between Kazakhstan and Russia?",
    "When is Tokayev's state visit to Russia?",
    "What did Lavrov say about the borders?",
    "Who are the permanent partners of Kazakhstan?",
    "Who won the football world cup?",
    "What is the population of Brazil?",
    "How do penguins keep their eggs warm?",
)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Archive, Archive]:
    folder, unread = tmp_path_factory.mktemp("scales"), Settings(read=0)
    usual, compressed = find_encoder(), CompressedEncoder(find_encoder(), 0.75)
    return (
        Archive.build(SEEDS, Path(folder / "usual"), encoder=usual, settings=unread),
        Archive.build(SEEDS, Path(folder / "compressed"), encoder=compressed, settings=unread),
    )


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_verdict_and_the_first_passage_are_the_same(archives: tuple[Archive, Archive], question: str) -> None:
    usual, compressed = (archive.ask(question) for archive in archives)
    assert compressed.verdict == usual.verdict
    assert compressed.confidence == pytest.approx(usual.confidence, abs=0.05)
    assert compressed.evidence[0].passage.id == usual.evidence[0].passage.id


def test_the_same_passages_are_relevant(archives: tuple[Archive, Archive]) -> None:
    usual, compressed = (archive.survey(QUESTIONS[0]) for archive in archives)
    assert compressed.passages == pytest.approx(usual.passages, abs=1)
