"""Know which field of an article a column of a table, or a name in JSON, stands for."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from qa.articles.formats.date_names import dated

_NAMES = """
text: articlebody, article_body, maintext, main_text, bodytext, body_text, fulltext, full_text, article_text,
      article_content, news_text, clean_text, cleaned_text, plain_text, text_content, body_html, body,
      content, content_text, content_html, post_content, detail_text, html, story, raw_text, article, полный текст,
      текст статьи, текст новости, текст публикации, текст, толық мәтін, мәтін, мәтіні, содержание, контент, мазмұны
title: headline, webtitle, post_title, article_title, news_title, heading, article_name, заголовок, заглавие, название,
       тақырып, тақырыбы, атауы
outlet: publisher, sitename, site_name, source_name, publication, newspaper, outlet_name, media_outlet, source,
        provider, feed_name, source-hostname, source_domain, hostname, domain, издание, источник, название источника,
        сми, газета, дереккөз, басылым, publication_name, publication_title, publisher_name, newspaper_name, media_name,
        название сми, название издания, название газеты, бақ, бақ атауы, газет
author: authors, author_name, byline, creator, writer, reporter, journalist, post_author, dc:creator, автор, авторы,
        журналист, авторлар, authored_by, written_by, created_by_alias, correspondent, корреспондент, тілші, авторы
date: datepublished, date_published, date_publish, published_at, publishedat, published_date, publish_date,
      publication_date, pub_date, pubdate, published_time, webpublicationdate, published, post_date, issued, publish_up,
      дата публикации, дата выхода, дата, жарияланған күні, күні
place: location, dateline, city, место, город, орны, место издания, место публикации, publication place,
       publication city
section: category, categories, category_name, sectionname, section_name, articlesection, rubric, topic, рубрика, раздел,
         категория, айдар, санат
url: link, weburl, web_url, article_url, permalink, canonical_url, canonicalurl, address, source_url, mainentityofpage,
     ссылка, ссылка на, адрес, сілтеме, page_url, page_link, href, original_url, link_url, url-адрес
language: lang, inlanguage, locale, язык, тіл, тілі, langcode, language_code, lang_code
id: _id, guid, uuid, article_id, articleid, uri, identifier, slug, post_id, post_name, номер
updated: datemodified, date_modified, date_modify, updated_at, updatedat, modified, modified_at, last_modified,
         last_updated, post_modified, дата обновления, дата изменения, обновлено, жаңартылған күні
saved: date_download, filedate, crawled_at, crawl_date, retrieved_at, fetched_at, download_date
"""
_WEAK_NAMES = """
title: name, subject
outlet: pub, paper, media, site
author: by, contributor, contributors
date: timestamp, time, day
place: region, регион, қала, аймақ, облыс
url: path
"""
"""Names that mean something else beside the better ones above."""
_LEADS = "introtext, intro_text, intro, lead, lead_text, lead_in, standfirst, лид, вводный текст, кіріспе"
_SUMMARIES = """
description, summary, abstract, excerpt, post_excerpt, lead_paragraph, snippet, preview_text, аннотация
"""
_OF_ARTICLE_WORDS = """
article news post story doc document item field dc dcterms og of the
публикации публикацию статьи статью новости новость материала материал документа документ страницы страницу
мақала мақаланың
"""
_OF_ARTICLE = frozenset(_OF_ARTICLE_WORDS.split())
"""Words that say only of what a name is."""
_FIELD = re.compile(r"^(\w+):", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁ])(?=[A-ZА-ЯЁ])")
_LONGEST_NAME = 100

Part = Literal["", "body", "lead", "summary"]
"""Which part of the text a name is for; "" where it is for another field."""


@dataclass(frozen=True, slots=True, order=True)
class FieldName:
    """What a name stands for; of several names of a field the least counts."""

    field: str
    tier: int
    """0 for a name that says it, 1 for one whose words do, 2 for one that often means something else."""
    place: int
    part: Part = ""


def _listed(names: str) -> Iterator[tuple[str, list[str]]]:
    parts = _FIELD.split(names)[1:]
    for field, listed in zip(parts[::2], parts[1::2], strict=True):
        yield field, [name.strip() for name in listed.split(",") if name.strip()]


def _words(column: str) -> list[str]:
    """Return the words of a name, without case and accents: `publishedAt`, "Published at" and `published_at` alike."""
    plain = unicodedata.normalize("NFKD", _HUMP.sub(" ", column[:_LONGEST_NAME]))
    bare = "".join(it for it in plain if not unicodedata.combining(it)).casefold()
    return ["название" if word == "наименование" else word for word in _WORD.findall(bare)]


def _known() -> Iterator[tuple[str, FieldName]]:
    for field, names in _listed(_NAMES):
        for place, name in enumerate([field, *names]):
            yield name, FieldName(field, 0, place, "body" if field == "text" else "")
    for place, name in enumerate(_LEADS.split(",")):
        yield name, FieldName("text", 1, place, "lead")
    for place, name in enumerate(_SUMMARIES.split(",")):
        yield name, FieldName("text", 2, place, "summary")
    for field, names in _listed(_WEAK_NAMES):
        for place, name in enumerate(names):
            yield name, FieldName(field, WEAK, place)


FIELDS = tuple(field for field, _ in _listed(_NAMES))
"""What a column may be for."""
WEAK = 2
"""The tier of the names that often mean something else."""
_BY_WORDS: dict[tuple[str, ...], FieldName] = {}
_BY_LETTERS: dict[str, FieldName] = {}
for _name, _found in _known():
    _BY_WORDS.setdefault(tuple(sorted(_words(_name))), _found)
    _BY_LETTERS.setdefault("".join(_words(_name)), _found)
_PRIVATE = {"_id": _BY_LETTERS["id"]}


@lru_cache(maxsize=4_096)
def field_name(column: str) -> FieldName | None:
    """Return what a column is for, whatever the case, the marks and the order of its words; None where none says it."""
    bare = column.strip("\ufeff\"' \t\r\n")
    if bare.startswith("_"):
        return _PRIVATE.get(bare.lower())
    words = _words(bare)
    if found := _listed_name(words):
        return found
    shorter = [word for word in words if word not in _OF_ARTICLE]
    found = None if len(shorter) == len(words) else _listed_name(shorter)
    return (
        _dated_name(words) or _dated_name(shorter) or (found if found and (found.tier < WEAK or found.part) else None)
    )


def _dated_name(words: list[str]) -> FieldName | None:
    found = dated(words)
    return FieldName(found.field, found.tier, found.place) if found else None


def _listed_name(words: list[str]) -> FieldName | None:
    return _BY_WORDS.get(tuple(sorted(words))) or _BY_LETTERS.get("".join(words)) if words else None


def known_field(column: str) -> str | None:
    """Return which field a column is for; None where its name says nothing."""
    found = field_name(column)
    return found.field if found else None


def squashed(column: str) -> str:
    """Return the letters of a name without what parts its words: "firstname" for `first_name` and `firstName`."""
    return "".join(_words(column))
