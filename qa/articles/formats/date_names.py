"""Know by its words which day of an article a name stands for: of publication, of change, or of saving."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_PUBLISHED = """
published posted released issued authored опубликовано опубликован опубликована размещено жарияланды жарияланған шыққан
"""
_PUBLISHED_NOUNS = """
publication publish pub post release issue edition публикации публикация выхода выпуска издания номера
размещения печати жариялау жарияланым басылым
"""
_UPDATED = """
updated modified changed edited revised lastmod lastmodified обновлено обновлен обновлена изменено изменен изменена
отредактировано жаңартылды жаңартылған өзгертілді өзгертілген
"""
_UPDATED_NOUNS = """
update modification modify mod change edit revision обновления обновление изменения изменение правки редактирования
редакции жаңарту өзгерту
"""
_SAVED = "crawled scraped downloaded fetched retrieved accessed скачано загружено сохранено"
_SAVED_NOUNS = "crawl scrape download fetch retrieval access скачивания загрузки сбора обхода выгрузки жүктеу"
_CREATED = "created создано создан создана добавлено құрылған құрылды қосылған"
_CREATED_NOUNS = "creation create added entry создания добавления құру"
_WHEN = """
date time datetime timestamp day when дата время датавремя день күні күн уақыты уақыт мерзімі
"""
_BESIDE = "at on the of first last original и на последнего последнее первой соңғы алғашқы мен және"
_UNIVERSAL = "gmt utc"

Field = Literal["date", "updated", "saved"]


@dataclass(frozen=True, slots=True)
class DatedName:
    """Which day a name stands for; of several the least tier, then the least place counts."""

    field: Field
    tier: int
    place: int


@dataclass(frozen=True, slots=True)
class _Event:
    """What happened on a day, by the words that say it alone and those that need "date" beside them."""

    field: Field
    alone: frozenset[str]
    nouns: frozenset[str]
    tier: int = 1


def _plain(words: str) -> frozenset[str]:
    """Return words as names are compared: without the marks that stand above letters."""
    return frozenset(words.translate(str.maketrans("йё", "ие")).split())


_EVENTS = (
    _Event("saved", _plain(_SAVED), _plain(_SAVED_NOUNS)),
    _Event("updated", _plain(_UPDATED), _plain(_UPDATED_NOUNS)),
    _Event("date", _plain(_PUBLISHED), _plain(_PUBLISHED_NOUNS)),
    _Event("date", _plain(_CREATED), _plain(_CREATED_NOUNS), tier=2),
)
"""The first that a name mentions counts; a day of creation only where none of publication is."""
_WHEN_WORDS, _BESIDE_WORDS, _UNIVERSAL_WORDS = _plain(_WHEN), _plain(_BESIDE), _plain(_UNIVERSAL)
_EVENT_WORDS = frozenset[str]().union(*(it.alone | it.nouns for it in _EVENTS))
_KNOWN = _WHEN_WORDS | _BESIDE_WORDS | _UNIVERSAL_WORDS | _EVENT_WORDS
_LATER = 10
"""Behind the same day in the zone of the outlet."""


def dated(words: Sequence[str]) -> DatedName | None:
    """Return which day the words of a name stand for; None where another word is among them, or none of a day."""
    found = frozenset(words)
    if not found or not found <= _KNOWN:
        return None
    later = _LATER if found & _UNIVERSAL_WORDS else 0
    when = bool(found & (_WHEN_WORDS | {"at", "on", "last"}))
    for place, event in enumerate(_EVENTS):
        if found & event.alone or (when and found & event.nouns):
            return DatedName(event.field, event.tier, place + later)
    generic = found & _WHEN_WORDS and not found & _EVENT_WORDS and len(found & _WHEN_WORDS) + bool(later) > 1
    return DatedName("date", 1, len(_EVENTS) + later) if generic or "datetime" in found else None
