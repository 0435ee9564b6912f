"""Find the multilingual encoder, and load it straight into our own layers: no torch, no converted copy on disk."""

from functools import partial
from pathlib import Path

from qa.errors import EncoderUnavailable
from qa.models.bert import encoder_model
from qa.models.encoder.model_folder import ModelFolder
from qa.models.encoder.openvino_encoder import LoadedEncoder, OpenVinoEncoder, Recipe
from qa.models.inference import Network, UnusableModel, have_openvino
from qa.models.languages import MULTILINGUAL_ENCODER
from qa.models.multilingual.data_file import check_data_file, find_data_file, is_installed, read_data_file
from qa.models.multilingual.tokenizer import make_tokenizer

_WINDOW = 256
"""As many as the English model reads, so that passages are as long."""


def have_multilingual() -> bool:
    """Return whether the multilingual model is installed, and OpenVINO to run it."""
    return have_openvino() and is_installed()


def find_multilingual_encoder() -> OpenVinoEncoder:
    """Find the multilingual encoder, without loading it.

    Raises:
        EncoderUnavailable: its package is not installed or damaged, or there is no OpenVINO to run it.
    """
    path = find_data_file()
    if not have_openvino():
        raise EncoderUnavailable(
            "the multilingual model needs OpenVINO, which is not installed: run `pip install openvino`, or build an "
            "English archive with --encoder english"
        )
    model = ModelFolder(MULTILINGUAL_ENCODER, path.parent, check_data_file(path))
    return OpenVinoEncoder(model, partial(_load, path))


def _load(path: Path) -> LoadedEncoder:
    model = read_data_file(path)
    recipe = Recipe(_WINDOW, "query: ", "passage: ", padding=model.special.padding)
    try:
        return LoadedEncoder(Network(encoder_model(model.bert)), make_tokenizer(model, _WINDOW), recipe)
    except UnusableModel as error:
        raise EncoderUnavailable(f"the multilingual model in {path} cannot be loaded ({error})") from error
