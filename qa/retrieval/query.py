"""A question in every form that passages are compared with: misspelt words corrected, a vector, term weights."""

from dataclasses import dataclass

from qa.index.index import View
from qa.index.lexical.asked_words import asked_words
from qa.models.encoder.protocol import Encoder, Vectors
from qa.records import Correction, Kind, Vague
from qa.retrieval.answer_type import AnswerType, answer_type_of
from qa.retrieval.names import archive_names, written_names
from qa.retrieval.question import Question
from qa.retrieval.spelling import corrected, find_corrections
from qa.retrieval.term_weights import TermWeights, weight_terms


@dataclass(frozen=True, slots=True)
class Query:
    """What passages are scored by."""

    text: str
    """The question's words, corrected."""
    vector: Vectors
    """Shape (d,)."""
    terms: TermWeights
    answer_type: AnswerType
    kind: Kind = "question"
    vague: Vague | None = None
    corrections: tuple[Correction, ...] = ()


def query_of(view: View, encoder: Encoder, question: Question, vector: Vectors) -> Query:
    """Return the query of a question; the vector is that of its words as they were typed, shape (d,)."""
    corrections: tuple[Correction, ...] = ()
    if not question.as_written:
        corrections = find_corrections(question.words, view, encoder, question.required)
    text = corrected(question.words, corrections)
    if corrections:
        vector = encoder.encode_question(text)
    words = asked_words(text)
    terms = weight_terms(words, written_names(words) | archive_names(words, view, encoder), view.snapshot.lexical)
    return Query(text, vector, terms, answer_type_of(text), question.kind, question.vague, corrections)
