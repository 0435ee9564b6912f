"""Hold a search with its outcome."""

from dataclasses import dataclass
from datetime import datetime

from qa import __version__
from qa.records import Answer, Correction, Evidence, ModelNames, Sentence, Verdict
from qa.retrieval.request import SearchRequest


@dataclass(frozen=True, slots=True)
class Found:
    """A passage as it was found, its words verbatim."""

    passage_id: str
    score: float
    probability: float
    sentence: Sentence
    text: str
    paragraph: int
    file: str
    headline: str | None
    outlet: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was asked, of which archive, and what it said."""

    made: datetime
    version: str
    """Of this program."""
    search: SearchRequest
    revision: int
    models: ModelNames
    verdict: Verdict
    confidence: float
    corrections: tuple[Correction, ...]
    evidence: tuple[Found, ...]
    """Best first, from the search's offset on."""


def receipt_of(search: SearchRequest, answer: Answer, models: ModelNames, made: datetime) -> Receipt:
    """Write down what an archive, with its models, answered to a search."""
    return Receipt(
        made=made,
        version=__version__,
        search=search,
        revision=answer.revision,
        models=models,
        verdict=answer.verdict,
        confidence=answer.confidence,
        corrections=answer.corrections,
        evidence=tuple(found_of(it) for it in answer.evidence),
    )


def found_of(evidence: Evidence) -> Found:
    """Keep of an evidence what tells it again."""
    article, passage = evidence.article, evidence.passage
    return Found(
        passage_id=passage.id,
        score=evidence.score,
        probability=evidence.probability,
        sentence=evidence.sentence,
        text=passage.text,
        paragraph=passage.number,
        file=article.file,
        headline=article.title,
        outlet=article.outlet,
        date=article.date,
    )
