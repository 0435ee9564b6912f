"""What a program chooses for an archive: its encoder, reader, reranker and settings, or what stands for none."""

from pathlib import Path
from typing import TypeVar

from qa.models.encoder.choice import find_encoder
from qa.models.encoder.protocol import Encoder
from qa.models.reader.choice import find_reader
from qa.models.reader.protocol import Reader
from qa.models.reranker import Reranker, find_reranker
from qa.settings import Settings

Model = TypeVar("Model")


def chosen_encoder(chosen: str | Encoder, index: Path) -> Encoder:
    """Return an encoder, found where only its name is given.

    Raises:
        EncoderUnavailable: there is none of that name.
        TypeError: it is neither.
    """
    return find_encoder(chosen, index) if isinstance(chosen, str) else _model("encoder", chosen, "encode_passages")


def chosen_reader(chosen: Reader | None, encoder: Encoder) -> Reader | None:
    """Return a reader: without one that which goes with the encoder.

    Raises:
        TypeError: it is something else.
    """
    return find_reader(encoder.name) if chosen is None else _model("reader", chosen, "read")


def chosen_reranker(chosen: str | Reranker | None) -> Reranker | None:
    """Return a reranker, found where only its name is given.

    Raises:
        RerankerUnavailable: there is none of that name.
        TypeError: it is neither.
    """
    if isinstance(chosen, str):
        return find_reranker(chosen)
    return None if chosen is None else _model("reranker", chosen, "likelihoods")


def chosen_settings(chosen: Settings | None) -> Settings:
    """Return settings, the usual ones where none are chosen.

    Raises:
        TypeError: they are something else.
    """
    if chosen is not None and not isinstance(chosen, Settings):
        raise TypeError(f"settings must be Settings, not {type(chosen).__name__}: write Settings(name=value)")
    return Settings() if chosen is None else chosen


def _model(role: str, given: Model, method: str) -> Model:
    if not hasattr(given, method):
        raise TypeError(f"the {role} is of type {type(given).__name__}, which has no method {method!r}: choose another")
    return given
