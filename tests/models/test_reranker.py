"""Any cross-encoder in a folder works: here a tiny one with random weights, made for the test."""

from pathlib import Path

import numpy as np
import pytest

from qa.archive.archive import Archive
from qa.errors import RerankerUnavailable
from qa.models.encoder.model_folder import find_model
from qa.models.reranker import find_reranker
from tests.support.hand_encoder import HandEncoder
from tests.support.shell import qa

pytestmark = pytest.mark.model
TEXTS = ["The border is 300 miles long.", "", "Music. " * 400, "The festival opened."]


def tiny(folder: Path, labels: int = 1) -> Path:
    """Save a cross-encoder of two small layers over the default encoder's tokenizer."""
    import torch
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    tokenizer = AutoTokenizer.from_pretrained(find_model().path)
    torch.manual_seed(0)
    config = BertConfig(vocab_size=len(tokenizer), hidden_size=16, num_hidden_layers=2, num_attention_heads=2)
    config.intermediate_size, config.max_position_embeddings, config.initializer_range = 32, 128, 0.5
    config.num_labels = labels
    BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer.model_max_length = 128
    tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny(tmp_path_factory.mktemp("cross-encoder"))


def test_each_text_gets_a_likelihood_whatever_is_judged_with_it(folder: Path) -> None:
    reranker = find_reranker(str(folder))
    likely = reranker.likelihoods("How long is the border?", TEXTS)
    assert likely.shape == (4,)
    assert likely.dtype == np.float32
    assert ((likely >= 0) & (likely <= 1)).all()
    assert len(set(likely.tolist())) == 4
    alone = [float(reranker.likelihoods("How long is the border?", [text])[0]) for text in TEXTS]
    assert likely.tolist() == pytest.approx(alone, abs=1e-4)
    assert reranker.likelihoods("How long is the border?", []).shape == (0,)


def test_an_archive_opened_with_it_shows_what_it_said_as_a_part(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Border\n\nThe border follows the river.\n\nMusic for all.\n")
    Archive.build(tmp_path / "articles", tmp_path / "index", encoder=HandEncoder())
    archive = Archive.open(tmp_path / "index", encoder=HandEncoder(), reranker=str(folder))
    evidence = archive.ask("How long is the border?").evidence
    assert len(evidence) == 2
    assert all(0 < it.parts["reranker"] <= 0.5 for it in evidence)


def test_no_model_a_damaged_one_and_a_classifier_are_distinguished(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(RerankerUnavailable, match=r"no config\.json"):
        find_reranker(str(tmp_path))
    (tmp_path / "config.json").write_text("{")
    with pytest.raises(RerankerUnavailable, match="cannot be loaded"):
        find_reranker(str(tmp_path)).likelihoods("Who?", ["text"])
    classifier = tiny(tmp_path / "classifier", labels=3)
    with pytest.raises(RerankerUnavailable, match="gives 3 scores"):
        find_reranker(str(classifier)).likelihoods("Who?", ["text"])


def test_in_the_shell_a_reranker_that_is_not_there_is_one_line(seeds_index: Path) -> None:
    ran = qa("ask", "Who?", "--reranker", "no/such-model", "--index", seeds_index)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert "no reranker 'no/such-model'" in ran.stderr
