"""Encode with Sentence Transformers itself: where OpenVINO cannot, and on a graphics card.

The model is loaded when first needed: opening an archive needs its name and fingerprint only.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from qa.errors import EncoderUnavailable
from qa.models.encoder.model_folder import ModelFolder
from qa.models.encoder.protocol import Token, Vectors, unit_length
from qa.models.memory import memory_errors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

_BATCH = 32
_FEW_SHAPES = {"text": {"pad_to_multiple_of": 16}}
"""Batches of every length in turn leave the memory allocator in pieces: 2.4 GB after 10,000 passages."""
_WINDOW_IF_NOT_STATED = 512


@dataclass(frozen=True, slots=True)
class _LoadedModel:
    """A model, and a tokenizer of its own for counting."""

    model: "SentenceTransformer"
    cutter: "Tokenizer"
    """Never truncates. The model's own is set before each use, which another thread would notice."""


class SentenceTransformerEncoder:
    """An Encoder over a model folder, with the model's own prompts for passages and questions."""

    def __init__(self, folder: ModelFolder) -> None:
        self._folder = folder
        self._loading = Lock()

    @property
    def name(self) -> str:
        """Return the name that finds the same model again."""
        return self._folder.name

    @property
    def fingerprint(self) -> str:
        """Return the hash of the model's files."""
        return self._folder.fingerprint

    @cached_property
    def max_tokens(self) -> int:
        """Return the model's window less its special tokens and its prompt for passages."""
        model, tokenizer = self._model, self._model.tokenizer
        window = model.max_seq_length or min(tokenizer.model_max_length, _WINDOW_IF_NOT_STATED)
        prompt = (model.prompts or {}).get("document") or ""
        return int(window) - int(tokenizer.num_special_tokens_to_add()) - len(self.tokens(prompt))

    def tokens(self, text: str) -> Sequence[Token]:
        """Return the spans of the model's tokens in a text, however long it is."""
        cut = self._now_loaded.cutter.encode(text, add_special_tokens=False)
        return [Token(start, end) for start, end in cut.offsets]

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages, shape (n, d): in half precision on a graphics card, in float32 elsewhere."""
        vectors = self._model.encode_document(
            list(texts), batch_size=_BATCH, show_progress_bar=False, processing_kwargs=_FEW_SHAPES
        )
        return unit_length(np.asarray(vectors, dtype=np.float32))

    def encode_question(self, text: str) -> Vectors:
        """Encode one question, shape (d,), in the same precision."""
        vector = self._model.encode_query(text, show_progress_bar=False)
        return unit_length(np.asarray(vector, dtype=np.float32))

    @property
    def _model(self) -> "SentenceTransformer":
        return self._now_loaded.model

    @property
    def _now_loaded(self) -> _LoadedModel:
        with self._loading:
            return self._loaded

    @cached_property
    def _loaded(self) -> _LoadedModel:
        import torch
        from safetensors import SafetensorError
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            with memory_errors():
                model = SentenceTransformer(str(self._folder.path), local_files_only=True)
            model = model.half() if torch.cuda.is_available() else model
        except (OSError, ValueError, KeyError, ImportError, SafetensorError) as error:
            raise EncoderUnavailable(
                f"the model in {self._folder.path} cannot be loaded ({' '.join(str(error).split())}): fetch it "
                "again, or choose another with --encoder"
            ) from error
        if not model.tokenizer.is_fast:
            raise EncoderUnavailable(f"{self.name} has no fast tokenizer, which splitting needs: choose another")
        cutter: Tokenizer = deepcopy(model.tokenizer.backend_tokenizer)
        cutter.no_truncation()
        cutter.no_padding()
        return _LoadedModel(model, cutter)
