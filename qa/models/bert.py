"""Build the layers of BERT (Devlin et al. 2019, NAACL) for OpenVINO, straight from a model's weights.

Converting them would first import torch, which takes many times as long as all of this.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from qa.models.inference import UnusableModel, import_openvino
from qa.models.memory import memory_errors

if TYPE_CHECKING:
    from openvino import Model, Node

Weights = Mapping[str, NDArray[Any]]
_UNSEEN = 1e9
"""Taken off the attention that a place of padding would get."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a model's configuration says of its layers."""

    layers: int
    heads: int
    width: int
    smallest_deviation: float
    """The epsilon of its layer norms."""


@dataclass(frozen=True, slots=True)
class PackedWords:
    """Word vectors in four bits, a scale for each 32 of their numbers (Q4_0 of the GGML project)."""

    halves: NDArray[np.uint8]
    """Shape (words, width / 32, 16): the low half of byte i is number i of the 32, the high half number i + 16."""
    scales: NDArray[np.float16]
    """Shape (words, width / 32, 1)."""


@dataclass(frozen=True, slots=True)
class Bert:
    """A model of this kind: its shape and weights, by the names that `transformers` gives them."""

    shape: Shape
    weights: Weights
    packed_words: PackedWords | None = None
    """The word vectors, where they are not among the weights."""


def read_bert(folder: Path, beginning: str = "") -> Bert:
    """Read a model from its folder, or only the weights whose names begin with a prefix.

    Raises:
        UnusableModel: it cannot be read.
    """
    return Bert(_shape(folder), _weights(folder / "model.safetensors", beginning))


def encoder_model(bert: Bert) -> "Model":
    """Build the network that gives each text the mean of its tokens' last hidden states.

    Inputs: token ids, attention mask and segments, int64 of shape (n, tokens). Output: float32 of shape (n, width).

    Raises:
        UnusableModel: a weight is missing.
    """
    layers = _Layers(bert)
    hidden, ops = layers.hidden, layers.ops
    seen = ops.unsqueeze(layers.seen, layers.whole(2))
    sums = ops.reduce_sum(ops.multiply(hidden, seen), layers.whole(1))
    return layers.model(ops.divide(sums, ops.reduce_sum(seen, layers.whole(1))))


def reader_model(below: Bert, trained: Weights) -> "Model":
    """Build the reader's network on what it has in common with the encoder; `qa.models.reader.network` is it in torch.

    Inputs as above. Outputs: the logit that a pair answers, of shape (n, 1), and where the answer starts and ends, of
    shape (n, tokens, 2).

    Raises:
        UnusableModel: as above, or the trained weights are not those of such a network.
    """
    inside = {name.removeprefix("bert."): it for name, it in trained.items()}
    layers = _Layers(replace(below, weights={**below.weights, **inside}))
    first = layers.ops.gather(layers.hidden, layers.whole(0, scalar=True), layers.whole(1, scalar=True))
    return layers.model(layers.dense(first, "answer"), layers.dense(layers.hidden, "span"))


