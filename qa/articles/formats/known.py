"""The formats that files are read in, what each needs, and the endings that their names have."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from qa.articles.formats.libraries import is_installed


@dataclass(frozen=True, slots=True)
class Format:
    """A format that files are read in, and the library that it needs."""

    name: str
    module: str | None = None
    """The library that reads it, as it is imported; None where nothing beside Python is needed."""

    @property
    def installed(self) -> bool:
        """Whether the library is there; it is not imported for that."""
        return self.module is None or is_installed(self.module)


FORMATS = {
    it.name: it
    for it in (
        Format("text"),
        Format("html", "trafilatura"),
        Format("mail"),
        Format("mbox"),
        Format("mhtml", "trafilatura"),
        Format("json"),
        Format("jsonl"),
        Format("csv"),
        Format("parquet", "fastparquet"),
        Format("feed", "feedparser"),
        Format("nitf", "lxml"),
        Format("newsml", "lxml"),
        Format("docx", "lxml"),
        Format("odt", "lxml"),
        Format("rtf", "striprtf"),
        Format("epub", "lxml"),
        Format("pdf", "pypdfium2"),
        Format("warc", "fastwarc"),
        Format("wacz", "fastwarc"),
        Format("zip"),
        Format("gzip"),
        Format("export"),
    )
}

_ENDINGS = {
    "text": ".txt .text .md",
    "html": ".html .htm .xhtml",
    "mail": ".eml",
    "mbox": ".mbox",
    "mhtml": ".mhtml .mht",
    "json": ".json",
    "jsonl": ".jsonl",
    "csv": ".csv .tsv",
    "parquet": ".parquet",
    "feed": ".rss .atom .xml",
    "docx": ".docx",
    "odt": ".odt",
    "rtf": ".rtf",
    "epub": ".epub",
    "pdf": ".pdf",
    "warc": ".warc",
    "gzip": ".gz",
    "wacz": ".wacz",
    "zip": ".zip",
}


def accepted_endings() -> tuple[str, ...]:
    """Return the endings of files that can be read here, text first; what a file is, its content decides."""
    return tuple(it for name in accepted_formats() for it in _ENDINGS[name].split())


def accepted_formats() -> tuple[str, ...]:
    """Return the names of the formats that such files are of, text first."""
    return tuple(name for name in _ENDINGS if FORMATS[name].installed)


def format_by_ending(name: str) -> Format | None:
    """Return the format that the ending of a file's name stands for; None where it stands for none."""
    ending = PurePosixPath(name).suffix.lower()
    return next((FORMATS[it] for it, endings in _ENDINGS.items() if ending in endings.split()), None)


def unpacked_name(name: str) -> str:
    """Return the name of what a file packs that gzip has made."""
    return name[: -len(".gz")] if name.lower().endswith(".gz") else name
