"""Find the reader that goes with an encoder."""

from functools import partial
from pathlib import Path

from qa.errors import ReaderUnavailable
from qa.models.batches import load_tokenizer
from qa.models.encoder.model_folder import default_folder
from qa.models.inference import UnusableModel
from qa.models.languages import DEFAULT_ENCODER, LANGUAGES, MULTILINGUAL_ENCODER
from qa.models.multilingual.data_file import find_data_file, read_data_file
from qa.models.multilingual.tokenizer import make_tokenizer
from qa.models.reader.protocol import Reader
from qa.models.reader.running import load_network, load_network_over
from qa.models.reader.trained_reader import MOST_TOKENS, LoadedReader, TrainedReader

ENGLISH_WEIGHTS = Path(__file__).with_name("english.safetensors")
MULTILINGUAL_WEIGHTS = Path(__file__).with_name("multilingual.safetensors")


def find_reader(encoder_name: str) -> Reader | None:
    """Return the English reader for our own encoders, not yet loaded; others, of which less is known, have none."""
    return english_reader() if encoder_name in {DEFAULT_ENCODER, MULTILINGUAL_ENCODER} else None


def english_reader(weights: Path = ENGLISH_WEIGHTS, folder: Path | None = None) -> TrainedReader:
    """Return the reader over the layers of the English encoder."""
    return TrainedReader(partial(_load_english, folder or default_folder(), weights), frozenset({"en"}))


def multilingual_reader(weights: Path = MULTILINGUAL_WEIGHTS) -> TrainedReader:
    """Return the reader over the layers of the multilingual encoder."""
    return TrainedReader(partial(_load_multilingual, find_data_file(), weights), LANGUAGES)


def _load_english(folder: Path, weights: Path) -> LoadedReader:
    try:
        return LoadedReader(load_network(folder, weights), load_tokenizer(folder, MOST_TOKENS))
    except UnusableModel as error:
        raise _unavailable(weights, folder, error) from error


def _load_multilingual(path: Path, weights: Path) -> LoadedReader:
    model = read_data_file(path)
    try:
        network = load_network_over(model.bert, weights)
    except UnusableModel as error:
        raise _unavailable(weights, path, error) from error
    return LoadedReader(network, make_tokenizer(model, MOST_TOKENS), model.special.padding)


def _unavailable(weights: Path, encoder: Path, error: UnusableModel) -> ReaderUnavailable:
    return ReaderUnavailable(
        f"the reader cannot be loaded from {weights} and {encoder} ({' '.join(str(error).split())}): reinstall the "
        "package, or ask without the reader, by --fast"
    )
