"""A quote with all that says where it stands."""

import datetime
from dataclasses import dataclass

from qa.records import Copy, Evidence


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and its source; what the article does not state is None. Tables have these columns, in this order."""

    quote: str
    """Verbatim: the answer sentence, or a whole passage."""
    headline: str | None
    outlet: str | None
    author: str | None
    date: str | None
    """As stated: `2022-12-10`, `2022-12`, or `--12-10` where no year is given."""
    place: str | None
    section: str | None
    paragraph: int
    """The number of the passage's paragraph in its article, from 1."""
    url: str | None
    file: str
    passage: str
    """The text of the passage that the quote stands in, verbatim."""
    passage_id: str
    question: str
    retrieved: datetime.date


def cite(found: Evidence | Copy, question: str, retrieved: datetime.date) -> Citation:
    """Return a citation of the answer sentence of an evidence, or of the whole passage of a copy.

    `retrieved` may be a point in time: its day counts.
    """
    article, passage = found.article, found.passage
    return Citation(
        quote=found.sentence.text if isinstance(found, Evidence) else passage.text,
        headline=article.title,
        outlet=article.outlet,
        author=article.author,
        date=article.date,
        place=article.place,
        section=article.section,
        paragraph=passage.number,
        url=article.url,
        file=article.file,
        passage=passage.text,
        passage_id=passage.id,
        question=question,
        retrieved=datetime.date(retrieved.year, retrieved.month, retrieved.day),
    )
