"""Answer questions from an index: the whole path of a question on one screen, `Askable.answer`."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Unpack

from qa.archive.browsing import Browsable
from qa.archive.example_questions.checking import ExampleQuestions
from qa.archive.example_questions.choosing import LANGUAGES, candidates
from qa.archive.last_few import LastFew
from qa.archive.many import WITH_READER, WITHOUT_READER, AskKeywords, each, repeatable
from qa.archive.per_revision import PerRevision
from qa.archive.sample import Sample, read_sample
from qa.articles.stated_names import as_given
from qa.errors import EncoderMismatch
from qa.index.filters import Filters
from qa.index.index import Index, View
from qa.models.encoder.protocol import Encoder
from qa.records import Answer, ModelNames, SearchRequest, Unknown
from qa.retrieval.evidence import page_of_evidence
from qa.retrieval.query import Query, query_of
from qa.retrieval.question import Question, read_question
from qa.retrieval.ranking import Models, Ranking, rank
from qa.retrieval.relevance import Relevant, Search, find_relevant, search_for
from qa.retrieval.request import check_page, date_text, filters_of, name_tuple
from qa.retrieval.scope import Scope
from qa.retrieval.survey import Survey, survey
from qa.retrieval.topics import rank_topic
from qa.settings import Settings

_QUESTIONED = 1_000
"""The most passages in which example questions are looked for."""
_KEPT = 16
"""Of so many questions it is known what is relevant; each takes up about half a megabyte."""


class Askable(Browsable):
    """An index opened for asking; any number of threads may ask at once."""

    def __init__(self, index: Index, models: Models, settings: Settings) -> None:
        super().__init__(index, settings)
        self._models, self._encoder = models, models.encoder
        self._found = LastFew[Relevant](_KEPT)
        self._questions = PerRevision(partial(read_sample, most=_QUESTIONED), _questions_by_language)

    @property
    def models(self) -> ModelNames:
        """The names of the models that questions are answered with."""
        reader, reranker = self._models.reader if self._settings.read else None, self._models.reranker
        found = self._encoder
        return ModelNames(found.name, found.fingerprint, reader is not None, reranker.name if reranker else None)

    def ask(
        self,
        question: str,
        limit: int = 5,
        *,
        offset: int = 0,
        order: str = "relevance",
        after: str | date | None = None,
        before: str | date | None = None,
        outlets: Iterable[str] | None = None,
        places: Iterable[str] | None = None,
        articles: Iterable[str] | None = None,
        kind: str | None = None,
        as_written: bool = False,
    ) -> Answer:
        """Return the passages that answer a question, best first, and whether they do.

        >>> answer = archive.ask("When is Tokayev's state visit?", limit=3)
        >>> answer.verdict
        'answered'
        >>> print(answer.evidence[0].sentence.text)
        President Tokayev is scheduled to make a state visit to Russia on November 12.

        Args:
            question: "quoted words" must occur as written, -word in no form, and -"quoted words" not as written.
            limit: How many passages to show, 1 to 1,000.
            offset: How many passages to skip.
            order: "relevance", "newest" or "oldest"; what is less relevant follows what is relevant in each.
            after: The earliest date, included: "2022-12-10", "2022-12" or "2022". It leaves out the undated.
            before: The latest date, included, likewise.
            outlets: Names of outlets; each matches whole, as stated or as shown, ignoring case.
            places: Names of places, likewise; "ASTANA" also matches "ASTANA/MOSCOW".
            articles: Files of articles, below the folder of articles.
            kind: "question" or "topic"; without it the words decide. A topic has no verdict, and no probabilities.
            as_written: Whether misspelt words are searched for as they are.

        Raises:
            QuestionError: the question, a number or a filter cannot be used; the message says which.
            TypeError: the question is no text.
            ArchiveIndexError: the index is gone or damaged.
            EncoderError: the encoder cannot be loaded, or another has encoded the index since it was opened.
            ReaderUnavailable, RerankerUnavailable: what reads the first passages cannot be loaded.
        """
        request = SearchRequest(
            question,
            limit,
            offset,
            order,
            date_text(after),
            date_text(before),
            name_tuple("outlets", outlets),
            name_tuple("places", places),
            name_tuple("articles", articles),
            kind,
            as_written,
        )
        return self.answer(request)

    def ask_many(self, questions: Iterable[str], limit: int = 5, **keywords: Unpack[AskKeywords]) -> tuple[Answer, ...]:
        """Return what `ask` returns for each of many questions, in their order and in less time; same keywords.

        >>> [answer.verdict for answer in archive.ask_many(["When is Tokayev's state visit?", "Who won the chess?"])]
        ['answered', 'none']

        Raises:
            QuestionError, TypeError, ArchiveIndexError, EncoderError, ReaderUnavailable, RerankerUnavailable: as `ask`,
                for the first question that cannot be answered.
        """
        kept = repeatable(keywords)
        at_a_time = WITH_READER if self.models.reader else WITHOUT_READER
        return each(lambda question: self.ask(question, limit, **kept), questions, at_a_time)

    def answer(self, request: SearchRequest) -> Answer:
        """Return the answer to a request: as `ask`, with all that is asked in one object."""
        check_page(request, self._settings)
        filters, question = filters_of(request), read_question(request, self._settings)
        vector = self._encoder.encode_question(question.words)
        with self._view() as view:
            query = query_of(view, self._encoder, question, vector)
            search = self._search(view, question, query, filters)
            ranking = self._ranking(view, request, search)
            return Answer(
                request=replace(request, question=question.text, kind=query.kind),
                verdict=ranking.assessment.verdict if ranking.assessment else None,
                confidence=ranking.assessment.confidence if ranking.assessment else None,
                revision=view.snapshot.state.revision,
                evidence=page_of_evidence(view, request, ranking),
                best=ranking.best,
                lacking=ranking.assessment.lacking if ranking.assessment else (),
                relevant=len(search.relevant.rows),
                among=search.relevant.among,
                topic=ranking.topic,
                vague=question.vague,
                undated=view.snapshot.catalogue.undated(filters, view.connection),
                corrections=query.corrections,
                unheld=search.unheld,
                unknown=_as_typed(view.snapshot.catalogue.unknown(filters, view.connection), request),
            )

    def _ranking(self, view: View, request: SearchRequest, search: Search) -> Ranking:
        if search.query.kind == "topic":
            return rank_topic(view, self._encoder, self._settings, request, search)
        return rank(view, self._models, self._settings, request, search)

    def survey(
        self,
        question: str,
        *,
        after: str | date | None = None,
        before: str | date | None = None,
        outlets: Iterable[str] | None = None,
        places: Iterable[str] | None = None,
        articles: Iterable[str] | None = None,
    ) -> Survey:
        """Return how many passages are relevant to a question, by month, day, outlet and place.

        The filters are those of `ask`; each list is counted without its own. A count is how many passages `ask` calls
        relevant with that filter, copies too. Neither a reader nor a reranker is asked.

        >>> survey = archive.survey("What was said of the border?")
        >>> [(month.name, month.passages) for month in survey.months]
        [('2023-04', 3)]

        Raises:
            QuestionError, ArchiveIndexError, EncoderError: as `ask`.
        """
        request = SearchRequest(
            question,
            after=date_text(after),
            before=date_text(before),
            outlets=name_tuple("outlets", outlets),
            places=name_tuple("places", places),
            articles=name_tuple("articles", articles),
        )
        return self.survey_of(request)

    def survey_of(self, request: SearchRequest) -> Survey:
        """Return the survey of a request: as `survey`; its limit, offset and order do not count."""
        filters, question = filters_of(request), read_question(request, self._settings)
        vector = self._encoder.encode_question(question.words)
        with self._view() as view:
            query = query_of(view, self._encoder, question, vector)
            return survey(view, self._search(view, question, query, Filters()).relevant, filters)

    def example_questions(self, count: int = 4, language: str = "en") -> tuple[str, ...]:
        """Return questions, made from the archive's own sentences, that it answers; fewer or none rather than odd ones.

        `language` is "en", "ru" or "kk": that of the questions and of the articles they are made of. There are none in
        another. The first time in each revision takes as long as asking some questions.

        Raises:
            ArchiveIndexError, EncoderError, ReaderUnavailable, RerankerUnavailable: as for `ask`.
        """
        questions = self._questions.current_value(self._index).get(language)
        return questions.first(count, lambda question: self.ask(question, limit=1)) if questions else ()

    def _search(self, view: View, question: Question, query: Query, filters: Filters) -> Search:
        """Return what a question is searched by; who asks it again within other filters need not wait for as much."""

        def find(everywhere: Scope) -> Relevant:
            return self._found.value(
                (view.snapshot.state, question), lambda: find_relevant(view, self._settings, query, everywhere)
            )

        return search_for(view, question, query, filters, find)

    @contextmanager
    def _view(self) -> Iterator[View]:
        """Open a view of the newest revision, unless another encoder has encoded it since the archive was opened."""
        with self._index.view() as view:
            check_encoder(self._encoder, view.snapshot.state.encoder_fingerprint, self._index.folder)
            yield view


def _as_typed(unknown: Unknown, request: SearchRequest) -> Unknown:
    outlets, places = as_given(request.outlets, unknown.outlets), as_given(request.places, unknown.places)
    return replace(unknown, outlets=tuple(outlets), places=tuple(places))


def _questions_by_language(sample: Sample) -> Mapping[str, ExampleQuestions]:
    return {language: ExampleQuestions(candidates(sample, language)) for language in LANGUAGES}


def check_encoder(encoder: Encoder, fingerprint: str, index: Path) -> None:
    """Check that an encoder is the one that an index was made with.

    Raises:
        EncoderMismatch: it is another.
    """
    if encoder.fingerprint != fingerprint:
        raise EncoderMismatch(
            f"the index {index} was not made with the encoder {encoder.name} as it is found now: open it again, or "
            f"encode everything with it by `qa build --encoder {encoder.name} --index {index}`"
        )
