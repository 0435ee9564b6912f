"""The opened archive: open or build one, ask and browse it, update it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace as with_
from datetime import date as day
from pathlib import Path

from qa.archive.answering import check_encoder
from qa.archive.asking import Askable
from qa.archive.chosen import chosen_encoder, chosen_reader, chosen_reranker, chosen_settings
from qa.articles.folder import root_of
from qa.articles.selection import select
from qa.build.additions import add_articles, create_index, remove_articles
from qa.build.build import build_folder
from qa.build.columns import checked_columns
from qa.build.consent import Consent
from qa.build.first_encoder import encoder_of
from qa.build.ingest import Progress
from qa.build.report import BuildReport
from qa.build.status import folder_of_state
from qa.build.update import update_files
from qa.errors import ArchiveIndexError
from qa.index.index import Index
from qa.models.encoder.protocol import Encoder
from qa.models.reader.choice import find_reader
from qa.models.reader.protocol import Reader
from qa.models.reranker import Reranker
from qa.records import NewArticle
from qa.retrieval.ranking import Models
from qa.settings import Settings, default_index


class Archive(Askable):
    """An index opened for asking. It follows the index as builds change it; any number of threads may ask at once."""

    def __init__(self, index: Index, models: Models, settings: Settings, report: BuildReport | None = None) -> None:
        super().__init__(index, models, settings)
        self.report = report
        """What the build changed, where this archive comes from `Archive.build`."""

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
        settings = chosen_settings(settings)
        opened = Index(Path(index) if index is not None else default_index(), settings)
        state = opened.state()
        found = chosen_encoder(state.encoder_name if encoder is None else encoder, opened.folder)
        check_encoder(found, state.encoder_fingerprint, opened.folder)
        models = Models(found, chosen_reader(reader, found), chosen_reranker(reranker))
        return cls(opened, models, settings)

    @classmethod
    def build(
        cls,
        folder: str | Path | Iterable[str | Path],
        index: str | Path | None = None,
        *,
        encoder: str | Encoder | None = None,
        replace: bool = False,
        yes: bool = False,
        columns: Mapping[str, str] | None = None,
        versions_apart: bool | None = None,
        keep_furniture: bool | None = None,
        settings: Settings | None = None,
        progress: Progress | None = None,
    ) -> "Archive":
        """Bring an index up to date with a folder of articles and open it; `report` says what changed.

        Several folders, files and patterns such as "2024/*.html" can be named: they are read below the folder that they
        have in common, and an index keeps them.

        An index keeps the encoder it was made with unless another is named. A new one gets the multilingual encoder, if
        that is installed, where one article in twenty is in another language than English; else the English one.

        `columns` says in which column of a table a field stands, where its name does not: {"title": "headline"}. An
        index keeps them.

        Of several versions of an article the newest answers; `versions_apart` lets each answer for itself, until it is
        False again. Lines that come again in a tenth of an outlet's articles are left out, and `keep_furniture` keeps
        them likewise.

        `replace` lets it follow another folder; `yes` agrees to that, and that more than half of its articles are gone.

        >>> archive = Archive.build("seeds", "index")
        >>> print(archive.report)
        5 added, 0 changed, 0 removed, 0 unchanged; 44 passages encoded

        Raises:
            FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
        """
        where, settings = Path(index) if index is not None else default_index(), chosen_settings(settings)
        chosen = select([folder] if isinstance(folder, str | Path) else list(folder))
        root_of(chosen.folder)  # a wrong name is said before a model is made ready
        stated = with_(
            settings,
            selection=chosen.patterns if chosen.patterns or replace else settings.selection,
            columns=settings.columns if columns is None else checked_columns(columns),
            versions_apart=settings.versions_apart if versions_apart is None else versions_apart,
            furniture_kept=settings.furniture_kept if keep_furniture is None else keep_furniture,
        )
        found = encoder_of(where, chosen.folder, stated) if encoder is None else chosen_encoder(encoder, where)
        consent = Consent(another_folder=replace or yes, fewer_articles=yes, another_encoder=encoder is not None)
        report = build_folder(chosen.folder, where, found, stated, consent, progress)
        return cls(Index(where, settings), Models(found, find_reader(found.name)), settings, report)

    @classmethod
    def create(
        cls, index: str | Path | None = None, *, encoder: str | Encoder | None = None, settings: Settings | None = None
    ) -> "Archive":
        """Create an index that follows no folder, for articles that are added, and open it; open it if it is there.

        >>> archive = Archive.create("notes")
        >>> archive.add(id="minutes-7", title="Minutes", text="The council met on Monday and chose a new chair.")
        'minutes-7'

        Raises:
            ArchiveIndexError, EncoderError: with the remedy.
        """
        where, settings = Path(index) if index is not None else default_index(), chosen_settings(settings)
        found = encoder_of(where) if encoder is None else chosen_encoder(encoder, where)
        create_index(where, found, settings)
        return cls.open(where, encoder=found, settings=settings)

    def close(self) -> None:
        """Close the index; whatever asks after that raises ArchiveClosed. An archive is its own context manager."""
        self._index.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        try:
            state = self._index.state()
        except ArchiveIndexError:
            return f"<Archive {str(self._index.folder)!r}, which cannot be read>"
        articles = f"{state.articles:,} article{'' if state.articles == 1 else 's'}"
        return f"<Archive {str(self._index.folder)!r}: {articles}, revision {state.revision}>"

    def update(
        self, paths: str | Path | Iterable[str | Path], *, yes: bool = False, progress: Progress | None = None
    ) -> BuildReport:
        """Ingest what some files or folders below the folder of articles hold now; what is gone is removed.

        The encoder is warm and nothing else is read, so this takes a moment whatever the size of the archive. The next
        question is answered from it. `yes` agrees that more than half of the articles are gone.

        Raises:
            FolderError, ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
        """
        self._index.check_open()
        several = [paths] if isinstance(paths, str | Path) else paths
        files, consent = [Path(path) for path in several], Consent(fewer_articles=yes)
        return update_files(files, self._index.folder, self._encoder, self._settings, consent, progress)

    def rebuild(self, *, yes: bool = False, progress: Progress | None = None) -> BuildReport:
        """Ingest whatever has changed in the folder of articles; see `update` for `yes` and what is raised."""
        self._index.check_open()
        consent = Consent(fewer_articles=yes)
        return build_folder(self.folder, self._index.folder, self._encoder, self._settings, consent, progress)

    def add(
        self,
        text: str,
        *,
        id: str | None = None,  # noqa: A002  what everybody calls it
        title: str | None = None,
        outlet: str | None = None,
        date: str | day | None = None,
        author: str | None = None,
        place: str | None = None,
        section: str | None = None,
        url: str | None = None,
    ) -> str:
        """Add an article without a file, in place of what was added under that id, and return its id.

        It belongs to no folder: builds leave it alone. Its `article.file` is the id; without one an id is made of all
        that is given. What is not given is read from the text. Each call makes a revision; `add_many` makes one only.

        Raises:
            ArticleUnreadable: the text, the id or a field cannot be used; the message says which.
            ArticleInFolder: the folder has a file of that name.
            TypeError: the text, the id or a field is of another type.
            ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
        """
        given = NewArticle(text, id, title, outlet, date, author, place, section, url)
        self.add_many([given])
        return given.key

    def add_many(self, articles: Iterable[NewArticle], *, progress: Progress | None = None) -> BuildReport:
        """Add articles as `add` does, in one revision: all of them or, where one cannot be added, none."""
        self._index.check_open()
        return add_articles(articles, self._index.folder, self._encoder, self._settings, progress)

    def remove(self, id: str, *others: str) -> BuildReport:  # noqa: A002
        """Remove articles that were added without a file, in one revision.

        Raises:
            ArticleNotInArchive: there is none of an id; nothing was changed.
            TypeError: an id is no text.
            ArticleInFolder: a file of the folder is removed from there.
            ArchiveIndexError, EncoderError: nothing was changed; the message holds the remedy.
        """
        self._index.check_open()
        return remove_articles([id, *others], self._index.folder, self._encoder, self._settings)


def articles_folder(index: Path) -> Path:
    """Return the folder of articles that an index follows."""
    opened = Index(index)
    return folder_of_state(opened.folder, opened.state())
