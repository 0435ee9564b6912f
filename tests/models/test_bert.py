"""The layers put together for OpenVINO are those of torch, number for number in float32."""

from pathlib import Path

import numpy as np
import pytest

from qa.models import inference
from qa.models.bert import encoder_model, read_bert, reader_model
from qa.models.encoder.model_folder import find_model
from qa.models.inference import Network, UnusableModel
from qa.models.reader.choice import ENGLISH_WEIGHTS
from qa.models.reader.weights import load_weights

pytestmark = pytest.mark.model
IDS = np.array([[101, 2040, 2234, 102, 0, 0], [101, 1996, 3675, 2003, 2146, 102]])
SEEN = np.array([[1, 1, 1, 1, 0, 0], [1] * 6])
SEGMENTS = np.array([[0, 0, 1, 1, 0, 0], [0, 0, 0, 1, 1, 1]])


@pytest.fixture(autouse=True)
def in_float32(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inference, "fast_bfloat16", lambda: False)


def test_the_encoder_gives_the_mean_of_the_last_hidden_states_of_torch() -> None:
    import torch
    from transformers import AutoModel

    original = AutoModel.from_pretrained(find_model().path)
    with torch.inference_mode():
        hidden = original(*map(torch.from_numpy, (IDS, SEEN, SEGMENTS))).last_hidden_state.numpy()
    expected = (hidden * SEEN[..., None]).sum(axis=1) / SEEN.sum(axis=1, keepdims=True)
    (found,) = Network(encoder_model(read_bert(find_model().path))).run(IDS, SEEN, SEGMENTS)
    assert found == pytest.approx(expected, abs=1e-4)


def test_the_reader_gives_the_logits_of_its_network_in_torch() -> None:
    import torch

    from qa.models.reader.network import ReaderNetwork, read_layers

    weights, original = load_weights(ENGLISH_WEIGHTS), ReaderNetwork(read_layers(find_model().path)).eval()
    original.load_state_dict({name: torch.from_numpy(it) for name, it in weights.items()}, strict=False)
    with torch.inference_mode():
        expected = original(*map(torch.from_numpy, (IDS, SEEN, SEGMENTS)))
    answers, spans = Network(reader_model(read_bert(find_model().path, "embeddings."), weights)).run(
        IDS, SEEN, SEGMENTS
    )
    assert answers[:, 0] == pytest.approx(expected.answers.numpy(), abs=1e-3)
    inside = (SEGMENTS == 1) & (SEEN == 1)
    assert spans[inside, 0] == pytest.approx(expected.starts.numpy()[inside], abs=1e-3)
    assert spans[inside, 1] == pytest.approx(expected.ends.numpy()[inside], abs=1e-3)


def test_a_folder_without_weights_or_layers_that_we_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableModel):
        read_bert(tmp_path)
    (tmp_path / "config.json").write_text("[]")
    (tmp_path / "model.safetensors").symlink_to(find_model().path / "model.safetensors")
    with pytest.raises(UnusableModel, match=r"config\.json"):
        read_bert(tmp_path)
    (tmp_path / "config.json").unlink()
    (tmp_path / "config.json").symlink_to(find_model().path / "config.json")
    weights = load_weights(ENGLISH_WEIGHTS)
    del weights["span.bias"]
    with pytest.raises(UnusableModel, match=r"span\.bias"):
        reader_model(read_bert(tmp_path, "embeddings."), weights)
