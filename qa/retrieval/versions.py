"""Set a passage beside the versions of its article: what stood in its place, what stands there, what was corrected."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from qa.articles.corrections import correction_notes
from qa.articles.front_matter import read_front_matter
from qa.index.index import View
from qa.index.lexical.common_words import COMMON
from qa.index.lexical.words import held_terms
from qa.index.store.articles import read_articles, spans_of
from qa.index.store.passages import StoredPassage, read_passages, read_words
from qa.records import Article, Copy, Span
from qa.retrieval.near_duplicates import wording

_ALIKE = 0.2
"""The least share of three-word runs with which a passage stands in another's place: less shares a phrase."""
_OF_NOTES = """
correct correction corrects corrected clarification clarifies clarified amend amended amendment erratum editor editors
editor's note earlier previous previously original originally initially version article story report piece post page
stated said says say gave give given incorrect incorrectly wrong wrongly updated read misstated misspelled misspelt
because reporting editing error errors mistake mistakenly typo regret apologise apologize fixed show reflect
date day year month name figure number spelling headline paragraph sentence caption photo
исправление исправления исправлено исправлена исправлен уточнение уточнено уточнена поправка опровержение редакция
редакции первоначальный первоначальной первоначальном предыдущая предыдущей предыдущем прежней версия версии вариант
варианте материал материале текст тексте статья статье новость новости заметка заголовок заголовке ранее указана указан
указано неверная неверно неверный ошибка ошибки ошибочно неправильно неточность говорилось сообщалось обновлено дата
дату даты дате имя цифра цифры число приносит приносим извинения читателям внесены
түзету түзетілді нақтылау нақтыланды редакция редакциядан мақала мақаланың мәтін мәтіннің жаңалық жаңалықтың нұсқа
нұсқада нұсқасында алғашқы бастапқы бұрынғы алдыңғы қате дұрыс емес көрсетілген делінген жазылған айтылған күні күн
аты сан тақырып кешірім
"""
"""Words of any note of correction, and of what it may correct: they do not tell where that stands."""
_SHORT = 2_000
"""Characters; of a shorter article a note that names nothing in it is shown with every passage."""


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


def notes_on(view: View, stored: StoredPassage, article: Article, earlier: Sequence[Copy]) -> tuple[str, ...]:
    """Return the published corrections of an article that bear on a passage, word for word.

    They name something that stands in the passage, or stood there in an earlier version. One that names nothing in any
    ("gave the wrong date") bears on what differs from an earlier version, on the first paragraph, and in a short
    article on all.
    """
    return tuple(_bearing(view, stored, article, earlier))


def _bearing(view: View, stored: StoredPassage, article: Article, earlier: Sequence[Copy]) -> Iterator[str]:
    passage, language = stored.passage, article.language
    notes = correction_notes(article.text)
    for note in notes:
        if note.start < passage.end and passage.start < note.end:
            continue  # the passage holds it
        text = article.text[note.start : note.end]
        named = held_terms(text, language) - COMMON - _of_notes(language)
        here = (passage.text, *(it.passage.text for it in earlier))
        likely = earlier or passage.number == 1 or len(article.text) <= _SHORT
        if _names(named, here, language) or (
            likely and not _names(named, _all_texts(view, stored, article, notes), language)
        ):
            yield text


def _names(named: frozenset[str], texts: Iterable[str], language: str | None) -> bool:
    return any(named & held_terms(it, language) for it in texts)


def _all_texts(view: View, stored: StoredPassage, article: Article, notes: Sequence[Span]) -> Iterator[str]:
    """Yield the text of an article without its notes, then those of its earlier versions."""
    kept, done = list[str](), 0
    for it in notes:
        kept.append(article.text[done : it.start])
        done = it.end
    front = read_front_matter(article.file, article.text)
    yield "\n".join([*kept, article.text[done:]])[front.end if front else 0 :]
    older = view.snapshot.catalogue.versions.before(stored.article_row)
    yield from (it.text for it in read_articles(view.connection, older).values())


@cache
def _of_notes(language: str | None) -> frozenset[str]:
    return held_terms(_OF_NOTES, language)
