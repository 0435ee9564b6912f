"""Answer questions from an index: the whole path of a question on one screen, `Archive.ask`."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from qa.answer_kind import kind_asked
from qa.build import Consent
from qa.build import build as build_index
from qa.contents import Contents, check_wanted, contents
from qa.encoder.protocol import Encoder, Vectors
from qa.encoder.sentence_transformer import find_encoder
from qa.errors import EncoderMismatch, IndexMissing, NotInArchive
from qa.evidence import page_of_evidence
from qa.holdings import Holdings, count_holdings
from qa.index import Index, View
from qa.intake import Progress
from qa.kept import Kept
from qa.overview import Overview
from qa.plain_text import is_text
from qa.question import Question, check_filters, check_limit, check_order, check_parts, check_question
from qa.ranking import Models, rank
from qa.reader.protocol import Reader
from qa.reader.trained_reader import find_reader
from qa.records import Answer, Article, Copy, ModelNames, Passage
from qa.report import BuildReport
from qa.reranker.cross_encoder import find_reranker
from qa.reranker.protocol import Reranker
from qa.scope import scope_of
from qa.settings import Settings, default_index
from qa.spelling import Spelling, spell
from qa.status import ArchiveStatus, archive_status, followed_folder
from qa.store.articles import article_row_of, read_articles
from qa.store.passages import passage_row_of, passage_rows_of, read_passages
from qa.survey import Survey, survey
from qa.terms import weigh_terms
from qa.titles import fold_titles
from qa.topic_map.topic_map import MapPlace, TopicMap
from qa.update import update as update_index
from qa.verdict import verdict
from qa.weighing import Query


class Archive:
    """An index opened for asking. It follows the index as builds change it; any number of threads may ask at once."""

    def __init__(self, index: Index, models: Models, settings: Settings, report: BuildReport | None = None) -> None:
        self._index, self._models, self._encoder, self._settings = index, models, models.encoder, settings
        self._holdings, self._titles = Kept(count_holdings), Kept(fold_titles)
        self._overview = Overview(index)
        self.report = report
        """What the build changed, where this archive comes from `Archive.build`."""

    @property
    def models(self) -> ModelNames:
        """Name the models that questions are answered with."""
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

        Raises:
            ArchiveIndexError, EncoderError, RerankerUnavailable: with the remedy.
        """
        settings = settings or Settings()
        opened = Index(Path(index) if index is not None else default_index(), settings)
        state = opened.state()
        found = _encoder(encoder or state.encoder_name)
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

        Raises:
            FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
        """
        where, settings = Path(index) if index is not None else default_index(), settings or Settings()
        found = _encoder(encoder or _encoder_of(where))
        consent = Consent(another_folder=replace or yes, fewer_articles=yes, another_encoder=encoder is not None)
        report = build_index(Path(folder), where, found, settings, consent, progress)
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
        """Find the passages that answer a question, best first.

        "Quoted words" must be held as they are written, -word must not be in any form, nor -"quoted words" as written.
        `after` and `before` are included and leave out articles without a full date; outlets and places match whole,
        as stated or as shown, ignoring case; articles are named by file. `order` may be "newest" or "oldest" instead of
        "relevance": of what is found first, that part is then shown which bears on the question.

        Raises:
            QuestionError: the question, a number or a filter cannot be used; the message says which.
            ArchiveIndexError: the index is gone or damaged.
            EncoderError: the encoder cannot be loaded, or the index was encoded anew by another since it was opened.
            ReaderUnavailable, RerankerUnavailable: what reads the first passages cannot be loaded.
        """
        check_limit(limit, offset, self._settings)
        filters = check_filters(after, before, outlets, places, articles)
        text = check_question(question, self._settings)
        asked = Question(text, check_parts(text), limit, offset, check_order(order), filters)
        vector = self._encoder.encode_question(asked.parsed.words)
        with self._index.view() as view:
            _check_encoder(self._encoder, view.snapshot.state.encoder_fingerprint, self._index.folder)
            spelling = spell(asked.parsed.words, view, self._encoder, asked.parsed.required)
            query = self._query(view, spelling, vector)
            scope = scope_of(view, asked)
            ranking = rank(view, self._models, self._settings, asked, query, scope)
            return Answer(
                question=asked.text,
                verdict=verdict(ranking.confidence),
                confidence=ranking.confidence,
                revision=view.snapshot.state.revision,
                evidence=page_of_evidence(view, asked, query, ranking),
                undated=view.snapshot.catalogue.undated(asked.filters, view.connection),
                corrections=spelling.corrections,
                unheld=scope.unheld,
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
        """Count the passages that bear on a question by month, day, outlet and place; filters are those of `ask`.

        Neither a reader nor a reranker is asked. Each list is counted without its own filter.

        Raises:
            QuestionError, ArchiveIndexError, EncoderError: as `ask`.
        """
        filters = check_filters(after, before, outlets, places, articles)
        text = check_question(question, self._settings)
        asked = Question(text, check_parts(text), 1, 0, "relevance", filters)
        vector = self._encoder.encode_question(asked.parsed.words)
        with self._index.view() as view:
            _check_encoder(self._encoder, view.snapshot.state.encoder_fingerprint, self._index.folder)
            spelling = spell(asked.parsed.words, view, self._encoder, asked.parsed.required)
            return survey(view, self._settings, asked, self._query(view, spelling, vector))

    def contents(
        self,
        *,
        order: str = "newest",
        limit: int = 50,
        offset: int = 0,
        outlet: str | None = None,
        month: str | None = None,
        title: str | None = None,
    ) -> Contents:
        """List the articles, a page of them: those of an outlet, of a month, with some words in their titles.

        An outlet "" asks for the articles that state none, a month "undated" for those without a full date. `order` is
        "newest", "oldest", "title", "outlet" or "passages"; the undated stand last in both orders of date.

        Raises:
            QuestionError: a number or a filter cannot be used; the message says which.
            ArchiveIndexError: the index is gone or damaged.
        """
        wanted = check_wanted(order, limit, offset, outlet, month, title, self._settings)
        with self._index.view() as view:
            return contents(view, wanted, self._titles)

    def holdings(self) -> Holdings:
        """Count the articles of each month and of each outlet."""
        with self._index.view() as view:
            return self._holdings.at(view)

    def update(
        self, paths: Iterable[str | Path], *, yes: bool = False, progress: Progress | None = None
    ) -> BuildReport:
        """Take in what some files or folders below the folder of articles hold now; what is gone is removed.

        The encoder is warm and nothing else is read, so this takes a moment whatever the size of the archive. The next
        question is answered from it. `yes` agrees that more than half of the articles are gone.

        Raises:
            FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
        """
        files, consent = [Path(path) for path in paths], Consent(fewer_articles=yes)
        return update_index(files, self._index.folder, self._encoder, self._settings, consent, progress)

    def rebuild(self, *, yes: bool = False, progress: Progress | None = None) -> BuildReport:
        """Take in whatever has changed in the folder of articles; see `update` for `yes` and what is raised."""
        consent = Consent(fewer_articles=yes)
        return build_index(self.folder, self._index.folder, self._encoder, self._settings, consent, progress)

    @property
    def folder(self) -> Path:
        """The folder of articles that the index follows."""
        return followed_folder(self._index.folder, self._index.state())

    def article(self, file: str) -> Article:
        """Give the article of a file.

        Raises:
            NotInArchive: there is none.
        """
        with self._index.view() as view:
            row = _article_row(view, file)
            return read_articles(view.connection, [row])[row]

    def passages(self, file: str) -> tuple[Passage, ...]:
        """Give an article's passages in reading order.

        Raises:
            NotInArchive: there is no article of that file.
        """
        with self._index.view() as view:
            _article_row(view, file)
            rows = passage_rows_of(view.connection, file)
            stored = read_passages(view.connection, rows)
            return tuple(stored[row].passage for row in rows)

    def passage(self, passage_id: str) -> Copy:
        """Give a passage by its id, with its article.

        Raises:
            NotInArchive: there is none; its article may have been changed or removed.
        """
        with self._index.view() as view:
            row = passage_row_of(view.connection, passage_id) if is_text(passage_id) else None
            if row is None:
                raise NotInArchive("that passage is not in the archive: its article was changed or removed")
            stored = read_passages(view.connection, [row])[row]
            return Copy(read_articles(view.connection, [stored.article_row])[stored.article_row], stored.passage)

    def map(self) -> TopicMap:
        """Draw what the archive is about: up to 2,000 of its passages on a plane, in topics.

        The first time in each revision takes some seconds; questions go on meanwhile.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        return self._overview.map()

    def map_places(self, passage_ids: Iterable[str]) -> tuple[MapPlace, ...]:
        """Say where passages stand on the map, whether or not they are points of it; it is drawn first if need be.

        Passages that are not in the archive are left out.

        Raises:
            ArchiveIndexError: the index is gone or damaged.
        """
        return self._overview.places(passage_ids)

    def example_questions(self, count: int = 4, language: str = "en") -> tuple[str, ...]:
        """Give questions, made of the archive's own sentences, that it answers; fewer or none rather than odd ones.

        `language` is "en", "ru" or "kk": that of the questions and of the articles they are made of. There are none in
        another. The first time in each revision takes as long as asking some questions.

        Raises:
            ArchiveIndexError, EncoderError, ReaderUnavailable, RerankerUnavailable: as for `ask`.
        """
        return self._overview.example_questions(count, language, lambda question: self.ask(question, limit=1))

    def status(self) -> ArchiveStatus:
        """Say what the archive holds now."""
        return archive_status(self._index)

    def _query(self, view: View, spelling: Spelling, vector: Vectors) -> Query:
        """Put a question as it is read into every form; the vector is that of the question as it was asked."""
        if spelling.corrections:
            vector = self._encoder.encode_question(spelling.question)
        words = weigh_terms(spelling.question, view.snapshot.lexical)
        return Query(spelling.question, vector, words, kind_asked(spelling.question))


def followed_by(index: Path) -> Path:
    """Give the folder of articles that an index follows."""
    opened = Index(index)
    return followed_folder(opened.folder, opened.state())


def _article_row(view: View, file: str) -> int:
    row = article_row_of(view.connection, file) if is_text(file) else None
    if row is None:
        raise NotInArchive(f"the archive holds no article {file!r}: it may have been removed since")
    return row


def _encoder(chosen: str | Encoder | None) -> Encoder:
    return find_encoder(chosen) if chosen is None or isinstance(chosen, str) else chosen


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
