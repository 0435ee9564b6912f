"""Encode many passages on a graphics card, and all else on the processor, which needs no seconds to begin."""

from collections.abc import Sequence
from functools import cached_property

from qa.models.encoder.openvino_encoder import OpenVinoEncoder
from qa.models.encoder.protocol import Token, Vectors
from qa.models.encoder.sentence_transformer import SentenceTransformerEncoder

_MANY = 64


class EncoderWithCard:
    """An Encoder over two that run the same model."""

    def __init__(self, on_processor: OpenVinoEncoder, on_torch: SentenceTransformerEncoder) -> None:
        self._on_processor, self._on_torch = on_processor, on_torch

    @property
    def name(self) -> str:
        """Return the name that finds the same model again."""
        return self._on_processor.name

    @property
    def fingerprint(self) -> str:
        """Return the hash of the model\'s files."""
        return self._on_processor.fingerprint

    @property
    def max_tokens(self) -> int:
        """Return the model\'s window less its special tokens and its prompt for passages."""
        return self._on_processor.max_tokens

    def tokens(self, text: str) -> Sequence[Token]:
        """Return the spans of the model\'s tokens in a text, however long it is."""
        return self._on_processor.tokens(text)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages, many of them on the card if torch can compute on it."""
        if len(texts) >= _MANY and self._card:
            return self._on_torch.encode_passages(texts)
        return self._on_processor.encode_passages(texts)

    def encode_question(self, text: str) -> Vectors:
        """Encode one question on the processor."""
        return self._on_processor.encode_question(text)

    @cached_property
    def _card(self) -> bool:
        import torch

        return bool(torch.cuda.is_available())
