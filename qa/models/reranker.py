"""Rerank with a cross-encoder, which reads a question and a passage together; there is none by default."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from qa.errors import RerankerUnavailable
from qa.models.memory import memory_errors
from qa.models.model_hub import fetch

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

_BATCH = 16

Likelihoods = NDArray[np.float32]
"""Shape (n,), each from 0 to 1."""


class Reranker(Protocol):
    """Scores how well texts answer a question, each read together with it."""

    @property
    def name(self) -> str:
        """Return the name that finds the same reranker again."""
        ...

    def likelihoods(self, question: str, texts: Sequence[str]) -> Likelihoods:
        """Score each text from 0 to 1; the other texts make no difference. Shape (n,)."""
        ...


class CrossEncoderReranker:
    """A Reranker over the folder of a Sentence Transformers model, loaded when first needed."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._folder = folder
        self._loading = Lock()

    def likelihoods(self, question: str, texts: Sequence[str]) -> Likelihoods:
        """Score each text; one too long for the model is cut off at its end. Shape (n,)."""
        from torch.nn import Sigmoid

        if not texts:
            return np.empty(0, dtype=np.float32)
        pairs = [(question, text) for text in texts]
        scores = self._model.predict(pairs, batch_size=_BATCH, show_progress_bar=False, activation_fn=Sigmoid())
        return np.asarray(scores, dtype=np.float32)

    @property
    def _model(self) -> "CrossEncoder":
        with self._loading:
            return self._loaded

    @cached_property
    def _loaded(self) -> "CrossEncoder":
        from safetensors import SafetensorError
        from sentence_transformers import CrossEncoder
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            with memory_errors():
                model: CrossEncoder = CrossEncoder(str(self._folder), local_files_only=True)
        except (OSError, ValueError, KeyError, ImportError, SafetensorError) as error:
            raise RerankerUnavailable(
                f"the reranker in {self._folder} cannot be loaded ({' '.join(str(error).split())}): fetch it again, or "
                "choose another with --reranker"
            ) from error
        if model.num_labels != 1:
            raise RerankerUnavailable(
                f"{self.name} gives {model.num_labels} scores for a question and a text, and one is needed: choose a "
                "cross-encoder made for ranking"
            )
        return model


def find_reranker(name: str) -> CrossEncoderReranker:
    """Find a cross-encoder by folder or hub name, without loading it; only a hub name may use the network.

    Raises:
        RerankerUnavailable: there is none.
    """
    folder = Path(name).expanduser()
    if not folder.is_dir():
        try:
            folder = fetch(name)
        except FileNotFoundError as error:
            raise RerankerUnavailable(f"no reranker {name!r}: {error}") from error
    if not (folder / "config.json").is_file():
        raise RerankerUnavailable(f"{folder} holds no cross-encoder (no config.json): name another folder")
    return CrossEncoderReranker(name, folder)
