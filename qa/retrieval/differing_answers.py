"""Find answers that differ by the day of their article: a figure or an office that has changed, or is disputed.

Two passages are seldom likelier than not: those of 3 of 358 questions over 2,124 news articles are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qa.articles.dates import full_date
from qa.articles.plain_text import plain
from qa.index.lexical.words import terms
from qa.retrieval.answer_type import names_in
from qa.retrieval.event_times import stated_months
from qa.retrieval.scoring import ScoredPassage
from qa.retrieval.verdict import SHOWN, SURE


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a passage states of what is asked for."""

    place: int
    day: date
    values: frozenset[str]


def differing_answers(leading: Sequence[ScoredPassage], likely: Sequence[float]) -> tuple[int, ...]:
    """Return the places of the first passages whose answers differ by day, the newest first; nothing where none do.

    Of those that state the same, the newest. A question about a stated time is asked for one of them, and not for all.
    """
    if not leading or leading[0].query.times:
        return ()
    found = [
        _Stated(place, day, values)
        for place, (it, chance) in enumerate(zip(leading[:SHOWN], likely, strict=False))
        if chance >= SURE and (day := full_date(it.article.date)) is not None and (values := _values(it))
    ]
    different = list[_Stated]()
    for stated in sorted(found, key=lambda it: (it.day, -it.place), reverse=True):
        if all(stated.values.isdisjoint(it.values) for it in different):
            different.append(stated)
    return tuple(it.place for it in different) if len({it.day for it in different}) > 1 else ()


def _values(scored: ScoredPassage) -> frozenset[str]:
    """Return the figures, or the names, of the answer sentence that the question does not hold, as terms."""
    asked, language = scored.query.answer_type, scored.stored.passage.language
    sentence = plain(scored.answer_sentence.text)
    if asked.figure:
        figures = {it for it in terms(sentence, language) if any(map(str.isdigit, it))} - asked.words
        return frozenset({it for it in figures if not stated_months(it)} or figures)
    if asked.name:
        return frozenset(term for name in names_in(sentence) for term in terms(name, language)) - asked.words
    return frozenset()
