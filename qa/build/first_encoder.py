"""Choose the encoder of a new index by the languages of the articles that it is to hold."""

from collections import Counter
from itertools import islice
from pathlib import Path

from qa.articles.folder import list_files
from qa.build.file_contents import open_contents
from qa.errors import ArticleUnreadable, IndexMissing
from qa.index.index import Index
from qa.models.encoder.choice import MULTILINGUAL, find_encoder
from qa.models.encoder.protocol import Encoder
from qa.models.languages import DEFAULT_ENCODER, languages_read
from qa.models.multilingual.encoder import have_multilingual
from qa.settings import Settings

_SAMPLE = 200
_SHARE = 20
"""A twentieth of the articles in other languages than English makes an archive one of several languages."""


def encoder_of(index: Path, folder: Path | None = None, settings: Settings | None = None) -> Encoder:
    """Find the encoder that an index was made with; where there is none yet, the one that fits a folder of articles.

    Raises:
        FolderError, ArchiveIndexError, EncoderError: with the remedy.
    """
    try:
        return find_encoder(Index(index).state().encoder_name, index)
    except IndexMissing:
        return find_encoder(_fitting(folder, settings or Settings()), index)


def _fitting(folder: Path | None, settings: Settings) -> str | None:
    """Return the multilingual encoder where some of a sample of the articles are not in English; else the default.

    Without its package the default is all there is.
    """
    if folder is None or not have_multilingual():
        return None
    files = list_files(folder, settings.selection or ()).files
    step = max(1, len(files) // _SAMPLE)
    languages = Counter(it for file in files[::step] for it in _languages(folder, file, settings))
    read = languages_read(DEFAULT_ENCODER) or frozenset()
    others = sum(count for language, count in languages.items() if language is not None and language not in read)
    return MULTILINGUAL if others * _SHARE > languages.total() else None


def _languages(folder: Path, file: str, settings: Settings) -> list[str | None]:
    """Return the languages of the first articles of a file."""
    try:
        first = islice(open_contents(folder, file, settings).articles, _SAMPLE)
        return [it.article.language for it in first if not isinstance(it, ArticleUnreadable)]
    except ArticleUnreadable:  # the build names it
        return []
