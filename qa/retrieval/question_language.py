"""Decide which language a question is in."""

from collections.abc import Sequence

from qa.articles.language import likelihoods

_NEARLY = 20.0
"""“Whom did Schroeder meet, or Schroder?” is likelier Dutch than English by half, a German question by thousands."""


def language_of_question(words: str, held: Sequence[str]) -> str | None:
    """Return the language of a question, given those that the archive is in; None where none is known.

    It is one of those where that is nearly as likely as any other: names and few words tell little.
    """
    if not held:
        return None
    if held == ("en",) and words.isascii():  # what most are, without loading what detects
        return "en"
    likely = likelihoods(words)
    first = next(iter(likely))
    best_held = max(held, key=lambda language: likely.get(language, 0.0))
    return best_held if likely.get(best_held, 0.0) * _NEARLY >= likely[first] else first
