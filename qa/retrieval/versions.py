"""Set a passage beside the versions of its article: what stood in its place, what stands there, what was corrected."""

from collections.abc import Iterator

from qa.articles.corrections import correction_notes
from qa.index.index import View
from qa.index.lexical.common_words import COMMON
from qa.index.lexical.words import held_terms
from qa.index.store.articles import read_articles, spans_of
from qa.index.store.passages import StoredPassage, read_passages, read_words
from qa.records import Article, Copy, Passage
from qa.retrieval.near_duplicates import wording

_ALIKE = 0.2
"""The least share of three-word runs with which a passage stands in another's place: less shares a phrase."""
_OF_NOTES = frozenset(
    """correct correction clarif clarifi amend amended editor note earlier previous version articl stori report piec
    origin state said gave incorrect wrong wrongli updat read misstat misspel misspelt исправлен уточнен поправк
    предыдущ верси
    редакц материал текст стать""".split()  # noqa: SIM905
)
"""Terms of any note of correction, which do not tell what it corrects."""


def earlier_wordings(view: View, stored: StoredPassage) -> tuple[Copy, ...]:
    """Return what earlier versions of its article said in place of a passage, where that differs; the newest first."""
    found, seen = list[Copy](), {stored.passage.text}
    for older in view.snapshot.catalogue.versions.before(stored.article_row):
        alike = passage_alike(view, stored, older)
        if alike is not None and alike.passage.text not in seen:
            seen.add(alike.passage.text)
            found.append(alike)
    return tuple(found)


def passage_alike(view: View, stored: StoredPassage, article_row: int) -> Copy | None:
    """Return the passage of another version that a passage has most words in common with; None where none is alike."""
    span = spans_of(view.connection, [article_row])[article_row]
    own = wording(str(stored.article_row), stored.passage.text).runs
    best, share = None, _ALIKE
    for row, it in read_words(view.connection, range(span.first, span.first + span.passages)).items():
        runs = wording(str(article_row), it.text).runs
        shared = len(own & runs) / min(len(own), len(runs))
        if shared > share or (it.text == stored.passage.text and best is None):
            best, share = row, shared
    if best is None:
        return None
    passage = read_passages(view.connection, [best])[best].passage
    return Copy(read_articles(view.connection, [article_row])[article_row], passage)


def notes_on(article: Article, passage: Passage) -> tuple[str, ...]:
    """Return the published corrections of an article that bear on a passage, word for word."""
    return tuple(_bearing(article, passage))


def _bearing(article: Article, passage: Passage) -> Iterator[str]:
    terms: frozenset[str] | None = None
    for note in correction_notes(article.text):
        if note.start < passage.end and passage.start < note.end:
            continue  # the passage holds it
        if terms is None:
            terms = held_terms(passage.text, article.language)
        text = article.text[note.start : note.end]
        if terms & (held_terms(text, article.language) - COMMON - _OF_NOTES):
            yield text
