"""The network reads a question and a passage, and points only into the passage."""

import pytest
import torch
from transformers import AutoTokenizer

from qa.models.encoder.model_folder import find_model
from qa.models.reader.network import ReaderNetwork, read_layers

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def network() -> ReaderNetwork:
    torch.manual_seed(0)
    return ReaderNetwork(read_layers(find_model().path)).eval()


def test_it_gives_a_logit_for_each_pair_and_points_only_into_the_passage(network: ReaderNetwork) -> None:
    tokenizer = AutoTokenizer.from_pretrained(find_model().path)
    questions, texts = ["Who came?", "How long is it?"], ["Nobody came.", "The border follows the river for 300 miles."]
    inputs = tokenizer(questions, texts, padding=True, return_tensors="pt", return_token_type_ids=True)
    with torch.inference_mode():
        read = network(**inputs)
    outside = (inputs["token_type_ids"] == 0) | (inputs["attention_mask"] == 0)
    assert read.answers.shape == (2,)
    for logits in (read.starts, read.ends):
        assert logits.shape == inputs["input_ids"].shape
        assert bool((logits[outside] < -1000).all())
        assert bool((logits[~outside] > -1000).all())


def test_what_training_changes_is_all_but_the_embeddings(network: ReaderNetwork) -> None:
    changed = {name for name, value in network.named_parameters() if value.requires_grad}
    assert changed == set(network.trained())
    assert not any("embeddings" in name for name in changed)
    assert sum(value.size for value in network.trained().values()) < 11_000_000


@pytest.mark.parametrize("untrained", [0, 4])
def test_reading_in_two_halves_gives_what_the_encoder_s_own_layers_give(untrained: int) -> None:
    torch.manual_seed(0)
    network = ReaderNetwork(read_layers(find_model().path), untrained).eval()
    tokenizer = AutoTokenizer.from_pretrained(find_model().path)
    pairs = ["Who came?", "Where does it run?"], ["Nobody.", "The border follows the river for 300 miles."]
    inputs = tokenizer(*pairs, padding=True, return_tensors="pt", return_token_type_ids=True)
    with torch.inference_mode():
        whole = network.bert(**inputs).last_hidden_state[:, 0]
        assert torch.allclose(network(**inputs).answers, network.answer(whole)[:, 0], atol=1e-5)


def test_the_layers_below_stay_as_they_are_in_training() -> None:
    network = ReaderNetwork(read_layers(find_model().path), untrained=4).train()
    assert {name.split(".")[3] for name in network.trained() if "layer" in name} == {"4", "5"}
    inputs = torch.randint(1000, 2000, (2, 9)), torch.ones(2, 9, dtype=torch.long), torch.zeros(2, 9, dtype=torch.long)
    assert torch.equal(network.below(*inputs), network.below(*inputs))  # nothing is left out by chance
