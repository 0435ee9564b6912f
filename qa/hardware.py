"""Ask what the processor can do."""

from functools import cache


@cache
def fast_bfloat16() -> bool:
    """Say whether the processor multiplies matrices of bfloat16 in hardware (AMX)."""
    import torch

    supported = getattr(torch.cpu, "_is_amx_tile_supported", None)
    return bool(supported and supported())
