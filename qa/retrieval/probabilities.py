"""Probabilities: from a logit, and in words."""

import math

_LEAST = -700.0
"""A reader's or an encoder's logit may be anything; the exponential of more than 709 is no number."""


def likelihood(logit: float) -> float:
    """Return the probability that a logit stands for (the logistic function), however far from zero it is."""
    return 1 / (1 + math.exp(-max(logit, _LEAST)))


def percent(probability: float, least: str = "under 1%", most: str = "over 99%") -> str:
    """Return "84%", and never a certainty: "under 1%", "over 99%", or how another language says that."""
    hundredths = round(probability * 100)
    if hundredths < 1:
        return least
    if hundredths > 99:
        return most
    return f"{hundredths}%"
