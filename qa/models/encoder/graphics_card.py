"""Encode many passages on a graphics card, and all else on the processor, which needs no seconds to begin."""

from collections.abc import Callable, Sequence
from functools import cached_property

from qa.models.encoder.model_folder import ModelFolder
from qa.models.encoder.openvino_encoder import LoadedEncoder, OpenVinoEncoder
from qa.models.encoder.protocol import Vectors
from qa.models.encoder.sentence_transformer import SentenceTransformerEncoder

_MANY = 64


class GraphicsCardEncoder(OpenVinoEncoder):
    """An Encoder that hands many passages to torch, if that can compute on the card."""

    def __init__(self, model: ModelFolder, load: Callable[[], LoadedEncoder]) -> None:
        super().__init__(model, load)
        self._on_torch = SentenceTransformerEncoder(model)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages; shape (n, d)."""
        on_card = len(texts) >= _MANY and self._card
        return self._on_torch.encode_passages(texts) if on_card else super().encode_passages(texts)

    @cached_property
    def _card(self) -> bool:
        import torch

        return bool(torch.cuda.is_available())
