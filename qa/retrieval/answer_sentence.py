"""Choose the sentence of a passage that answers: one, or two neighbours that are nearly as good."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.articles.plain_text import plain
from qa.index.lexical.words import held_terms
from qa.index.store.passages import StoredPassage
from qa.records import Sentence
from qa.retrieval.query import Query

_WORDS, _ANSWER_TYPE, _READER = 0.4, 0.1, 0.3
_CARRIED = 0.5
"""What a word counts that stands in the headline or an earlier sentence: "he said so" is about whom they name."""
_NEARLY_AS_GOOD = 0.05


def choose_answer_sentence(
    query: Query,
    stored: StoredPassage,
    headline: frozenset[str],
    cosines: NDArray[np.float32],
    read: Sequence[float] | None,
) -> Sentence:
    """Choose by likeness to the question, its words, the answer type, and what a reader says of each sentence.

    `headline` holds the terms of headline and heading; `cosines` and `read` have one value a sentence, shape (n,).
    """
    sentences, passage = stored.sentences, stored.passage
    if not sentences:
        return Sentence(passage.text, 0, len(passage.text))
    scores, before = [], headline
    for sentence, cosine, likely in zip(sentences, cosines.tolist(), read or [0.0] * len(sentences), strict=True):
        own = held_terms(sentence.text, passage.language)
        before |= own
        words = (1 - _CARRIED) * query.terms.coverage(own) + _CARRIED * query.terms.coverage(before)
        typed = query.answer_type.held_by(plain(sentence.text))
        scores.append(cosine + _WORDS * words + _ANSWER_TYPE * typed + _READER * likely)
    best = max(range(len(scores)), key=lambda at: scores[at])
    beside = [at for at in (best - 1, best + 1) if 0 <= at < len(scores)]
    other = max(beside, key=lambda at: scores[at], default=best)
    if scores[best] - scores[other] >= _NEARLY_AS_GOOD:
        other = best
    first, last = sentences[min(best, other)], sentences[max(best, other)]
    return Sentence(passage.text[first.start : last.end], first.start, last.end)
