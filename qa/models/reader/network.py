"""The network of the reader: the layers of all-MiniLM-L6-v2, trained to read a question and a passage as one text.

The embeddings are the encoder's own and stay as they are. Two heads stand on the last layer: whether the passage
answers, from the first token, and where the answer starts and ends, from those of the passage (Devlin et al. 2019,
NAACL, section 4.3).
"""

from dataclasses import dataclass
from pathlib import Path

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

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(folder, attn_implementation="sdpa")
        self.bert = BertModel(config, add_pooling_layer=False)
        self.bert.load_state_dict(load_file(folder / "model.safetensors"), strict=False)  # it holds a pooler besides
        self.bert.embeddings.requires_grad_(requires_grad=False)
        width = int(config.hidden_size)
        self.answer = nn.Linear(width, 1)
        self.span = nn.Linear(width, 2)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> TorchOutput:
        """Read pairs: token ids, mask and segments of shape (n, tokens), the passage being segment 1."""
        hidden = self.bert(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        outside = (token_type_ids != 1) | (attention_mask == 0)
        spans = self.span(hidden).float().masked_fill(outside[..., None], _NOWHERE)
        return TorchOutput(self.answer(hidden[:, 0]).float()[:, 0], spans[..., 0], spans[..., 1])

    def trained(self) -> dict[str, NDArray[np.float32]]:
        """Return the parameters that training changes, by name."""
        whole = self.state_dict()
        return {name: value.numpy() for name, value in whole.items() if not name.startswith("bert.embeddings")}
