"""Render what an archive says to a question: the verdict first, then the evidence."""

from qa.page.cards import card
from qa.page.display import escaped
from qa.page.wording import HEADLINES, counted, explanation, sentence
from qa.records import Answer


def results(answer: Answer) -> str:
    """Return the verdict and its evidence as HTML."""
    return f"{_verdict(answer)}\n{_evidence(answer)}"


def notice(headline: str, message: str) -> str:
    """Return a message to the reader where an answer would stand."""
    return (
        f'<section class="notice" data-announce><h2>{escaped(headline)}</h2>'
        f'<p dir="auto">{escaped(sentence(message))}</p></section>'
    )


def before_asking() -> str:
    """Return what stands on the page before a question is asked."""
    return (
        '<section class="before"><p>Ask in plain words. The paragraphs that answer come back word for word, '
        "best first, each with its source; where nothing answers, this page says so.</p></section>"
    )


def _verdict(answer: Answer) -> str:
    why = explanation(answer.verdict, answer.confidence)
    for it in answer.corrections:
        why += f" No article holds “{escaped(it.word)}”: it was read as “{escaped(it.meant)}”."
    if answer.undated:
        left_out = counted(answer.undated, "article that states", "articles that state")
        why += f" The dates you asked for leave out {left_out} no full date."
    return (
        f'<section class="verdict {answer.verdict}" data-announce>'
        f"<h2>{HEADLINES[answer.verdict]}</h2><p>{why}</p></section>"
    )


def _evidence(answer: Answer) -> str:
    if not answer.evidence:
        return '<p class="nothing">No passage comes close.</p>'
    near_misses = answer.verdict == "none"
    heading = 4 if near_misses else 3
    cards = "\n".join(
        card(evidence, rank, answer.question, heading) for rank, evidence in enumerate(answer.evidence, 1)
    )
    lead = '<h3 class="closest">Closest passages</h3>\n' if near_misses else ""
    quieter = " quieter" if near_misses else ""
    return f'{lead}<ol class="evidence{quieter}">\n{cards}\n</ol>'
