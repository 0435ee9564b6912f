"""Correct a word that no passage holds to the nearest one that some hold: a misspelt name finds nothing otherwise.

Never in silence: the answer says what was corrected to what.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from qa.articles.letters import folded
from qa.articles.plain_text import plain
from qa.index.index import View
from qa.index.lexical.asked_words import AskedWord
from qa.index.lexical.words import terms
from qa.index.lexical.written_word import SIMPLE_WORD
from qa.index.store.articles import read_articles
from qa.index.store.passages import read_passages
from qa.models.encoder.english_words import is_english_word
from qa.records import Correction

_SHORTEST = 5
_SHORTEST_WITH_TWO_SLIPS = 9
_ENDING = 3
"""How many letters at its end a word changes in its other forms."""
_READ = 20
"""In how many passages the words near a misspelt one are looked for."""


def find_corrections(
    question: str,
    asked: Sequence[AskedWord],
    language: str | None,
    view: View,
    as_typed: Collection[str] = (),
) -> tuple[Correction, ...]:
    """Return each word of five letters or more that no passage holds, where some hold one a slip away.

    A common English word is spelt as it should be, whatever the archive holds. A slip is a letter
    missing, too many, wrong, or swapped with the next; long words may have two, and the first letter must be right. Of
    equally near words the one is meant that stands beside most of the question's other words. Words that stand in a
    text of `as_typed` stay as they are, and in another language than English so does what differs in its last letters
    alone: that is another form of the word.
    """
    lexical = view.snapshot.lexical
    unknown = {
        term
        for it in asked
        if not any(map(lexical.passages_holding, it.also))
        for term in it.terms
        if not lexical.passages_holding(term)
    }
    others = [term for it in asked for term in it.terms if term not in unknown]
    corrections: list[Correction] = []
    certain = {word for text in as_typed for word in SIMPLE_WORD.findall(text)}
    for word in dict.fromkeys(SIMPLE_WORD.findall(question)) if unknown else ():
        term = terms(word, language)
        if (
            word not in certain
            and len(word) >= _SHORTEST
            and word.isalpha()
            and len(term) == 1
            and term[0] in unknown
            and not is_english_word(word)
            and (meant := _meant(word, term[0], others, language, view))
        ):
            corrections.append(Correction(word, _in_the_case_of(word, meant)))
    return tuple(corrections)


def corrected(text: str, corrections: Iterable[Correction]) -> str:
    """Return a text with whole words replaced as they were corrected."""
    meant = {it.word: it.meant for it in corrections}
    return SIMPLE_WORD.sub(lambda match: meant.get(match[0], match[0]), text)


def _meant(word: str, term: str, others: Sequence[str], language: str | None, view: View) -> str | None:
    """Return the word that is meant, as the archive writes it."""
    lexical, typed = view.snapshot.lexical, folded(word)
    for slips in range(1, 3 if len(word) >= _SHORTEST_WITH_TWO_SLIPS else 2):
        found = dict.fromkeys(_words(lexical.rows_near(term, slips, others, _READ), view))
        near = [it for it in found if _near(typed, folded(it), slips, language)]
        if near:
            return min(near, key=lambda it: (OSA.distance(typed, folded(it)), it[:1].isupper() != word[:1].isupper()))
    return None


def _in_the_case_of(typed: str, meant: str) -> str:
    """Write what is meant in small letters, in capitals or with one, as it was typed."""
    if typed.islower() or typed.isupper():
        return meant.lower() if typed.islower() else meant.upper()
    return meant[0].upper() + meant[1:] if typed[0].isupper() else meant


def _near(typed: str, word: str, slips: int, language: str | None) -> bool:
    if word[0] != typed[0] or len(terms(word, language)) != 1:
        return False
    if language not in {"en", None} and word.startswith(typed[:-_ENDING]):
        return False
    return OSA.distance(typed, word, score_cutoff=slips) <= slips


def _words(rows: Sequence[int], view: View) -> Iterator[str]:
    """Yield the words of passages and of their headlines, in the order of the passages."""
    stored = read_passages(view.connection, rows)
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    for row in rows:
        passage = stored[row].passage
        for text in (articles[stored[row].article_row].title, passage.heading, passage.text):
            yield from SIMPLE_WORD.findall(plain(text or ""))
