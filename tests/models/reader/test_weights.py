"""Weights survive being kept small."""

from pathlib import Path

import numpy as np
import pytest

from qa.models.reader.weights import load_weights, save_weights

CHANCE = np.random.default_rng(0)


def test_a_matrix_comes_back_within_half_a_step_of_its_row_and_the_rest_within_half_precision(tmp_path: Path) -> None:
    matrix = (CHANCE.standard_normal((7, 5)) * np.logspace(-3, 2, 7)[:, None]).astype(np.float32)
    weights = {"layer.weight": matrix, "layer.bias": CHANCE.standard_normal(7).astype(np.float32)}
    save_weights(tmp_path / "w.safetensors", weights, {"questions": "abc"})
    found = load_weights(tmp_path / "w.safetensors")
    assert set(found) == set(weights)
    steps = np.abs(matrix).max(axis=1, keepdims=True) / 127
    assert (np.abs(found["layer.weight"] - matrix) <= steps / 2 * 1.001).all()
    assert found["layer.bias"].tolist() == pytest.approx(weights["layer.bias"].tolist(), rel=1e-3, abs=1e-4)
    assert all(weight.dtype == np.float32 for weight in found.values())


def test_a_row_of_zeros_stays_one(tmp_path: Path) -> None:
    save_weights(tmp_path / "w.safetensors", {"weight": np.zeros((2, 3), np.float32)}, {})
    assert load_weights(tmp_path / "w.safetensors")["weight"].tolist() == [[0.0] * 3] * 2


def test_what_is_kept_takes_a_quarter_of_the_room(tmp_path: Path) -> None:
    weight = CHANCE.standard_normal((256, 1024)).astype(np.float32)
    save_weights(tmp_path / "w.safetensors", {"weight": weight}, {})
    assert (tmp_path / "w.safetensors").stat().st_size < weight.nbytes / 3.9
