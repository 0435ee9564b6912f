"""Measure what this machine can do: multiply matrices, in float32 and bfloat16, and read memory.

Prints one line of JSON: floating-point operations a second, counted as 2 n^3 for a product of two n x n matrices, and
bytes a second of summing an array that no cache holds. The best of several tries each, on all threads.
"""

import json
import time
from collections.abc import Callable

import torch

_SIDE, _TRIES = 2048, 12
_BYTES = 2_000_000_000


def _best(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(_TRIES):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def main() -> None:
    """Measure, and print."""
    ceilings = dict[str, float]()
    with torch.inference_mode():
        for name, kind in (("float32", torch.float32), ("bfloat16", torch.bfloat16)):
            one, other = (torch.rand(_SIDE, _SIDE).to(kind) for _ in range(2))
            ceilings[f"{name}_operations"] = 2 * _SIDE**3 / _best(lambda one=one, other=other: one @ other)
        array = torch.ones(_BYTES // 4)
        ceilings["bytes_read"] = array.numel() * 4 / _best(array.sum)
    print(json.dumps(ceilings))


if __name__ == "__main__":
    main()
