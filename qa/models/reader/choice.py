"""Find the reader that goes with an encoder."""

from functools import partial
from pathlib import Path

from qa.errors import ReaderUnavailable
from qa.models.batches import load_tokenizer
from qa.models.encoder.model_folder import default_folder
from qa.models.inference import UnusableModel
from qa.models.languages import DEFAULT_ENCODER, MULTILINGUAL_ENCODER
from qa.models.reader.protocol import Reader
from qa.models.reader.running import load_network
from qa.models.reader.trained_reader import MOST_TOKENS, LoadedReader, TrainedReader

ENGLISH_WEIGHTS = Path(__file__).with_name("english.safetensors")


def find_reader(encoder_name: str) -> Reader | None:
    """Return the English reader for our own encoders, not yet loaded; others, of which less is known, have none."""
    return english_reader() if encoder_name in {DEFAULT_ENCODER, MULTILINGUAL_ENCODER} else None


def english_reader(weights: Path = ENGLISH_WEIGHTS, folder: Path | None = None) -> TrainedReader:
    """Return the reader over the layers of the English encoder."""
    return TrainedReader(partial(_load_english, folder or default_folder(), weights), frozenset({"en"}))


def _load_english(folder: Path, weights: Path) -> LoadedReader:
    try:
        return LoadedReader(load_network(folder, weights), load_tokenizer(folder, MOST_TOKENS))
    except UnusableModel as error:
        raise ReaderUnavailable(
            f"the reader cannot be loaded from {weights} and {folder} ({' '.join(str(error).split())}): reinstall the "
            "package, or ask without the reader, by --fast"
        ) from error
