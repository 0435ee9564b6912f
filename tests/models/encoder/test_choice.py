"""The fastest way that is there is taken, and each gives vectors that the others can be asked with."""

import logging
from pathlib import Path

import numpy as np
import pytest

from qa.archive.archive import Archive
from qa.models.encoder import choice
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.graphics_card import GraphicsCardEncoder
from qa.models.encoder.openvino_encoder import OpenVinoEncoder
from qa.models.encoder.sentence_transformer import SentenceTransformerEncoder
from tests.conftest import ROOT

pytestmark = pytest.mark.model


def test_the_default_runs_on_openvino_and_writes_nothing_beside_the_index(tmp_path: Path) -> None:
    found = find_encoder(None, tmp_path / "index")
    assert isinstance(found, OpenVinoEncoder)
    found.encode_question("Who came?")
    assert list(tmp_path.iterdir()) == []


def test_without_openvino_torch_answers_from_an_index_that_openvino_made_and_the_other_way_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    question = "What did the presidents discuss?"
    first = Archive.build(ROOT / "seeds", tmp_path / "one").ask(question)
    with monkeypatch.context() as patch, caplog.at_level(logging.WARNING):
        patch.setattr(choice, "have_openvino", lambda: False)
        assert isinstance(find_encoder(), SentenceTransformerEncoder)
        second = Archive.open(tmp_path / "one").ask(question)
        Archive.build(ROOT / "seeds", tmp_path / "other")
    third = Archive.open(tmp_path / "other").ask(question)
    for answer in (second, third):
        assert [it.passage.id for it in answer.evidence] == [it.passage.id for it in first.evidence]
        assert answer.confidence == pytest.approx(first.confidence, abs=0.01)
    assert caplog.messages == []


def test_a_card_that_torch_cannot_compute_on_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = find_encoder()
    monkeypatch.setattr(choice, "graphics_card", lambda: True)
    found = find_encoder()
    assert isinstance(found, GraphicsCardEncoder)
    texts = [f"Ship number {number} came." for number in range(70)]
    assert (found.name, found.fingerprint, found.max_tokens) == (plain.name, plain.fingerprint, plain.max_tokens)
    assert np.allclose(found.encode_passages(texts), plain.encode_passages(texts), atol=1e-3)
    assert np.allclose(found.encode_question("Who?"), plain.encode_question("Who?"), atol=1e-3)
    assert found.tokens("Who came?") == plain.tokens("Who came?")
