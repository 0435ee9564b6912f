"""An answer as JSON, the same for the shell, for programs and for the page's endpoint."""

import json
import re
from typing import TypedDict

from qa.records import Answer, Article, Copy, Evidence, Passage, Sentence


class SentenceForm(TypedDict):
    """The answer sentence."""

    text: str
    start: int
    end: int


class PassageForm(TypedDict):
    """A passage."""

    id: str
    text: str
    start: int
    end: int
    number: int
    heading: str | None


class ArticleForm(TypedDict):
    """An article, without its text."""

    title: str | None
    outlet: str | None
    date: str | None
    author: str | None
    place: str | None
    section: str | None
    file: str
    url: str | None


class CopyForm(TypedDict):
    """A near-identical passage elsewhere."""

    passage: PassageForm
    article: ArticleForm


class EvidenceForm(TypedDict):
    """A passage that may answer, with its article."""

    score: float
    probability: float
    sentence: SentenceForm
    passage: PassageForm
    article: ArticleForm
    copies: list[CopyForm]
    parts: dict[str, float]
    paragraphs: int


class CorrectionForm(TypedDict):
    """A word of the question, and what it was read as."""

    word: str
    meant: str


class UnknownForm(TypedDict):
    """Names in filters that no article states."""

    outlets: list[str]
    places: list[str]
    files: list[str]


class AnswerForm(TypedDict):
    """An answer."""

    verdict: str
    confidence: float
    revision: int
    undated: int
    corrections: list[CorrectionForm]
    unheld: list[str]
    unknown: UnknownForm
    evidence: list[EvidenceForm]


def answer_form(answer: Answer) -> AnswerForm:
    """Return an answer as lists, dictionaries, strings and numbers."""
    return {
        "verdict": answer.verdict,
        "confidence": answer.confidence,
        "revision": answer.revision,
        "undated": answer.undated,
        "corrections": [{"word": it.word, "meant": it.meant} for it in answer.corrections],
        "unheld": list(answer.unheld),
        "unknown": {
            "outlets": list(answer.unknown.outlets),
            "places": list(answer.unknown.places),
            "files": list(answer.unknown.files),
        },
        "evidence": [_evidence(evidence) for evidence in answer.evidence],
    }


def answer_line(answer: Answer) -> str:
    """Write an answer as one line of JSON."""
    return one_line(json.dumps(answer_form(answer), ensure_ascii=False))


def one_line(form: str) -> str:
    """Return JSON with escapes for lone surrogates and for the line ends that JSON allows inside strings."""
    return re.sub("[\x85\u2028\u2029\ud800-\udfff]", lambda it: f"\\u{ord(it[0]):04x}", form)


def _evidence(evidence: Evidence) -> EvidenceForm:
    return {
        "score": evidence.score,
        "probability": evidence.probability,
        "sentence": _sentence(evidence.sentence),
        "passage": _passage(evidence.passage),
        "article": _article(evidence.article),
        "copies": [_copy(copy) for copy in evidence.copies],
        "parts": dict(evidence.parts),
        "paragraphs": evidence.paragraphs,
    }


def _sentence(sentence: Sentence) -> SentenceForm:
    return {"text": sentence.text, "start": sentence.start, "end": sentence.end}


def _passage(passage: Passage) -> PassageForm:
    return {
        "id": passage.id,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "number": passage.number,
        "heading": passage.heading,
    }


def _article(article: Article) -> ArticleForm:
    return {
        "title": article.title,
        "outlet": article.outlet,
        "date": article.date,
        "author": article.author,
        "place": article.place,
        "section": article.section,
        "file": article.file,
        "url": article.url,
    }


def _copy(copy: Copy) -> CopyForm:
    return {"passage": _passage(copy.passage), "article": _article(copy.article)}
