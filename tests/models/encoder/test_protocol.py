import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from qa.errors import EncoderUnavailable
from qa.models.encoder.protocol import Vectors, unit_length

VECTORS = hnp.arrays(
    np.float32,
    hnp.array_shapes(min_dims=1, max_dims=2, min_side=1, max_side=9),
    elements=st.floats(-1e6, 1e6, width=32).filter(lambda it: it == 0 or abs(it) > 1e-3),
)


@given(VECTORS)
def test_vectors_become_of_length_one_and_zero_stays_zero(vectors: Vectors) -> None:
    lengths = np.linalg.norm(unit_length(vectors), axis=-1)
    assert np.allclose(lengths, (np.abs(vectors).max(axis=-1) > 0).astype(np.float32), atol=1e-5)


@given(VECTORS)
def test_a_vector_keeps_its_direction_shape_and_precision(vectors: Vectors) -> None:
    scaled = unit_length(vectors)
    assert (scaled.shape, scaled.dtype.name) == (vectors.shape, "float32")
    back = scaled * np.linalg.norm(vectors, axis=-1, keepdims=True)
    assert np.allclose(back, vectors, rtol=1e-4, atol=np.abs(vectors).max() * 1e-5)


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_a_vector_that_is_no_number_is_refused(number: float) -> None:
    with pytest.raises(EncoderUnavailable, match="not a number"):
        unit_length(np.array([[1, 2], [3, number]], dtype=np.float32))
