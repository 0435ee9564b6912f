"""The encoders that a reader is trained on: their layers in torch, their tokenizers, and where the weights go."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

import torch
from transformers import BertConfig, BertModel

from benchmarks.quality.fit.out_of_fold_reader import OUT_OF_FOLD
from benchmarks.reader.training import Learner
from qa.models.batches import load_tokenizer
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.model_folder import find_model
from qa.models.encoder.protocol import Encoder
from qa.models.languages import LANGUAGES
from qa.models.multilingual.data_file import Multilingual, find_data_file, read_data_file, unpacked
from qa.models.multilingual.encoder import find_multilingual_encoder
from qa.models.multilingual.tokenizer import make_tokenizer
from qa.models.reader.choice import ENGLISH_WEIGHTS, english_reader
from qa.models.reader.network import ReaderNetwork, read_layers
from qa.models.reader.running import load_network_over
from qa.models.reader.trained_reader import MOST_TOKENS, LoadedReader, TrainedReader

_MULTILINGUAL_WEIGHTS = ENGLISH_WEIGHTS.with_name("multilingual.safetensors")
"""None are shipped: no such reader has been worth it yet (benchmarks/quality/README.md, Other languages)."""
_WORDS = "embeddings.word_embeddings.weight"
_UNTRAINED = 6
"""The lower half of twelve layers stays as it is: what languages have in common lies there."""


@dataclass(frozen=True, slots=True)
class Base:
    """An encoder that a reader is trained on."""

    learner: Callable[[], Learner]
    reader: Callable[[Path], TrainedReader]
    """The reader that some weights give."""
    encoder: Callable[[], Encoder]
    weights: Path
    """Where they go; those of the English reader are shipped."""
    out_of_fold: Path


def _english() -> Learner:
    folder = find_model().path
    return Learner(ReaderNetwork(read_layers(folder)), load_tokenizer(folder, MOST_TOKENS), 0)


def _multilingual() -> Learner:
    model = read_data_file(find_data_file())
    network = ReaderNetwork(multilingual_layers(model), _UNTRAINED)
    return Learner(network, make_tokenizer(model, MOST_TOKENS), model.special.padding)


def _multilingual_reader(weights: Path) -> TrainedReader:
    """Return the reader that some weights give over the layers of the multilingual encoder."""
    return TrainedReader(partial(_load_multilingual, find_data_file(), weights), LANGUAGES)


def _load_multilingual(path: Path, weights: Path) -> LoadedReader:
    model = read_data_file(path)
    network = load_network_over(model.bert, weights)
    return LoadedReader(network, make_tokenizer(model, MOST_TOKENS), model.special.padding)


def multilingual_layers(model: Multilingual) -> BertModel:
    """Return the layers of the multilingual encoder in torch."""
    bert = model.bert
    weights = {**bert.weights, _WORDS: unpacked(model.words)}
    config = BertConfig(
        vocab_size=len(weights[_WORDS]),
        hidden_size=bert.shape.width,
        num_hidden_layers=bert.shape.layers,
        num_attention_heads=bert.shape.heads,
        intermediate_size=len(weights["encoder.layer.0.intermediate.dense.bias"]),
        max_position_embeddings=len(weights["embeddings.position_embeddings.weight"]),
        type_vocab_size=len(weights["embeddings.token_type_embeddings.weight"]),
        layer_norm_eps=bert.shape.smallest_deviation,
        attention_probs_dropout_prob=0.0,  # with any, attention takes several times as long on a processor
    )
    layers = BertModel(config, add_pooling_layer=False)
    layers.load_state_dict({name: torch.from_numpy(it.copy()) for name, it in weights.items()})
    return layers


BASES: Mapping[str, Base] = MappingProxyType(
    {
        "english": Base(_english, english_reader, find_encoder, ENGLISH_WEIGHTS, OUT_OF_FOLD),
        "multilingual": Base(
            _multilingual,
            _multilingual_reader,
            find_multilingual_encoder,
            _MULTILINGUAL_WEIGHTS,
            OUT_OF_FOLD.with_name("out_of_fold_multilingual.json"),
        ),
    }
)
