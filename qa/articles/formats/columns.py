"""Know what the columns of tables and the names of JSON are called that hold articles, and make records of them."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from qa.articles.formats.markup import shown_text
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import (
    digest,
    line,
    stated_date,
    stated_day,
    stated_id,
    stated_language,
    stated_url,
)
from qa.errors import ArticleUnreadable

_NAMES = """
text: articlebody, article_body, maintext, main_text, bodytext, body_text, fulltext, full_text, article_text,
      article_content, news_text, clean_text, cleaned_text, plain_text, text_content, body_html, body,
      content, content_text, content_html, post_content, html, story, raw_text, article, полный текст, текст статьи,
      текст новости, текст публикации, текст, мәтін, мәтіні, содержание, контент, мазмұны, description, summary,
      abstract, excerpt, post_excerpt, lead_paragraph, snippet, аннотация
title: headline, webtitle, post_title, article_title, news_title, heading, заголовок, название, тақырып, тақырыбы
outlet: publisher, sitename, site_name, source_name, publication, newspaper, outlet_name, media_outlet, source,
        provider, feed_name, source-hostname, source_domain, hostname, domain, издание, источник, название источника,
        сми, газета, дереккөз, басылым
author: authors, author_name, byline, creator, writer, reporter, journalist, post_author, dc:creator, автор, авторы,
        журналист, авторлар
date: datepublished, date_published, date_publish, published_at, publishedat, published_date, publish_date,
      publication_date, pub_date, pubdate, published_time, webpublicationdate, published, post_date, issued, timestamp,
      time, day, дата публикации, дата выхода, дата, жарияланған күні, күні
place: location, dateline, city, место, город, орны
section: category, categories, category_name, sectionname, section_name, articlesection, rubric, topic, рубрика, раздел,
         категория, айдар, санат
url: link, weburl, web_url, article_url, permalink, canonical_url, canonicalurl, address, source_url, mainentityofpage,
     ссылка, адрес, сілтеме
language: lang, inlanguage, locale, язык, тіл, тілі
id: _id, guid, uuid, article_id, articleid, uri, identifier, slug, post_id, номер
updated: datemodified, date_modified, date_modify, updated_at, updatedat, modified, modified_at, last_modified,
         last_updated, post_modified, дата обновления, дата изменения, обновлено, жаңартылған күні
saved: date_download, filedate, crawled_at, crawl_date, retrieved_at, fetched_at, download_date
"""
_FIELD = re.compile(r"^(\w+):", re.MULTILINE)


_SPACE = re.compile(r"[\s_]+")


def _named(column: str) -> str:
    return _SPACE.sub("_", column.strip("\ufeff\"' \t\r\n").lower())


def _aliases() -> dict[str, tuple[str, ...]]:
    parts = _FIELD.split(_NAMES)[1:]
    return {
        field: (field, *(_named(name) for name in names.split(",") if name.strip()))
        for field, names in zip(parts[::2], parts[1::2], strict=True)
    }


ALIASES = _aliases()
"""For every field the names that tools and exports give it; of several that are there, the first counts."""
_FIELD_OF = {name: field for field, names in ALIASES.items() for name in names}
_SPELT = {name.replace("_", "").replace("-", ""): name for name in reversed(_FIELD_OF)}
_OF_ARTICLE = re.compile(r"^(?:article|news|post|story|doc|document|item)_|_(?:публикации|статьи|новости|материала)$")
_INSIDE = (
    "rendered",
    "main",
    "original",
    "name",
    "value",
    "#text",
    "$t",
    "_",
    "@value",
    "headline",
    "title",
    "url",
    "@id",
)
"""Where a value is an object, the names under which its text stands: WordPress, the New York Times, schema.org."""
_TEXTS_INSIDE = ("text", "content", "html")
"""The same for the blocks that a text is made of."""
_BESIDE = ("fields", "_source", "article", "attributes", "properties", "metadata", "data", "content")
"""Objects whose members count as the record's own: the Guardian, Elasticsearch."""
_SUMMARIES = frozenset(("description", "summary", "abstract", "excerpt", "lead_paragraph", "snippet", "аннотация"))
"""What counts as the text only where nothing else does, and is no sign that an object is an article."""
_NOTHING = frozenset(("none", "null", "nan", "nat", "n/a", "-", "—", "[]", "нет", "жоқ"))
"""What programs and people write where there is nothing to state."""
_LISTED = re.compile(r"\s*;\s*")
_CUT_SHORT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
"""What NewsAPI puts behind the text that it cuts off."""
_DEEPEST = 3
_COUNTED_DIGITS = (10, 13)
_EARLIEST_SECONDS, _EARLIEST_MILLISECONDS = 1e8, 1e11
_LATEST_MILLISECONDS = 7e12


def known_field(column: str) -> str | None:
    """Return which field a column is for; None where its name says nothing."""
    return _FIELD_OF.get(_known_name(_named(column)))


def _known_name(name: str) -> str:
    """Return the known name that another spells otherwise, or says of what it is: `publishedDate`, "Article Title"."""
    if name in _FIELD_OF or name.startswith("_"):
        return name
    bare = _OF_ARTICLE.sub("", name)
    return bare if bare in _FIELD_OF else _SPELT.get(_squashed(name)) or _SPELT.get(_squashed(bare)) or name


