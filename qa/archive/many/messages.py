"""What passes between a process that asks many questions and those that help it.

The process that asks sends a `Task` first, then one request after another, and for each gets an answer, or None where
it has to answer itself. In between the helper sends each `Call` to a network, and gets what the network returned.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from qa.settings import Settings

NetworkName = Literal["encoder", "reader", "reranker"]


@dataclass(frozen=True, slots=True)
class Task:
    """What a helper answers from, and what the networks are called that it may call."""

    index: Path
    settings: Settings
    encoder: str
    fingerprint: str
    reader: bool
    reranker: str | None


@dataclass(frozen=True, slots=True)
class Ready:
    """The index is open: questions can be sent."""


@dataclass(frozen=True, slots=True)
class Call:
    """A method of a network, or an attribute of it, and what the method is given."""

    network: NetworkName
    name: str
    given: tuple[Any, ...] = ()
