"""The opened index as programs ask it: what they pass is made a request, which `Answering` answers."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Unpack

from qa.archive.answering import Answering
from qa.archive.browsing import Browsable
from qa.archive.example_questions.own_questions import OwnQuestions
from qa.archive.many.asking import AskingMany
from qa.archive.many.keywords import AskKeywords, request_of
from qa.archive.per_revision import PerRevision
from qa.archive.sample import read_sample
from qa.index.index import Index
from qa.records import Answer, Control, ModelNames, SearchRequest
from qa.retrieval.ranking import Models
from qa.retrieval.request import check_beside
from qa.retrieval.survey import Survey
from qa.settings import Settings

_QUESTIONED = 1_000
"""The most passages of which questions are made."""


class Askable(Browsable):
    """An index opened for asking; any number of threads may ask at once."""

    def __init__(self, index: Index, models: Models, settings: Settings) -> None:
        super().__init__(index, settings)
        self._models, self._encoder = models, models.encoder
        self._answering = Answering(index, models, settings)
        self._many = AskingMany(self._answering, index, models, settings)
        self._questions = PerRevision(partial(read_sample, most=_QUESTIONED), OwnQuestions.of)
        self._controlling = Answering(index, models, settings)  # so that what visitors asked last is not forgotten

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
        languages: Iterable[str] | None = None,
        articles: Iterable[str] | None = None,
        kind: str | None = None,
        as_written: bool = False,
        asked_on: str | date | None = None,
        any_time: bool = False,
        as_of: str | date | None = None,
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
            languages: Tags of languages that articles are in, "en" or "ru".
            articles: Files of articles, below the folder of articles.
            kind: "question" or "topic"; without it the words decide. A topic has no verdict, and no probabilities.
            as_written: Whether misspelt words are searched for as they are.
            asked_on: The day that "this week" and "latest" are read against, instead of the newest in the archive.
            any_time: Whether such words are left unread: `answer.time` says what was made of them.
            as_of: The day as of which the archive is asked: without later articles, and later versions of articles.

        Raises:
            QuestionError: the question, a number or a filter cannot be used; the message says which.
            TypeError: the question is no text.
            ArchiveIndexError: the index is gone or damaged.
            EncoderError: the encoder cannot be loaded, or another has encoded the index since it was opened.
            ReaderUnavailable, RerankerUnavailable: what reads the first passages cannot be loaded.
        """
        request = request_of(
            question,
            limit,
            offset=offset,
            order=order,
            after=after,
            before=before,
            outlets=outlets,
            places=places,
            languages=languages,
            articles=articles,
            kind=kind,
            as_written=as_written,
            asked_on=asked_on,
            any_time=any_time,
            as_of=as_of,
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
        request = request_of("", limit, **keywords)
        check_beside(request, self._settings)  # where there is no question too
        return tuple(map(self._with_control, self._many.answers(questions, request)))

    def answer(self, request: SearchRequest) -> Answer:
        """Return the answer to a request: as `ask`, with all that is asked in one object."""
        _check_request(request)
        return self._with_control(self._answering.answer(request))

    def survey(
        self,
        question: str,
        *,
        after: str | date | None = None,
        before: str | date | None = None,
        outlets: Iterable[str] | None = None,
        places: Iterable[str] | None = None,
        languages: Iterable[str] | None = None,
        articles: Iterable[str] | None = None,
        asked_on: str | date | None = None,
        any_time: bool = False,
        as_of: str | date | None = None,
    ) -> Survey:
        """Return how many passages are relevant to a question, by month, day, outlet, place and language.

        The filters are those of `ask`; each list is counted without its own. A count is how many passages `ask` calls
        relevant with that filter, copies too. Neither a reader nor a reranker is asked.

        >>> survey = archive.survey("What was said of the border?")
        >>> [(month.name, month.passages) for month in survey.months]
        [('2023-04', 3)]

        Raises:
            QuestionError, ArchiveIndexError, EncoderError: as `ask`.
        """
        request = request_of(
            question,
            1,
            after=after,
            before=before,
            outlets=outlets,
            places=places,
            languages=languages,
            articles=articles,
            asked_on=asked_on,
            any_time=any_time,
            as_of=as_of,
        )
        return self.survey_of(request)

    def survey_of(self, request: SearchRequest) -> Survey:
        """Return the survey of a request: as `survey`; its limit, offset and order do not count."""
        _check_request(request)
        return self._answering.survey(request)

    def example_questions(self, count: int = 4, language: str = "en") -> tuple[str, ...]:
        """Return questions, made from the archive's own sentences, that it answers; fewer or none rather than odd ones.

        `language` is "en", "ru" or "kk": that of the questions and of the articles they are made of. There are none in
        another. The first time in each revision takes as long as asking some questions.

        Raises:
            ArchiveIndexError, EncoderError, ReaderUnavailable, RerankerUnavailable: as for `ask`.
        """
        questions = self._questions.current_value(self._index).examples.get(language)
        return questions.first(count, lambda question: self.ask(question, limit=1)) if questions else ()

    def control(self) -> Control:
        """Return how the archive fares on questions that it is known to answer; see `Control`.

        The first time in each revision takes as long as asking twenty questions. From then on it stands in
        `answer.absence` where the verdict is "none".

        Raises:
            ArchiveIndexError, EncoderError, ReaderUnavailable, RerankerUnavailable: as for `ask`.
        """
        while (found := self.work_on_control()) is None:
            pass
        return found

    def work_on_control(self) -> Control | None:
        """Ask one of the questions that `control` asks; return how the archive fares, None as long as some are left.

        Raises:
            ArchiveIndexError, EncoderError, ReaderUnavailable, RerankerUnavailable: as for `ask`.
        """
        return self._questions.current_value(self._index).control.ask_next(
            lambda question: self._controlling.answer(SearchRequest(question, limit=1, kind="question"))
        )

    def _with_control(self, answer: Answer) -> Answer:
        """Return an answer with how the archive fares, if that is known and something is missing."""
        made = self._questions.known(answer.revision)
        control = None if made is None else made.control.result
        if answer.absence is None or control is None or not control.asked:
            return answer
        return replace(answer, absence=replace(answer.absence, control=control))


def _check_request(request: object) -> None:
    if not isinstance(request, SearchRequest):
        kind = type(request).__name__
        raise TypeError(
            f"what is asked must be a SearchRequest, not {kind}: write SearchRequest(question), or use `ask`"
        )
