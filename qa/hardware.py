"""Ask what the machine can do, without importing what takes seconds."""

import os
import sys
from functools import cache
from pathlib import Path

_PROCESSOR = Path("/proc/cpuinfo")
_GRAPHICS = ("/dev/nvidia0", "/dev/kfd")
"""What the drivers of NVIDIA and AMD show where there is a card."""
_UNLIMITED = ("", "ALL", "DEFAULT")


@cache
def fast_bfloat16() -> bool:
    """Say whether the processor multiplies matrices of bfloat16 in hardware (AMX), and is not told to do without."""
    limit = os.environ.get("ONEDNN_MAX_CPU_ISA", "").upper()  # as oneDNN reads it, which both torch and OpenVINO use
    if limit not in _UNLIMITED and "AMX" not in limit:
        return False
    try:
        return "amx_bf16" in _PROCESSOR.read_text()
    except OSError:  # no Linux
        return False


def processors() -> int:
    """Count the processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def graphics_card() -> bool:
    """Say whether there is a graphics card that torch may be able to compute on."""
    return any(Path(device).exists() for device in _GRAPHICS)
