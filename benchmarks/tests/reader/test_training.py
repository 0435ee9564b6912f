"""Training learns what pairs teach, and goes on where it was interrupted."""

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import BertConfig, BertModel

from benchmarks.reader import training
from benchmarks.reader.pairs import Pair
from benchmarks.reader.training import Learner, Schedule, train
from qa.models.batches import load_tokenizer
from qa.models.encoder.model_folder import find_model
from qa.models.reader.network import ReaderNetwork

pytestmark = pytest.mark.model
TEXTS = [
    f"The {it} of {name} is {seen}." for it in ("house", "car") for name in ("Ann", "Bo") for seen in ("red", "blue")
]
PAIRS = [
    Pair("Which is red?", text, "red" in text, (text.index("red"), len(text) - 1) if "red" in text else None)
    for text in TEXTS * 8
]
SCHEDULE = Schedule(epochs=30, rate=1e-2, heads_rate=1e-2, span_weight=0.5, seed=1)


def learner() -> Learner:
    torch.manual_seed(0)
    config = BertConfig(
        hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64, initializer_range=0.2
    )
    bert = BertModel(config, add_pooling_layer=False)
    return Learner(ReaderNetwork(bert, 1), load_tokenizer(find_model().path, 128), 0)


def test_what_pairs_teach_is_learned_by_the_upper_layers_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taught = learner()
    before = {name: it.detach().clone() for name, it in taught.network.named_parameters()}
    train(taught, PAIRS, SCHEDULE, tmp_path / "checkpoint")
    losses = [float(line.split()[-1]) for line in capsys.readouterr().out.splitlines()]
    assert losses[-1] < 0.2
    after = dict(taught.network.named_parameters())
    same = {name for name, it in before.items() if torch.equal(it, after[name])}
    assert same == {name for name in before if "embeddings" in name or "layer.0." in name}


def test_an_interrupted_training_ends_where_an_uninterrupted_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = learner()
    train(whole, PAIRS, SCHEDULE, tmp_path / "whole")
    monkeypatch.setattr(training, "_SAVED", 20)
    kept = training._save

    def save_and_stop(*given: object) -> None:
        kept(*given)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    stopped = learner()
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(training, "_save", save_and_stop)
        train(stopped, PAIRS, SCHEDULE, tmp_path / "parts")
    again = learner()
    train(again, PAIRS, SCHEDULE, tmp_path / "parts")
    assert not (tmp_path / "parts").exists()
    for name, value in whole.network.trained().items():
        np.testing.assert_allclose(again.network.trained()[name], value, atol=1e-5)
