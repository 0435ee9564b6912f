"""A question in every form that passages are compared with: misspelt words corrected, a vector, term weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qa.index.held_languages import held_languages, main_languages
from qa.index.index import View
from qa.index.lexical.asked_words import AskedWord, asked_words
from qa.index.lexical.stems import is_stemmed_by_guess
from qa.index.store.schema import State
from qa.models.encoder.protocol import Encoder, Vectors
from qa.models.encoder.scale import ALL_MEANINGLESS, ALL_UNSCALED, Scale, Scales
from qa.models.languages import languages_read
from qa.records import Correction, Kind, Vague
from qa.retrieval.answer_type import AnswerType, answer_type_of
from qa.retrieval.event_times import Months, stated_months
from qa.retrieval.names import archive_names, written_names
from qa.retrieval.question import Question
from qa.retrieval.question_language import language_of_question
from qa.retrieval.spelling import corrected, find_corrections
from qa.retrieval.term_weights import TermWeights, weight_terms

_MOST_LANGUAGES = 6
"""Of an archive, those with the most articles: in which the words of a question are looked up."""


@dataclass(frozen=True, slots=True)
class Query:
    """What passages are scored by."""

    text: str
    """The question's words, corrected."""
    vector: Vectors
    """Shape (d,)."""
    terms: TermWeights
    answer_type: AnswerType
    words: tuple[AskedWord, ...] = ()
    language: str | None = None
    """The question's; None where the archive is in none that is known."""
    scales: Scales = ALL_UNSCALED
    """Of the encoder's cosines."""
    readable: tuple[str, ...] = ()
    """Where the encoder does not read the question's language, those that it reads; it is then asked by words alone."""
    kind: Kind = "question"
    vague: Vague | None = None
    corrections: tuple[Correction, ...] = ()
    newest_on: date | None = None
    """The day from which back the newest are preferred; None where they are not."""
    times: tuple[Months, ...] = ()
    """Those of the events that are asked about."""

    def is_foreign(self, language: str | None) -> bool:
        """Return whether a passage is in another language than the question, as far as both are known."""
        return language is not None and self.language not in {None, language}

    def scale_for(self, language: str | None) -> Scale:
        """Return the scale of the cosines of passages in a language."""
        return self.scales.across if self.is_foreign(language) else self.scales.within


def query_of(view: View, encoder: Encoder, question: Question, vector: Vectors, newest_on: date | None = None) -> Query:
    """Return the query of a question; the vector is that of its words as they were typed, shape (d,)."""
    held, main = held_languages(view.snapshot.catalogue), main_languages(view.snapshot.catalogue)
    language = language_of_question(question.words, main)
    others = [it for it in main[:_MOST_LANGUAGES] if it != language]
    corrections: tuple[Correction, ...] = ()
    correctable = not is_stemmed_by_guess(language) and (language is None or language in held)
    if correctable and not question.as_written:
        asked = asked_words(question.words, language, others)
        corrections = find_corrections(question.words, asked, language, view, question.required)
    text = corrected(question.words, corrections)
    if corrections:
        vector = encoder.encode_question(text)
    words = tuple(asked_words(text, language, others))
    names = written_names(words) | archive_names(words, view, language)
    terms = weight_terms(words, names, view.snapshot.lexical)
    answer_type = answer_type_of(text, language)
    readable = _readable(language, languages_read(encoder.name), main)
    scales = ALL_MEANINGLESS if readable else _scales(view.snapshot.state)
    return Query(
        text,
        vector,
        terms,
        answer_type,
        words,
        language,
        scales,
        readable,
        question.kind,
        question.vague,
        corrections,
        newest_on,
        stated_months(question.words),
    )


def _scales(state: State) -> Scales:
    return Scales(Scale(state.scale_slope, state.scale_offset), Scale(state.across_slope, state.across_offset))


def _readable(language: str | None, reads: frozenset[str] | None, main: Sequence[str]) -> tuple[str, ...]:
    """Return the languages that the encoder reads where it does not read that of the question; else nothing.

    Of many, those that the archive is in.
    """
    if language is None or reads is None or language in reads:
        return ()
    return tuple(it for it in main if it in reads) or tuple(sorted(reads))
