"""A statement that a question is made from, and the candidate question."""

from dataclasses import dataclass

from qa.records import Article


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as it is displayed, in one line."""

    text: str
    place: int
    """Which of the sampled passages it stands in."""
    article: Article


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that a statement seems to answer."""

    kind: str
    """What it asks for: questions of several kinds are offered, not of one."""
    question: str
    answer: str
    """Words of the statement that the answer must hold."""
    statement: Statement
    articles: int
    """In how many articles its name stands."""
