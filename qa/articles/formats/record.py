"""What a file of any format holds of one article, before it is parsed."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a file: its text as it is shown, and what the file states of it."""

    id: str | None
    """What it is called by inside its file: an id, an address, a digest; None where the file is one article."""
    text: str = field(repr=False)
    """The report: paragraphs parted by an empty line. The headline is not in it where `title` is given."""
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    """The day of publication, `2024-03-05` or `2024-03`, where the file states it."""
    place: str | None = None
    section: str | None = None
    url: str | None = None
    language: str | None = None
    updated: str | None = None
    """The day of the last change, where the file states it."""
    saved: str | None = None
    """The day on which the page was crawled or saved: never the article's."""
    kept_title: str | None = None
    """The title that the program which wrote the file keeps beside it: it counts where the text has none."""
    kept_author: str | None = None
    """The same for who wrote it."""
    page_starts: tuple[int, ...] = ()
    """Where in the text each page of a PDF begins."""
