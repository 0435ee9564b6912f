"""Read what a crawler kept, WARC or WACZ, page by page."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from qa.articles.formats.detection import HEAD, format_of
from qa.articles.formats.html import read_page
from qa.articles.formats.libraries import load
from qa.articles.formats.limits import check_size, mapped, open_zip
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import stated_id, stated_url
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_REMEDY = "crawl it again, or cut it where it is damaged"
_OK = 200
_PAGES = frozenset(("text/html", "application/xhtml+xml", ""))


def read_warc(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record | ArticleUnreadable]:
    """Read the pages of a crawl; the pictures, scripts and redirections between them are no articles.

    The day of the crawl is the day of saving, never the article's.
    """
    warc = load(file, "fastwarc.warc")
    kinds = warc.WarcRecordType.response | warc.WarcRecordType.resource
    with mapped(file, _REMEDY):
        records = iter(warc.ArchiveIterator(opened, record_types=kinds, auto_decode="all"))
    while True:
        with mapped(file, _REMEDY):
            record = next(records, None)
        if record is None:
            return
        found = _read(file, record, settings)
        if found is not None:
            yield found


def read_wacz(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record | ArticleUnreadable]:
    """Read the crawls that are packed in a WACZ."""
    with open_zip(file, opened) as packed:
        crawls = [it for it in packed.infolist() if _is_crawl(it)]
        if not crawls:
            raise ArticleUnreadable(file, "no crawl is in it; export it again")
        for crawl in crawls:
            with mapped(file, _REMEDY):
                inner = packed.open(crawl)
            with inner:
                yield from read_warc(file, cast("BinaryIO", inner), settings)


def _is_crawl(member: zipfile.ZipInfo) -> bool:
    return member.filename.startswith("archive/") and member.filename.endswith((".warc", ".warc.gz"))


def _read(file: str, record: Any, settings: Settings) -> Record | ArticleUnreadable | None:
    """Return the page of a record; None where it is none."""
    url = stated_url(record.headers.get("WARC-Target-URI"))
    headers = record.http_headers
    if url is None or (headers is not None and headers.status_code != _OK):
        return None
    kind = (record.http_content_type if headers is not None else record.headers.get("Content-Type")) or ""
    if kind.partition(";")[0].strip().lower() not in _PAGES:
        return None
    name = f"{file}#{url}"
    try:
        with mapped(name, _REMEDY):
            data = record.reader.read(settings.largest_file_bytes + 1)
        check_size(name, len(data), settings)
        found = format_of("", data[:HEAD])
        if found is None or found.name != "html":
            return None
        page = read_page(name, data, charset=record.http_charset, url=url)
    except ArticleUnreadable as problem:
        return problem
    day = record.record_date
    return replace(page, id=stated_id(url), url=page.url or url, saved=day.date().isoformat() if day else None)
