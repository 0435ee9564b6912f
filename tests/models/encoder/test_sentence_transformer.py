"""A model on torch: whole however many threads use it, and refused where it is damaged."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from qa.errors import EncoderUnavailable
from qa.models.encoder.model_folder import find_model
from qa.models.encoder.protocol import Vectors
from qa.models.encoder.sentence_transformer import SentenceTransformerEncoder
from tests.models.encoder.folders import damaged_copy

pytestmark = pytest.mark.model
ENCODER = SentenceTransformerEncoder(find_model())


@pytest.mark.parametrize(
    "encode",
    [ENCODER.encode_question, lambda text: ENCODER.encode_passages([text])],
    ids=["a question", "a passage"],
)
def test_what_one_thread_encodes_is_cut_to_the_window_while_another_counts_tokens(
    encode: Callable[[str], Vectors], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "word " * 2_000
    expected, shared = encode(long), ENCODER._model.tokenizer
    settle, counted = shared.set_truncation_and_padding, list[int]()

    def interrupted(**how: object) -> None:
        settle(**how)
        if not counted:
            counted.append(0)
            counted.append(len(ENCODER.tokens(long)))

    monkeypatch.setattr(shared, "set_truncation_and_padding", interrupted)
    assert np.array_equal(encode(long), expected)
    assert counted == [0, 2_000]


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("modules.json", b"{"),
        ("config.json", b"{"),
        ("tokenizer.json", b"garbage"),
        ("model.safetensors", b"\xff" * 100),
        ("model.safetensors", None),
        ("1_Pooling/config.json", b"{"),
    ],
    ids=["modules", "configuration", "tokenizer", "weights", "no weights", "pooling"],
)
def test_a_model_that_cannot_be_loaded_is_refused_when_first_needed(
    name: str, damage: bytes | None, tmp_path: Path
) -> None:
    damaged = SentenceTransformerEncoder(find_model(str(damaged_copy(tmp_path, name, damage))))
    with pytest.raises(EncoderUnavailable, match="cannot be loaded"):
        damaged.encode_question("Who came?")
