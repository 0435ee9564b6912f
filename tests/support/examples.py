"""How many examples Hypothesis tries where one takes long."""

from hypothesis import settings

_USUAL = 100


def few(examples: int) -> settings:
    """Return settings for fewer examples than usual, in the proportion that the profile asks for."""
    return settings(max_examples=examples * settings().max_examples // _USUAL)
