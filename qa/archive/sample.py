"""Read some of the passages, spread evenly over the whole archive."""

from dataclasses import dataclass

import numpy as np

from qa.index.index import View
from qa.index.store.articles import read_articles
from qa.index.store.passages import first_by_id, read_passages
from qa.models.encoder.protocol import Vectors
from qa.records import Article, Passage, Sentence
from qa.retrieval.near_duplicates import group_copies, wording

_SPARE = 4
"""A fourth more is read than is wanted: copies are left out."""


@dataclass(frozen=True, slots=True)
class SampledPassage:
    """A passage with its sentences and its article."""

    passage: Passage
    sentences: tuple[Sentence, ...]
    article: Article


@dataclass(frozen=True, slots=True)
class Sample:
    """Passages of one revision, none a copy of another, with their vectors."""

    revision: int
    encoder_fingerprint: str
    passages: tuple[SampledPassage, ...]
    vectors: Vectors
    """Shape (n, d), in the order of the passages."""


def read_sample(view: View, most: int) -> Sample:
    """Read at most a number of passages: all of them where there are no more, else those whose ids come first.

    Ids are digests: the first of them are spread evenly, are the same however the index came to be, and mostly stay
    the same when articles are added.

    Raises:
        IndexDamaged: a row is not what was written.
    """
    standing = view.snapshot.catalogue.standing_rows()
    rows = [row for row in first_by_id(view.connection, most + most // _SPARE) if standing[row]]
    stored = read_passages(view.connection, rows)
    articles = read_articles(view.connection, sorted({it.article_row for it in stored.values()}))
    found = [stored[row] for row in rows]
    wordings = [wording(str(it.article_row), it.passage.text) for it in found]
    groups = group_copies(wordings, lambda one, other: float(found[one].vector @ found[other].vector))
    kept = [found[group[0]] for group in groups[:most]]
    state = view.snapshot.state
    return Sample(
        revision=state.revision,
        encoder_fingerprint=state.encoder_fingerprint,
        passages=tuple(SampledPassage(it.passage, it.sentences, articles[it.article_row]) for it in kept),
        vectors=np.stack([it.vector for it in kept]) if kept else np.empty((0, 1), dtype=np.float32),
    )
