"""Turn a logit into a probability and back, and write a probability in words."""

import math

_NEAREST = 1e-9
_LEAST = -700.0
"""A reader's or an encoder's logit may be anything; the exponential of more than 709 is no number."""


def likelihood(logit: float) -> float:
    """Return the probability that a logit stands for (the logistic function), however far from zero it is."""
    return 1 / (1 + math.exp(-max(logit, _LEAST)))


def logit_of(probability: float) -> float:
    """Return the logit of a probability, which need not be quite 0 or 1."""
    within = min(max(probability, _NEAREST), 1 - _NEAREST)
    return math.log(within / (1 - within))


def percent(probability: float, least: str = "under 1%", most: str = "over 99%") -> str:
    """Return "84%", and never a certainty: "under 1%", "over 99%", or how another language says that."""
    hundredths = round(probability * 100)
    if hundredths < 1:
        return least
    if hundredths > 99:
        return most
    return f"{hundredths}%"
