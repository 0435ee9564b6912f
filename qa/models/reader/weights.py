"""Write and read the reader's weights: matrices in eight bits with a scale for each row, the rest in half precision."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

ReaderWeights = Mapping[str, NDArray[np.float32]]
_SCALE = ".scale"
_MOST = 127


def save_weights(path: Path, weights: ReaderWeights, notes: Mapping[str, str]) -> None:
    """Write weights, rounded, with notes on where they come from."""
    rounded = dict[str, NDArray[np.generic]]()
    for name, weight in weights.items():
        if weight.ndim < 2:  # biases and norms
            rounded[name] = weight.astype(np.float16)
            continue
        greatest = np.abs(weight).max(axis=1, keepdims=True)
        scale = np.maximum(greatest, np.finfo(np.float32).tiny) / np.float32(_MOST)
        rounded[name] = np.rint(weight / scale).astype(np.int8)
        rounded[name + _SCALE] = scale
    save_file(rounded, path, dict(notes))


def load_weights(path: Path) -> dict[str, NDArray[np.float32]]:
    """Read weights back in single precision."""
    stored = load_file(path)
    return {
        name: weight.astype(np.float32) * stored.get(name + _SCALE, np.float32(1))
        for name, weight in stored.items()
        if not name.endswith(_SCALE)
    }
