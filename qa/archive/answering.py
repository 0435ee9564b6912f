"""Answer a request: the whole path of a question on one screen, `Answering.answer`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from qa.archive.last_few import LastFew
from qa.articles.stated_names import as_given
from qa.errors import EncoderMismatch
from qa.index.calibration import read_calibration
from qa.index.filters import Filters
from qa.index.index import Index, View
from qa.models.encoder.protocol import Encoder
from qa.records import Answer, DatedAnswer, SearchRequest, Unknown
from qa.retrieval.absence import find_absence
from qa.retrieval.evidence import page_of_evidence
from qa.retrieval.query import Query, query_of
from qa.retrieval.question import Question, read_question
from qa.retrieval.ranking import Models, Ranking, rank
from qa.retrieval.relevance import Relevant, Search, find_relevant, search_for, whole_archive
from qa.retrieval.request import asked_day, check_page, filters_of
from qa.retrieval.scope import Scope
from qa.retrieval.survey import Survey, survey
from qa.retrieval.time_filter import apply_time, narrowed, newest_on
from qa.retrieval.topics import rank_topic
from qa.settings import Settings

_KEPT = 16
"""For how many questions it is kept what is relevant; each takes up about half a megabyte."""


class Answering:
    """An index with the networks that questions to it are answered with; any number of threads may ask at once."""

    def __init__(self, index: Index, models: Models, settings: Settings) -> None:
        self._index, self._models, self._settings = index, models, settings
        self._encoder = models.encoder
        self._found = LastFew[Relevant](_KEPT)

    def answer(self, request: SearchRequest) -> Answer:
        """Return the answer to a request; `Archive.ask` explains what is in both and what is raised."""
        check_page(request, self._settings)
        stated, day, question = filters_of(request), asked_day(request), read_question(request, self._settings)
        vector = self._encoder.encode_question(question.words)
        with self._view() as view:
            time = apply_time(view, question.time, stated, day)
            filters = narrowed(stated, time)
            query = query_of(view, self._encoder, question, vector, newest_on(time))
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
                language=query.language,
                readable=query.readable,
                undated=view.snapshot.catalogue.undated(filters, view.connection),
                corrections=query.corrections,
                unheld=search.unheld,
                unknown=_as_typed(view.snapshot.catalogue.unknown(filters, view.connection), request),
                time=time,
                differing=_differing(ranking),
                absence=find_absence(view, question, filters, search, ranking),
            )

    def _ranking(self, view: View, request: SearchRequest, search: Search) -> Ranking:
        if search.query.kind == "topic":
            return rank_topic(view, self._encoder, self._settings, request, search)
        return rank(view, self._models, self._calibrated(view), request, search)

    def _calibrated(self, view: View) -> Settings:
        """Return the settings with the thresholds of the index, if it was calibrated with the models that answer."""
        found = None if self._settings.thresholds else read_calibration(self._index.folder)
        reads = self._models.reader is not None and self._settings.read > 0
        if found is None or (found.encoder_fingerprint, found.reader) != (
            view.snapshot.state.encoder_fingerprint,
            reads,
        ):
            return self._settings
        return replace(self._settings, thresholds=found.thresholds)

    def survey(self, request: SearchRequest) -> Survey:
        """Return the survey of a request; its limit, offset and order do not count."""
        stated, day, question = filters_of(request), asked_day(request), read_question(request, self._settings)
        vector = self._encoder.encode_question(question.words)
        with self._view() as view:
            time = apply_time(view, question.time, stated, day)
            query = query_of(view, self._encoder, question, vector, newest_on(time))
            relevant = self._search(view, question, query, whole_archive(view, stated)).relevant
            return survey(view, relevant, narrowed(stated, time), time)

    def _search(self, view: View, question: Question, query: Query, filters: Filters) -> Search:
        """Return what a question is searched by; who asks it again within other filters need not wait for as much."""

        def find(everywhere: Scope) -> Relevant:
            return self._found.value(
                (view.snapshot.state, question, query.newest_on, whole_archive(view, filters)),
                lambda: find_relevant(view, self._settings, query, everywhere),
            )

        return search_for(view, question, query, filters, find)

    @contextmanager
    def _view(self) -> Iterator[View]:
        """Open a view of the newest revision, unless another encoder has encoded it since the index was opened."""
        with self._index.view() as view:
            check_encoder(self._encoder, view.snapshot.state.encoder_fingerprint, self._index.folder)
            yield view


def _differing(ranking: Ranking) -> tuple[DatedAnswer, ...]:
    ranks = ranking.ranks
    found = [(ranks[row], ranking.ranked[ranks[row] - 1].scored.article.date) for row in ranking.differing]
    return tuple(DatedAnswer(rank, day) for rank, day in found if day is not None)


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


def _as_typed(unknown: Unknown, request: SearchRequest) -> Unknown:
    outlets, places = as_given(request.outlets, unknown.outlets), as_given(request.places, unknown.places)
    return replace(unknown, outlets=tuple(outlets), places=tuple(places))
