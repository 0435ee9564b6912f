"""Report what the machine can do, without slow imports."""

import os
import sys
from functools import cache
from pathlib import Path

_PROCESSOR = Path("/proc/cpuinfo")
_GRAPHICS = ("/dev/nvidia0", "/dev/kfd")
"""What the drivers of NVIDIA and AMD show where there is a card."""
_UNLIMITED = ("", "ALL", "DEFAULT")
_FAST = {"amx_bf16", "avx512_bf16"}
_ALLOWING = ("AMX", "AVX512_CORE_BF16", "AVX512_CORE_FP16", "AVX10")
"""What stands in the limits under which oneDNN takes one or the other."""


@cache
def fast_bfloat16() -> bool:
    """Return whether the processor multiplies bfloat16 in hardware (AMX or AVX-512) and may use it.

    Without AMX too it is faster than float32: 1.7 times in a build on a processor with AVX-512's alone.
    """
    limit = os.environ.get("ONEDNN_MAX_CPU_ISA", "").upper()  # as oneDNN reads it, which both torch and OpenVINO use
    if limit not in _UNLIMITED and not any(it in limit for it in _ALLOWING):
        return False
    try:
        return not _FAST.isdisjoint(_PROCESSOR.read_text().split())
    except OSError:  # no Linux
        return False


def processors() -> int:
    """Count the processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def graphics_card() -> bool:
    """Return whether there is a graphics card that torch may be able to compute on."""
    return any(Path(device).exists() for device in _GRAPHICS)
