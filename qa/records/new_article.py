"""An article as a program hands it in: its text, and what is known of it."""

import hashlib
from dataclasses import astuple, dataclass, field
from datetime import date as day

from qa.records.article import Article

_ID_DIGITS = 16


@dataclass(frozen=True, slots=True)
class NewArticle:
    """A text to be added without a file, unchecked; what is not given is read from the text, as from a file's."""

    text: str = field(repr=False)
    id: str | None = None
    """What its article is called by, as others are by their file; None makes one of all that is given."""
    title: str | None = None
    outlet: str | None = None
    date: str | day | None = None
    """As a file's header states it: "2024-03-05", "2024-03", "--03-05"."""
    author: str | None = None
    place: str | None = None
    section: str | None = None
    url: str | None = None

    @property
    def key(self) -> str:
        """The id, or a digest of all that is given: the same article twice is one."""
        if self.id is not None:
            return self.id
        given = "\0".join("" if it is None else str(it) for it in astuple(self))
        return hashlib.sha256(given.encode(errors="surrogatepass")).hexdigest()[:_ID_DIGITS]

    @classmethod
    def of(cls, article: Article) -> "NewArticle":
        """Return what would make an article that was added before."""
        stated = (article.title, article.outlet, article.date, article.author, article.place)
        return cls(article.text, article.file, *stated, article.section, article.url)
