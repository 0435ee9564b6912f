"""Cosines of any encoder come to one scale: a line that is measured, and leaves those of the English encoder alone."""

from collections.abc import Sequence

import numpy as np
import pytest

from qa.models.encoder.choice import find_encoder
from qa.models.encoder.protocol import Encoder, Vectors
from qa.models.encoder.scale import UNSCALED, Scale, measure_scale, probe
from tests.support.compressed_encoder import CompressedEncoder
from tests.support.hand_encoder import HandEncoder

pytestmark = pytest.mark.model


class BlindEncoder(HandEncoder):
    """Gives every text the same vector."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return np.full((len(texts), 4), 0.5, dtype=np.float32)

    def encode_question(self, text: str) -> Vectors:
        return np.full(4, 0.5, dtype=np.float32)


def test_the_scale_is_that_of_the_english_encoder() -> None:
    assert measure_scale(find_encoder()) == Scale(1.0, 0.0) == UNSCALED


@pytest.mark.parametrize("share", [0.2, 0.5, 0.75])
def test_cosines_that_lie_close_together_are_brought_apart(share: float) -> None:
    encoder = CompressedEncoder(find_encoder(), share)
    found = measure_scale(encoder)
    matched, others = probe(encoder)
    assert (found.of(matched), found.of(others)) == pytest.approx(probe(find_encoder()), abs=0.02)


def test_the_multilingual_encoder_is_brought_to_that_scale() -> None:
    encoder = find_encoder("multilingual")
    found = measure_scale(encoder)
    assert found.slope > 3
    assert [found.of(it) for it in probe(encoder)] == pytest.approx(probe(find_encoder()), abs=0.02)


@pytest.mark.parametrize("encoder", [BlindEncoder(), HandEncoder()], ids=["blind", "hand"])
def test_the_scale_of_an_encoder_that_tells_no_answer_from_another_is_left_as_it_is(encoder: Encoder) -> None:
    assert measure_scale(encoder) == UNSCALED
