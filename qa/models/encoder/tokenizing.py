"""Load the tokenizer of a model's folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from qa.models.inference import UnusableModel

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def load_tokenizer(folder: Path, window: int) -> "Tokenizer":
    """Load a tokenizer that cuts off what stands beyond the window.

    Raises:
        UnusableModel: the file cannot be read as one.
    """
    from tokenizers import Tokenizer

    try:
        tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # it raises nothing narrower
        raise UnusableModel(f"its tokenizer.json cannot be read ({error})") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(window)
    return tokenizer