class _Layers:
    """The layers, from the inputs to the last hidden state."""

    def __init__(self, bert: Bert) -> None:
        openvino = import_openvino()
        import openvino.opset13 as ops

        self.ops, self._openvino, self._shape, self._weights = ops, openvino, bert.shape, bert.weights
        self._packed_words = bert.packed_words
        names = ("input_ids", "attention_mask", "token_type_ids")
        self._inputs = [ops.parameter([-1, -1], np.int64, name) for name in names]
        ids, mask, segments = self._inputs
        self.seen = ops.convert(mask, "f32")
        unseen = ops.multiply(ops.subtract(self.seen, self._number(1)), self._number(_UNSEEN))
        self._attention_mask = ops.unsqueeze(unseen, self.whole(1, 2))
        self.hidden = self._embed(ids, segments)
        for number in range(bert.shape.layers):
            self.hidden = self._layer(self.hidden, f"encoder.layer.{number}")

    def model(self, *outputs: "Node") -> "Model":
        return self._openvino.Model([self.ops.result(it) for it in outputs], self._inputs, "bert")

    def dense(self, value: "Node", name: str) -> "Node":
        product = self.ops.matmul(value, self._weight(f"{name}.weight"), transpose_a=False, transpose_b=True)
        return self.ops.add(product, self._weight(f"{name}.bias"))

    def whole(self, *numbers: int, scalar: bool = False) -> "Node":
        return self.ops.constant(np.array(numbers[0] if scalar else numbers, dtype=np.int64))

    def _embed(self, ids: "Node", segments: "Node") -> "Node":
        ops, none, one = self.ops, self.whole(0, scalar=True), self.whole(1, scalar=True)
        length = ops.gather(ops.shape_of(ids), one, none)
        if self._packed_words is None:
            words = ops.gather(self._weight("embeddings.word_embeddings.weight"), ids, none)
        else:
            words = self._unpack(self._packed_words, ids)
        kinds = ops.gather(self._weight("embeddings.token_type_embeddings.weight"), segments, none)
        counted = ops.range(none, length, one, "i64")
        places = ops.gather(self._weight("embeddings.position_embeddings.weight"), counted, none)
        return self._norm(ops.add(ops.add(words, kinds), places), "embeddings.LayerNorm")

    def _unpack(self, packed: PackedWords, ids: "Node") -> "Node":
        """Return the vectors of words; they are unpacked as they are looked up."""
        ops, none = self.ops, self.whole(0, scalar=True)
        halves, scales = (ops.constant(it, shared_memory=True) for it in (packed.halves, packed.scales))
        both = ops.convert(ops.gather(halves, ids, none), "f32")
        high = ops.floor(ops.multiply(both, self._number(1 / 16)))
        low = ops.subtract(both, ops.multiply(high, self._number(16)))
        whole = ops.subtract(ops.concat([low, high], -1), self._number(8))
        scaled = ops.multiply(whole, ops.convert(ops.gather(scales, ids, none), "f32"))
        return ops.reshape(scaled, self.whole(0, 0, self._shape.width), special_zero=True)

    def _layer(self, hidden: "Node", name: str) -> "Node":
        ops, width = self.ops, self._shape.width
        query, key, value = (self._heads(hidden, f"{name}.attention.self.{it}") for it in ("query", "key", "value"))
        attended = ops.scaled_dot_product_attention(query, key, value, self._attention_mask, causal=False)
        side_by_side = ops.transpose(attended, self.whole(0, 2, 1, 3))
        joined = ops.reshape(side_by_side, self.whole(0, 0, width), special_zero=True)
        projected = self.dense(joined, f"{name}.attention.output.dense")
        hidden = self._norm(ops.add(projected, hidden), f"{name}.attention.output.LayerNorm")
        inner = ops.gelu(self.dense(hidden, f"{name}.intermediate.dense"), "erf")
        return self._norm(ops.add(self.dense(inner, f"{name}.output.dense"), hidden), f"{name}.output.LayerNorm")

    def _heads(self, hidden: "Node", name: str) -> "Node":
        heads = self._shape.heads
        parted = self.whole(0, 0, heads, self._shape.width // heads)
        return self.ops.transpose(
            self.ops.reshape(self.dense(hidden, name), parted, special_zero=True), self.whole(0, 2, 1, 3)
        )

    def _norm(self, value: "Node", name: str) -> "Node":
        even = self.ops.mvn(value, self.whole(-1), True, self._shape.smallest_deviation, "inside_sqrt")
        scaled = self.ops.multiply(even, self._weight(f"{name}.weight"))
        return self.ops.add(scaled, self._weight(f"{name}.bias"))

    def _weight(self, name: str) -> "Node":
        if name not in self._weights:
            raise UnusableModel(f"there is no {name}")
        return self.ops.constant(self._weights[name], shared_memory=True)

    def _number(self, number: float) -> "Node":
        return self.ops.constant(np.float32(number))


def _shape(folder: Path) -> Shape:
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        return Shape(
            layers=int(config["num_hidden_layers"]),
            heads=int(config["num_attention_heads"]),
            width=int(config["hidden_size"]),
            smallest_deviation=float(config["layer_norm_eps"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnusableModel(f"its config.json cannot be used ({error})") from error


def _weights(path: Path, beginning: str) -> Weights:
    try:
        with memory_errors(), safe_open(path, "np") as file:
            return {name: file.get_tensor(name) for name in file.keys() if name.startswith(beginning)}  # noqa: SIM118
    except (OSError, SafetensorError) as error:
        raise UnusableModel(str(error)) from error
