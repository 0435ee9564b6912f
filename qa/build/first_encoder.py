"""Choose the encoder of a new index by the languages of the articles that it is to hold."""

from collections import Counter
from pathlib import Path

from qa.articles.folder import list_files
from qa.articles.parsing import read_article
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
    files = list_files(folder, settings).files
    step = max(1, len(files) // _SAMPLE)
    languages = Counter(_language(folder / file) for file in files[::step])
    read = languages_read(DEFAULT_ENCODER) or frozenset()
    others = sum(count for language, count in languages.items() if language is not None and language not in read)
    return MULTILINGUAL if others * _SHARE > languages.total() else None


def _language(file: Path) -> str | None:
    try:
        return read_article(file.name, file.read_bytes()).article.language
    except (ArticleUnreadable, OSError):  # the build names it
        return None