def _squashed(name: str) -> str:
    return name.replace("_", "").replace("-", "")


def record_of(file: str, found: Mapping[str, object], columns: Mapping[str, str], *, alone: bool) -> Record:
    """Make a record of named values; `columns` says which column each field stands in, where its name does not.

    Raises:
        ArticleUnreadable: no value is its text.
    """
    values = _by_field(found, columns)
    title = line(_first(values, "title"))
    text = shown_text(file, _CUT_SHORT.sub("", _first(values, "text") or ""))
    if not text:
        raise ArticleUnreadable(file, _no_text(found))
    url = next((it for value in values.get("url", ()) if (it := stated_url(value))), None)
    stated = stated_id(_first(values, "id")) or url or digest(title, text)
    outlet, source = _outlet(values)
    return Record(
        id=None if alone else stated,
        text=text,
        title=title,
        outlet=outlet,
        author=_author(values),
        date=next((it for value in values.get("date", ()) if (it := _date(value))), None),
        place=line(_first(values, "place")),
        section=line(_LISTED.split((_first(values, "section") or "").strip())[0]),
        url=url or source,
        language=stated_language(_first(values, "language")),
        updated=stated_day(_first(values, "updated")),
        saved=stated_day(_first(values, "saved")),
    )


def has_text(found: Mapping[str, object], columns: Mapping[str, str], *, summary: bool = True) -> bool:
    """Return whether named values are an article's: one of them is its text, or a summary where that is enough."""
    shown = {name: value for name, value in found.items() if summary or _named(name) not in _SUMMARIES}
    return bool(_first(_by_field(shown, columns), "text"))


def _by_field(found: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, list[str]]:
    flat: dict[str, object] = {}
    _flatten(found, flat, 0)
    values: dict[str, list[str]] = {}
    for field, names in ALIASES.items():
        named = (_named(columns[field]), *names) if field in columns else names
        shown = (text for name in named if name in flat for text in _texts(field, flat[name]))
        values[field] = [text for text in shown if text.strip() and text.strip().casefold() not in _NOTHING]
    return values


def _flatten(found: Mapping[str, object], flat: dict[str, object], depth: int) -> None:
    for name, value in found.items():
        key = _known_name(_named(name))
        flat.setdefault(key, value)
        if key in _BESIDE and isinstance(value, Mapping) and depth < _DEEPEST and _INSIDE[0] not in value:
            _flatten(value, flat, depth + 1)


def _texts(field: str, value: object) -> Iterator[str]:
    """Yield the texts that a value states; the people of a list are one, and of several sections the first counts."""
    if isinstance(value, list | tuple):
        shown = [text for item in value for text in _text(field, item)]
        if field == "section":
            yield from shown[:1]
        elif shown:
            yield ("\n\n" if field == "text" else ", ").join(shown)
    else:
        yield from _text(field, value)


def _text(field: str, value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        inside = (*_TEXTS_INSIDE, *_INSIDE) if field == "text" else _INSIDE
        named = next((value[name] for name in inside if isinstance(value.get(name), str)), None)
        if isinstance(named, str):
            yield named
    elif isinstance(value, datetime | date):
        yield value.isoformat()
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if field in {"date", "updated", "saved"}:
            yield from _instant(value)
        elif field in {"id", "title"} and value == value:
            yield str(value)


def _date(value: str) -> str | None:
    """Return the date that a value states, be it a count of seconds."""
    if value.isdecimal() and len(value) in _COUNTED_DIGITS:
        return next(_instant(float(value)), None)
    return stated_date(value)


def _instant(value: float) -> Iterator[str]:
    """Yield the day of a count of seconds or milliseconds since 1970."""
    if not _EARLIEST_SECONDS <= value < _LATEST_MILLISECONDS:
        return
    seconds = value / 1000 if value >= _EARLIEST_MILLISECONDS else value
    yield datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _outlet(values: Mapping[str, list[str]]) -> tuple[str | None, str | None]:
    """Return the outlet, and the address that some tools call the source."""
    source = next((it for value in values["outlet"] if (it := stated_url(value))), None)
    return next((line(it) for it in values["outlet"] if not stated_url(it)), None), source


def _author(values: Mapping[str, list[str]]) -> str | None:
    """Return who wrote it; "By" is none of the name, and a number is an account's."""
    stated = line(_first(values, "author"))
    if stated is None or stated.isdecimal() or stated_url(stated):
        return None
    stated = re.sub(r"^(?:by|автор:|авторы:)\s+", "", stated, flags=re.IGNORECASE)
    return re.sub(r"\s*;\s*", ", ", stated.strip("[]'\"")) or None


def _first(values: Mapping[str, list[str]], field: str) -> str | None:
    return next(iter(values.get(field, ())), None)


def _no_text(found: Mapping[str, object]) -> str:
    names = ", ".join(str(name) for name in list(found)[:8])
    return f"none of its columns ({names[:120]}) holds a text; name it: qa build --map text=COLUMN"
