"""Weights survive being kept small."""

from pathlib import Path

import pytest
import torch

from qa.reader.weights import load_weights, save_weights


def test_a_matrix_comes_back_within_half_a_step_of_its_row_and_the_rest_within_half_precision(tmp_path: Path) -> None:
    torch.manual_seed(0)
    weights = {"layer.weight": torch.randn(7, 5) * torch.logspace(-3, 2, 7)[:, None], "layer.bias": torch.randn(7)}
    save_weights(tmp_path / "w.safetensors", weights, {"questions": "abc"})
    found = load_weights(tmp_path / "w.safetensors")
    assert set(found) == set(weights)
    steps = weights["layer.weight"].abs().amax(dim=1, keepdim=True) / 127
    assert bool(((found["layer.weight"] - weights["layer.weight"]).abs() <= steps / 2 * 1.001).all())
    assert found["layer.bias"].tolist() == pytest.approx(weights["layer.bias"].tolist(), rel=1e-3, abs=1e-4)
    assert all(weight.dtype == torch.float32 for weight in found.values())


def test_a_row_of_zeros_stays_one(tmp_path: Path) -> None:
    save_weights(tmp_path / "w.safetensors", {"weight": torch.zeros(2, 3)}, {})
    assert load_weights(tmp_path / "w.safetensors")["weight"].tolist() == [[0.0] * 3] * 2


def test_what_is_kept_takes_a_quarter_of_the_room(tmp_path: Path) -> None:
    weight = torch.randn(256, 1024)
    save_weights(tmp_path / "w.safetensors", {"weight": weight}, {})
    assert (tmp_path / "w.safetensors").stat().st_size < weight.nbytes / 3.9
