"""Statements made by hand, and the questions that are made of them."""

from collections.abc import Iterator

from qa.archive.example_questions.candidate import Candidate, Statement
from qa.archive.example_questions.names import Names
from qa.records import Article


def statements(*texts: str) -> list[Statement]:
    """Each in an article of its own."""
    return [Statement(text, at, Article(f"{at}.txt", text, f"Article {at}")) for at, text in enumerate(texts)]


def asked(found: Iterator[Candidate]) -> dict[str, str]:
    """The questions with their answers."""
    return {candidate.question: candidate.answer for candidate in found}


def names(*texts: str) -> Names:
    return Names(statements(*texts))
