"""Hold a quote with all that says where it stands."""

import datetime
from dataclasses import dataclass

from qa.records import Copy, Evidence


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and its source; what the article does not state is None."""

    quote: str
    """Verbatim: the marked sentence, or a whole passage."""
    passage: str
    """The text of the passage that the quote stands in, verbatim."""
    passage_id: str
    paragraph: int
    """Which of the article's kept paragraphs that is, from 1."""
    headline: str | None
    outlet: str | None
    author: str | None
    date: str | None
    """As stated: `2022-12-10`, or `--12-10` where no year is given."""
    place: str | None
    section: str | None
    url: str | None
    file: str
    question: str
    retrieved: datetime.date


def cite(found: Evidence | Copy, question: str, retrieved: datetime.date) -> Citation:
    """Quote the marked sentence of an evidence, or the whole passage of a copy."""
    article, passage = found.article, found.passage
    return Citation(
        quote=found.sentence.text if isinstance(found, Evidence) else passage.text,
        passage=passage.text,
        passage_id=passage.id,
        paragraph=passage.number,
        headline=article.title,
        outlet=article.outlet,
        author=article.author,
        date=article.date,
        place=article.place,
        section=article.section,
        url=article.url,
        file=article.file,
        question=question,
        retrieved=datetime.date(retrieved.year, retrieved.month, retrieved.day),  # of a point in time, its day
    )
