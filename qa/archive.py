"""Answer questions from an index: the whole path of a question on one screen, `Archive.ask`."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock

from qa.build import BuildReport, Consent
from qa.build import build as build_index
from qa.copies import group_copies, wording
from qa.encoder.protocol import Encoder, Vectors
from qa.encoder.sentence_transformer import find_encoder
from qa.errors import EncoderMismatch, IndexMissing, NotInArchive
from qa.fusion import Candidates, fuse
from qa.index import Index, View
from qa.intake import Progress
from qa.marking import mark
from qa.plain_text import plain
from qa.question import Question, check_filters, check_limit, check_order, check_question
from qa.records import Answer, Article, Copy, Evidence, Passage
from qa.settings import Settings, default_index
from qa.status import ArchiveStatus, archive_status, followed_folder
from qa.store.rows import article_row_of, passage_row_of, passage_rows_of, read_articles, read_passages
from qa.terms import QuestionTerms, weigh_terms
from qa.verdict import confidence, leads, probability, verdict
from qa.weighing import Weighed, weigh


class Archive:
    """An index opened for asking. It follows the index as builds change it; any number of threads may ask at once."""

    def __init__(self, index: Index, encoder: Encoder, settings: Settings, report: BuildReport | None = None) -> None:
        self._index, self._encoder, self._settings = index, encoder, settings
        self.report = report
        """What the build changed, where this archive comes from `Archive.build`."""

    @classmethod
    def open(
        cls,
        index: str | Path | None = None,
        *,
        encoder: str | Encoder | None = None,
        settings: Settings | None = None,
    ) -> "Archive":
        """Open an index (`$QA_INDEX` or `./index` if none is named) with the encoder that made it.

        Raises:
            ArchiveIndexError, EncoderError: with the remedy.
        """
        opened = Index(Path(index) if index is not None else default_index())
        state = opened.state()
        found = _encoder(encoder or state.encoder_name)
        _check_encoder(found, state.encoder_fingerprint, opened.folder)
        return cls(opened, found, settings or Settings())

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
        return cls(Index(where), found, settings, report)

    def ask(
        self,
        question: str,
        limit: int = 5,
        *,
        offset: int = 0,
        order: str = "relevance",
        after: str | date | None = None,
        before: str | date | None = None,
        outlets: Iterable[str] = (),
        places: Iterable[str] = (),
        articles: Iterable[str] = (),
    ) -> Answer:
        """Find the passages that answer a question, best first.

        `after` and `before` are included and leave out articles without a full date; outlets and places match whole,
        ignoring case; articles are named by file. `order` may be "newest" or "oldest" instead of "relevance".

        Raises:
            QuestionError: the question, a number or a filter cannot be used; the message says which.
            ArchiveIndexError: the index is gone or damaged.
        """
        check_limit(limit, offset, self._settings)
        filters = check_filters(after, before, outlets, places, articles)
        asked = Question(check_question(question, self._settings), limit, offset, check_order(order), filters)
        vector = self._encoder.encode_question(asked.text)
        with self._index.view() as view:
            _check_encoder(self._encoder, view.snapshot.state.encoder_fingerprint, self._index.folder)
            words = weigh_terms(asked.text, view.snapshot.accelerators.lexical)
            candidates = self._candidates(view, asked, vector, words)
            weighed = self._weigh(view, asked, vector, words, candidates)
            groups = group_copies(
                [wording(it.article.file, it.stored.passage.text) for it in weighed], self._cosine(weighed)
            )
            leading = [weighed[group[0]] for group in groups]
            shares = leads([it.score for it in leading])
            confident = confidence(leading, float(shares[0]) if len(shares) else 0.0)
            return Answer(
                question=asked.text,
                verdict=verdict(confident),
                confidence=confident,
                revision=view.snapshot.state.revision,
                evidence=tuple(
                    Evidence(
                        score=leading[place].score,
                        probability=probability(leading[place], float(shares[place])),
                        sentence=mark(asked.text, words, leading[place]),
                        passage=leading[place].stored.passage,
                        article=leading[place].article,
                        copies=tuple(_copy(weighed[other]) for other in groups[place][1:]),
                        parts=leading[place].parts,
                    )
                    for place in _page(asked, leading)
                ),
                undated=view.snapshot.catalogue.undated(asked.filters),
            )

    def _candidates(self, view: View, asked: Question, vector: Vectors, words: QuestionTerms) -> Candidates:
        """Search by meaning and by words, filters first, and fuse."""
        searches, filters = view.snapshot.accelerators, asked.filters
        count = max(self._settings.candidates, asked.offset + asked.limit)
        mask = None if filters.empty else view.snapshot.catalogue.mask(filters)
        dense = searches.dense.search(vector, count, mask)
        lexical = searches.lexical.search(list(words.weights), count, None if filters.empty else filters)
        return fuse(dense, lexical, searches.dense, vector)

    def _weigh(
        self, view: View, asked: Question, vector: Vectors, words: QuestionTerms, candidates: Candidates
    ) -> list[Weighed]:
        """Weigh the first candidates, at least as many as are shown."""
        count = max(self._settings.weighed, asked.offset + asked.limit)
        rows = view.snapshot.catalogue.passage_rows[candidates.positions[:count]].tolist()
        stored = read_passages(view.connection, rows)
        articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
        return weigh(vector, words, [stored[row] for row in rows], articles, candidates.cosines[:count].tolist())

    def _cosine(self, weighed: Sequence[Weighed]) -> Callable[[int, int], float]:
        """Compare two passages by their words alone, headline and heading apart; each is encoded once if ever."""

        @cache
        def vector(place: int) -> Vectors:
            encoded: Vectors = self._encoder.encode_passages([plain(weighed[place].stored.passage.text)])[0]
            return encoded

        return lambda first, second: float(vector(first) @ vector(second))

    def article(self, file: str) -> Article:
        """Give the article of a file.

        Raises:
            NotInArchive: there is none.
        """
        with self._index.view() as view:
            row = article_row_of(view.connection, file)
            if row is None:
                raise NotInArchive(f"the archive holds no article {file!r}: it may have been removed since")
            return read_articles(view.connection, [row])[row]

    def passages(self, file: str) -> tuple[Passage, ...]:
        """Give an article's passages in reading order.

        Raises:
            NotInArchive: there is no article of that file.
        """
        self.article(file)
        with self._index.view() as view:
            rows = passage_rows_of(view.connection, file)
            stored = read_passages(view.connection, rows)
            return tuple(stored[row].passage for row in rows)

    def passage(self, passage_id: str) -> Copy:
        """Give a passage by its id, with its article.

        Raises:
            NotInArchive: there is none; its article may have been changed or removed.
        """
        with self._index.view() as view:
            row = passage_row_of(view.connection, passage_id)
            if row is None:
                raise NotInArchive("that passage is not in the archive: its article was changed or removed")
            stored = read_passages(view.connection, [row])[row]
            return Copy(read_articles(view.connection, [stored.article_row])[stored.article_row], stored.passage)

    def status(self) -> ArchiveStatus:
        """Say what the archive holds now."""
        return archive_status(self._index)


_open: dict[Path, Archive] = {}
_opening = Lock()


def retrieve(question: str, limit: int = 5, index: str | Path | None = None) -> tuple[Evidence, ...]:
    """Give the evidence for a question from an index, kept open for the next one; see `Archive.ask` for more."""
    where = (Path(index) if index is not None else default_index()).resolve()
    with _opening:
        archive = _open.get(where) or _open.setdefault(where, Archive.open(where))
    return archive.ask(question, limit).evidence


def followed_by(index: Path) -> Path:
    """Give the folder of articles that an index follows."""
    opened = Index(index)
    return followed_folder(opened.folder, opened.state())


def _page(asked: Question, leading: Sequence[Weighed]) -> list[int]:
    places = list(range(len(leading)))
    if asked.order != "relevance":
        newest = asked.order == "newest"
        dated = [place for place in places if (leading[place].article.date or "-")[0] != "-"]
        dated.sort(key=lambda place: leading[place].article.date or "", reverse=newest)
        places = dated + [place for place in places if place not in set(dated)]
    return places[asked.offset : asked.offset + asked.limit]


def _copy(weighed: Weighed) -> Copy:
    return Copy(weighed.article, weighed.stored.passage)


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
