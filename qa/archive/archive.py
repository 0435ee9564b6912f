"""The opened archive, which answers questions: the whole path of a question is `Archive.answer`."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from qa.archive.browsing import Browsable
from qa.articles.folder import root_of
from qa.build.build import build_folder
from qa.build.consent import Consent
from qa.build.ingest import Progress
from qa.build.report import BuildReport
from qa.build.status import followed_folder
from qa.build.update import update_files
from qa.errors import EncoderMismatch, IndexMissing
from qa.index.index import Index, View
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.protocol import Encoder
from qa.models.reader.protocol import Reader
from qa.models.reader.trained_reader import find_reader
from qa.models.reranker import Reranker, find_reranker
from qa.records import Answer, ModelNames
from qa.retrieval.evidence import page_of_evidence
from qa.retrieval.query import query_of
from qa.retrieval.question import read_question
from qa.retrieval.ranking import Models, rank
from qa.retrieval.request import SearchRequest, check_page, day, filters_of, names
from qa.retrieval.scope import scope_of
from qa.retrieval.survey import Survey, survey
from qa.retrieval.verdict import verdict
from qa.settings import Settings, default_index


class Archive(Browsable):
    """An index opened for asking. It follows the index as builds change it; any number of threads may ask at once."""

    def __init__(self, index: Index, models: Models, settings: Settings, report: BuildReport | None = None) -> None:
        super().__init__(index, settings)
        self._models, self._encoder = models, models.encoder
        self.report = report
        """What the build changed, where this archive comes from `Archive.build`."""

    @property
    def models(self) -> ModelNames:
        """The names of the models that questions are answered with."""
        reader, reranker = self._models.reader if self._settings.read else None, self._models.reranker
        found = self._encoder
        return ModelNames(found.name, found.fingerprint, reader is not None, reranker.name if reranker else None)

    @classmethod
    def open(
        cls,
        index: str | Path | None = None,
        *,
        encoder: str | Encoder | None = None,
        reader: Reader | None = None,
        reranker: str | Reranker | None = None,
        settings: Settings | None = None,
    ) -> "Archive":
        """Open an index (`$QA_INDEX` or `./index` if none is named) with the encoder that made it.

        With the default encoder, the first ten passages of every question are read by a reader of our own: it takes
        most of a question's time, and `Settings(read=0)` leaves it out. A reranker, a Sentence Transformers
        cross-encoder by folder or hub name, reorders the first thirty before that; there is none by default.

        >>> archive = Archive.open("index")
        >>> archive.status().articles
        5

        Raises:
            ArchiveIndexError, EncoderError, RerankerUnavailable: with the remedy.
        """
        settings = settings or Settings()
        opened = Index(Path(index) if index is not None else default_index(), settings)
        state = opened.state()
        found = _encoder(encoder or state.encoder_name, opened.folder)
        _check_encoder(found, state.encoder_fingerprint, opened.folder)
        reranking = find_reranker(reranker) if isinstance(reranker, str) else reranker
        return cls(opened, Models(found, reader or find_reader(found.name), reranking), settings)

    @classmethod
    def build(
        cls,
        folder: str | Path,
        index: str | Path | None = None,
        *,
        encoder: str | Encoder | None = None,
        replace: bool = False,
        yes: bool = False,
        settings: Settings | None = None,
        progress: Progress | None = None,
    ) -> "Archive":
        """Bring an index up to date with a folder of articles and open it; `report` says what changed.

        An index keeps the encoder it was made with unless another is named. `replace` lets it follow another folder;
        `yes` agrees to that, and that more than half of its articles are gone.

        >>> archive = Archive.build("seeds", "index")
        >>> print(archive.report)
        5 added, 0 changed, 0 removed, 0 unchanged; 44 passages encoded

        Raises:
            FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
        """
        where, settings = Path(index) if index is not None else default_index(), settings or Settings()
        root_of(Path(folder))  # a wrong name is said before a model is made ready
        found = _encoder(encoder or _encoder_of(where), where)
        consent = Consent(another_folder=replace or yes, fewer_articles=yes, another_encoder=encoder is not None)
        report = build_folder(Path(folder), where, found, settings, consent, progress)
        return cls(Index(where, settings), Models(found, find_reader(found.name)), settings, report)

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
            order: "relevance"; "newest" or "oldest" shows only what is relevant among what is found first.
            after: The earliest date, included: "2022-12-10", "2022-12" or "2022". It leaves out the undated.
            before: The latest date, included, likewise.
            outlets: Names of outlets; each matches whole, as stated or as shown, ignoring case.
            places: Names of places, likewise; "ASTANA" also matches "ASTANA/MOSCOW".
            articles: Files of articles, below the folder of articles.

        Raises:
            QuestionError: the question, a number or a filter cannot be used; the message says which.
            ArchiveIndexError: the index is gone or damaged.
            EncoderError: the encoder cannot be loaded, or another has encoded the index since it was opened.
            ReaderUnavailable, RerankerUnavailable: what reads the first passages cannot be loaded.
        """
        request = SearchRequest(
            question,
            limit,
            offset,
            order,
            day(after),
            day(before),
            names("outlets", outlets),
            names("places", places),
            names("articles", articles),
        )
        return self.answer(request)

    def answer(self, request: SearchRequest) -> Answer:
        """Return the answer to a request: as `ask`, with all that is asked in one object."""
        check_page(request, self._settings)
        filters, question = filters_of(request), read_question(request.question, self._settings)
        vector = self._encoder.encode_question(question.words)
        with self._view() as view:
            query = query_of(view, self._encoder, question, vector)
            scope = scope_of(view, question, filters)
            ranking = rank(view, self._models, self._settings, request, query, scope)
            return Answer(
                question=question.text,
                verdict=verdict(ranking.confidence),
                confidence=ranking.confidence,
                revision=view.snapshot.state.revision,
                evidence=page_of_evidence(view, request, ranking),
                undated=view.snapshot.catalogue.undated(filters, view.connection),
                corrections=query.corrections,
                unheld=scope.unheld,
                unknown=view.snapshot.catalogue.unknown(filters, view.connection),
            )

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

        The filters are those of `ask`; each list is counted without its own. Neither a reader nor a reranker is asked.

        >>> survey = archive.survey("What was said of the border?")
        >>> [(month.name, month.passages) for month in survey.months]
        [('2023-04', 3)]

        Raises:
            QuestionError, ArchiveIndexError, EncoderError: as `ask`.
        """
        request = SearchRequest(
            question,
            after=day(after),
            before=day(before),
            outlets=names("outlets", outlets),
            places=names("places", places),
            articles=names("articles", articles),
        )
        return self.survey_of(request)

    def survey_of(self, request: SearchRequest) -> Survey:
        """Return the survey of a request: as `survey`; its limit, offset and order do not count."""
        filters, question = filters_of(request), read_question(request.question, self._settings)
        vector = self._encoder.encode_question(question.words)
        with self._view() as view:
            query = query_of(view, self._encoder, question, vector)
            return survey(view, self._settings, question, filters, query)

    def update(
        self, paths: Iterable[str | Path], *, yes: bool = False, progress: Progress | None = None
    ) -> BuildReport:
        """Ingest what some files or folders below the folder of articles hold now; what is gone is removed.

        The encoder is warm and nothing else is read, so this takes a moment whatever the size of the archive. The next
        question is answered from it. `yes` agrees that more than half of the articles are gone.

        Raises:
            FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
        """
        files, consent = [Path(path) for path in paths], Consent(fewer_articles=yes)
        return update_files(files, self._index.folder, self._encoder, self._settings, consent, progress)

    def rebuild(self, *, yes: bool = False, progress: Progress | None = None) -> BuildReport:
        """Ingest whatever has changed in the folder of articles; see `update` for `yes` and what is raised."""
        consent = Consent(fewer_articles=yes)
        return build_folder(self.folder, self._index.folder, self._encoder, self._settings, consent, progress)

    def example_questions(self, count: int = 4, language: str = "en") -> tuple[str, ...]:
        """Return questions, made from the archive's own sentences, that it answers; fewer or none rather than odd ones.

        `language` is "en", "ru" or "kk": that of the questions and of the articles they are made of. There are none in
        another. The first time in each revision takes as long as asking some questions.

        Raises:
            ArchiveIndexError, EncoderError, ReaderUnavailable, RerankerUnavailable: as for `ask`.
        """
        return self._overview.example_questions(count, language, lambda question: self.ask(question, limit=1))

    @contextmanager
    def _view(self) -> Iterator[View]:
        """Open a view of the newest revision, unless another encoder has encoded it since the archive was opened."""
        with self._index.view() as view:
            _check_encoder(self._encoder, view.snapshot.state.encoder_fingerprint, self._index.folder)
            yield view


def followed_by(index: Path) -> Path:
    """Return the folder of articles that an index follows."""
    opened = Index(index)
    return followed_folder(opened.folder, opened.state())


def _encoder(chosen: str | Encoder | None, index: Path) -> Encoder:
    return find_encoder(chosen, index) if chosen is None or isinstance(chosen, str) else chosen


def _encoder_of(index: Path) -> str | None:
    try:
        return Index(index).state().encoder_name
    except IndexMissing:
        return None


def _check_encoder(encoder: Encoder, fingerprint: str, index: Path) -> None:
    if encoder.fingerprint != fingerprint:
        raise EncoderMismatch(
            f"the index {index} was not made with the encoder {encoder.name} as it is found now: open it again, or "
            f"encode everything with it by `qa build --encoder {encoder.name} --index {index}`"
        )
