"""The network of the reader: the layers of an encoder, trained to read a question and a passage as one text.

The embeddings, and layers that are not trained, are the encoder's own and stay as they are. Two heads stand on the last
layer: whether the passage answers, from the first token, and where the answer starts and ends, from those of the
passage (Devlin et al. 2019, NAACL, section 4.3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

_NOWHERE = -1e4


@dataclass(frozen=True, slots=True)
class TorchOutput:
    """What the network says of some pairs."""

    answers: Tensor
    """Shape (n,): the logit that the passage answers."""
    starts: Tensor
    """Shape (n, tokens): the logit that the answer starts there; very low outside the passage."""
    ends: Tensor


class ReaderNetwork(nn.Module):
    """A question and a passage in, see `TorchOutput` out."""

    def __init__(self, bert: BertModel, untrained: int = 0) -> None:
        """Build the heads on an encoder whose first layers are not trained."""
        super().__init__()
        self.bert = bert
        self._untrained = (bert.embeddings, *bert.encoder.layer[:untrained])
        for part in self._untrained:
            part.requires_grad_(requires_grad=False)
        width = int(bert.config.hidden_size)
        self.answer = nn.Linear(width, 1)
        self.span = nn.Linear(width, 2)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> TorchOutput:
        """Read pairs: token ids, mask and segments of shape (n, tokens), the passage being segment 1."""
        return self.above(self.below(input_ids, attention_mask, token_type_ids), attention_mask, token_type_ids)

    def below(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """Return what the untrained parts make of pairs, of shape (n, tokens, width)."""
        hidden: Tensor = self.bert.embeddings(input_ids=input_ids, token_type_ids=token_type_ids)
        return self._through(self._untrained[1:], hidden, attention_mask)

    def above(self, below: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> TorchOutput:
        """Read pairs from what the untrained parts made of them."""
        hidden = self._through(self.bert.encoder.layer[len(self._untrained) - 1 :], below, attention_mask)
        outside = (token_type_ids != 1) | (attention_mask == 0)
        spans = self.span(hidden).float().masked_fill(outside[..., None], _NOWHERE)
        return TorchOutput(self.answer(hidden[:, 0]).float()[:, 0], spans[..., 0], spans[..., 1])

    @staticmethod
    def _through(layers: Iterable[nn.Module], hidden: Tensor, attention_mask: Tensor) -> Tensor:
        seen = attention_mask[:, None, None, :].bool()
        for layer in layers:
            made = layer(hidden, attention_mask=seen)
            hidden = made[0] if isinstance(made, tuple) else made  # a tuple before transformers 5
        return hidden

    def train(self, mode: bool = True) -> Self:
        """Set whether parts are left out by chance while training; those that are not trained never are."""
        super().train(mode)
        for part in self._untrained:
            part.eval()
        return self

    def trained(self) -> dict[str, NDArray[np.float32]]:
        """Return the parameters that training changes, by name."""
        return {name: it.detach().numpy() for name, it in self.named_parameters() if it.requires_grad}


def read_layers(folder: Path) -> BertModel:
    """Read the layers of an encoder from its folder."""
    bert = BertModel(BertConfig.from_pretrained(folder, attn_implementation="sdpa"), add_pooling_layer=False)
    bert.load_state_dict(load_file(folder / "model.safetensors"), strict=False)  # it holds a pooler besides
    return bert
