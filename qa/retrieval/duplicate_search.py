"""Search the whole archive for near-duplicates of a passage.

The candidates of a question hold some of them only: those that lie near the question, that obey its filters, and that
others did not crowd out. Copies share rare words, so the lexical index knows where all of them are.
"""

from collections.abc import Iterable

import numpy as np

from qa.index.filters import date_number
from qa.index.index import View
from qa.index.lexical.asked_words import question_terms
from qa.index.lexical.index import LexicalHits, LexicalIndex
from qa.index.store.articles import read_articles
from qa.index.store.passages import StoredPassage, read_passages, read_words
from qa.records import Copy
from qa.retrieval.near_duplicates import are_copies, wording

_TERMS = 24
"""The most terms of a passage that are looked for: its rarest."""
_WEIGHT = 0.8
"""Of these, the rarest that hold so much of their weight: the others are most of the work and find next to nothing."""
_SHARE = 0.25
"""The least share of its own score that a copy has: measured, one in 280 has less (benchmarks/quality/copies.md)."""
_AT_FIRST = 32
_MORE = 4
"""Where the second half of what was looked at still holds copies, this many times as much is looked at."""
_AT_MOST = _AT_FIRST * _MORE**2
"""Half a thousand: a line that stands under every article has no end of copies."""


def find_copies(
    view: View, passage: StoredPassage, known: Iterable[Copy] = (), as_of: int | None = None
) -> tuple[Copy, ...]:
    """Return the copies of a passage, found by their words, with those that are known: the earliest dated first.

    All of them, unless there are hundreds.

    No filter holds here but the day as of which is asked: where a passage first appeared is worth knowing, whatever was
    asked for. Of the versions of an article only the one that stands counts.
    """
    copies = {copy.passage.id: copy for copy in known}
    standing = view.snapshot.catalogue.standing_rows(as_of)
    more = [it for it in _found(view, passage) if it.passage.id not in copies and standing[it.row]]
    articles = read_articles(view.connection, sorted({it.article_row for it in more}))
    copies |= {it.passage.id: Copy(articles[it.article_row], it.passage) for it in more}
    return tuple(sorted(copies.values(), key=_dated_first))


def _found(view: View, passage: StoredPassage) -> list[StoredPassage]:
    """Read the copies among the passages that hold most of its rarest terms, as far down as there are any."""
    lexical, own = view.snapshot.lexical, wording(str(passage.article_row), passage.passage.text)
    terms = _rarest(lexical, question_terms(passage.passage.text, passage.passage.language))
    count, looked_at, copies = _AT_FIRST, {passage.row}, set[int]()
    while True:
        hits = lexical.search(terms, count)
        rows: list[int] = hits.rows[hits.scores >= _SHARE * _own_score(hits, passage.row)].tolist()
        new = read_words(view.connection, [row for row in rows if row not in looked_at])
        copies.update(row for row, it in new.items() if are_copies(own, wording(str(it.article_row), it.text), 0.0))
        looked_at |= new.keys()
        if len(rows) < count or count >= _AT_MOST or copies.isdisjoint(rows[count // 2 :]):
            return list(read_passages(view.connection, sorted(copies)).values())
        count *= _MORE


def _rarest(lexical: LexicalIndex, terms: Iterable[str]) -> list[str]:
    weights = {term: lexical.rarity(term) for term in terms}
    rarest = sorted(weights, key=lambda term: -weights[term])[:_TERMS]
    held = np.cumsum([weights[term] for term in rarest])
    return rarest[: int(np.searchsorted(held, _WEIGHT * held[-1])) + 1] if rarest else []


def _own_score(hits: LexicalHits, row: int) -> float:
    """Return the score of a passage against its own terms; where many copies stand before it, that of the first."""
    return float(np.max(hits.scores[hits.rows == row], initial=0.0) or np.max(hits.scores, initial=0.0))


def _dated_first(copy: Copy) -> tuple[bool, int, str, int]:
    date = date_number(copy.article.date)
    return date is None, date or 0, copy.article.file, copy.passage.start
