"""Say numbers and verdicts in words."""

from qa.probabilities import percent
from qa.records import Verdict

HEADLINES: dict[Verdict, str] = {
    "answered": "Answered",
    "weak": "Weak evidence",
    "none": "This archive does not answer that",
}


def explanation(verdict: Verdict, confidence: float) -> str:
    """Return the line under the verdict: how likely an answer is, and what to make of it."""
    likely = percent(confidence)
    if verdict == "answered":
        return f"{likely} likely that an answer is among these."
    if verdict == "weak":
        return f"{likely} likely that an answer is among these. Read them before you rely on one."
    return f"It is {likely} likely that an answer is among the passages that come closest."


def elsewhere(others: int, again: bool) -> str:
    """Return where else a passage stands: in so many other articles, again in its own, or both."""
    here = "again in this article"
    if not others:
        return here.capitalize()
    return f"Also in {counted(others, 'other source', 'other sources')}" + (f", and {here}" if again else "")


def counted(count: int, one: str, many: str) -> str:
    """Return "1 article", "2,124 articles"."""
    return f"{count:,} {one if count == 1 else many}"


def sentence(message: str) -> str:
    """Return an error's message as a sentence: a capital first, a full stop last."""
    text = message.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", "…")) else ".")
