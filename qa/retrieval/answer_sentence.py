"""Mark the sentence of a passage that answers: one, or two neighbours where both bear on the question."""

from qa.articles.plain_text import plain
from qa.records import Sentence
from qa.retrieval.scoring import Query, Weighed, headline_terms
from qa.retrieval.term_weights import held_terms

_WORDS, _KIND, _READING = 0.4, 0.1, 0.3
_CARRIED = 0.5
"""What a word counts that stands in the headline or an earlier sentence: "he said so" is about whom they name."""
_NEARLY_AS_GOOD = 0.05


def mark(query: Query, weighed: Weighed) -> Sentence:
    """Choose by likeness to the question, its words, the kind of answer asked for, and what a reader says."""
    sentences, passage = weighed.stored.sentences, weighed.stored.passage
    if not sentences:
        return Sentence(passage.text, 0, len(passage.text))
    read = weighed.reading.sentences if weighed.reading is not None else (0.0,) * len(sentences)
    scores, before = [], headline_terms(weighed.article, passage)
    for sentence, cosine, likely in zip(sentences, weighed.sentence_cosines.tolist(), read, strict=True):
        own = held_terms(sentence.text)
        before |= own
        words = (1 - _CARRIED) * query.words.coverage(own) + _CARRIED * query.words.coverage(before)
        scores.append(cosine + _WORDS * words + _KIND * query.kind.held_by(plain(sentence.text)) + _READING * likely)
    best = max(range(len(scores)), key=lambda at: scores[at])
    beside = [at for at in (best - 1, best + 1) if 0 <= at < len(scores)]
    other = max(beside, key=lambda at: scores[at], default=best)
    if scores[best] - scores[other] >= _NEARLY_AS_GOOD:
        other = best
    first, last = sentences[min(best, other)], sentences[max(best, other)]
    return Sentence(passage.text[first.start : last.end], first.start, last.end)
