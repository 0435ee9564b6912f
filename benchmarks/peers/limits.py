"""Say which share of what the machine can do is reached: multiplying in the encoder, reading memory in a scan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lengths:
    """The tokens of some texts, as the encoder reads them, and their squares, which attention grows with."""

    texts: int
    tokens: int
    squares: int


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a BERT encoder."""

    layers: int
    hidden: int
    intermediate: int


def operations(lengths: Lengths, shape: Shape) -> float:
    """Count the floating-point operations that encoding texts takes, without padding.

    Each layer multiplies every token with four matrices h x h and two h x f, two operations a number, and every token
    with every other of its text, twice h numbers (scores, then their sum): layers (2 n (4 h^2 + 2 h f) + 4 h n^2) for a
    text of n tokens. Everything that is no matrix product is left out, so a share is rather too low.
    """
    hidden, intermediate = shape.hidden, shape.intermediate
    dense = 2 * lengths.tokens * (4 * hidden**2 + 2 * hidden * intermediate)
    attention = 4 * hidden * lengths.squares
    return float(shape.layers * (dense + attention))


def share_of_peak(work: float, seconds: float, peak: float) -> float:
    """Give which share of a peak rate some work done in some time is: work / seconds / peak."""
    return work / seconds / peak
