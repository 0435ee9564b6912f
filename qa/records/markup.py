"""An answer as HTML, for notebooks."""

import html
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from qa.records.answer import Answer, Evidence

_CARD = Markup(
    '<blockquote style="margin: 1em 0; border-left: 3px solid; padding-left: 1em">'
    "<p>{}<mark>{}</mark>{}</p><footer>{}</footer></blockquote>"
)
_ANSWER = Markup("<section><p><b>{}</b> {}</p>{}</section>")


def answer_markup(answer: "Answer") -> str:
    """Return the question, the verdict and a card for each evidence."""
    cards = Markup("").join(evidence_markup(evidence) for evidence in answer.evidence)
    found = "" if answer.confidence is None else f"{answer.verdict} ({answer.confidence:.0%})"
    return str(_ANSWER.format(answer.question, found, cards))


def evidence_markup(evidence: "Evidence") -> Markup:
    """Return a passage with its answer sentence marked, and its source."""
    text, sentence, article = evidence.passage.text, evidence.sentence, evidence.article
    stretches = text[: sentence.start], text[sentence.start : sentence.end], text[sentence.end :]
    source = ", ".join(html.unescape(stated) for stated in (article.name, article.outlet, article.date) if stated)
    likely = "" if evidence.probability is None else f" ({evidence.probability:.0%})"
    return _CARD.format(*map(html.unescape, stretches), f"{source}{likely}")
