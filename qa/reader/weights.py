"""Keep the reader's weights small: matrices in eight bits with a scale for each row, the rest in half precision."""

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

_SCALE = ".scale"
_MOST = 127


def save_weights(path: Path, weights: Mapping[str, Tensor], notes: Mapping[str, str]) -> None:
    """Write weights, rounded, with notes on where they come from."""
    rounded: dict[str, Tensor] = {}
    for name, weight in weights.items():
        if weight.ndim < 2:  # biases and norms
            rounded[name] = weight.half().contiguous()
            continue
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=torch.finfo(torch.float32).tiny) / _MOST
        rounded[name] = (weight / scale).round().to(torch.int8).contiguous()
        rounded[name + _SCALE] = scale.contiguous()
    save_file(rounded, path, dict(notes))


def load_weights(path: Path) -> dict[str, Tensor]:
    """Read weights back in single precision."""
    kept = load_file(path)
    return {
        name: weight.float() * kept[name + _SCALE] if name + _SCALE in kept else weight.float()
        for name, weight in kept.items()
        if not name.endswith(_SCALE)
    }
