"""Say what of an encoder stands around its network: its window, and what is put in front of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How texts become what the network reads."""

    window: int
    """Tokens read of a text, special ones and prompt included."""
    question_prompt: str = ""
    passage_prompt: str = ""
    padding: int = 0
    """The id of the token that pads."""
    segments: bool = True
    """Whether the network is told which segment a token belongs to."""
