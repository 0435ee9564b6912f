"""Cosines of any encoder come to one scale: a line that is measured, and leaves those of the English encoder alone."""

from collections.abc import Sequence

import numpy as np
import pytest

from qa.models.encoder.choice import find_encoder
from qa.models.encoder.protocol import Encoder, Vectors
from qa.models.encoder.scale import MEANINGLESS, UNSCALED, Scales, measure_ends, measure_scales
from tests.support.compressed_encoder import CompressedEncoder
from tests.support.hand_encoder import HandEncoder

pytestmark = pytest.mark.model


class BlindEncoder(HandEncoder):
    """Gives every text the same vector."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return np.full((len(texts), 4), 0.5, dtype=np.float32)

    def encode_question(self, text: str) -> Vectors:
        return np.full(4, 0.5, dtype=np.float32)


def test_the_scale_is_that_of_the_english_encoder_which_reads_no_other_language() -> None:
    assert measure_scales(find_encoder()) == Scales(UNSCALED, MEANINGLESS)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.75])
def test_cosines_that_lie_close_together_are_brought_apart(share: float) -> None:
    encoder = CompressedEncoder(find_encoder(), share)
    found, (ends, _), (usual, _) = measure_scales(encoder).within, measure_ends(encoder), measure_ends(find_encoder())
    assert (found.of(ends.matched), found.of(ends.others)) == pytest.approx((usual.matched, usual.others), abs=0.02)


def test_the_multilingual_encoder_is_brought_to_that_scale() -> None:
    encoder, (usual, _) = find_encoder("multilingual"), measure_ends(find_encoder())
    scales, (within, across) = measure_scales(encoder), measure_ends(encoder)
    assert scales.within.slope == scales.across.slope > 3
    found = scales.within.of(within.matched), scales.within.of(within.others)
    assert found == pytest.approx((usual.matched, usual.others), abs=0.02)
    assert scales.across.of(across.others) == pytest.approx(usual.others, abs=0.02)
    assert usual.others + 0.3 < scales.across.of(across.matched) < usual.matched


@pytest.mark.parametrize("encoder", [BlindEncoder(), HandEncoder()], ids=["blind", "hand"])
def test_the_scale_of_an_encoder_that_tells_no_answer_from_another_is_left_as_it_is(encoder: Encoder) -> None:
    assert measure_scales(encoder) == Scales(UNSCALED, MEANINGLESS)
