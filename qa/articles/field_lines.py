"""Read the lines that databases and mail tools write above a text: a field's name, a colon and its value."""

from dataclasses import dataclass

from qa.articles.byline import read_signature
from qa.articles.date_search import find_dates
from qa.articles.front_matter import read_date
from qa.articles.names import LONGEST_NAME
from qa.articles.plain_text import in_one_line
from qa.articles.web_address import web_address

_NAME_LINES = """
title: headline, title, heading, заголовок, заглавие, название, название статьи, тақырып, тақырыбы, атауы
outlet: publication, publisher, outlet, newspaper, paper, source, source name, media, издание, источник, сми,
  газета, журнал, название источника, наименование источника, басылым, басылым атауы, дереккөз, дереккөзі, газеті,
  ақпарат көзі
date: date, publication date, date published, date of publication, pub date, issue date, published, дата, дата
  выпуска, дата публикации, дата выхода, дата издания, дата номера, опубликовано, күні, жарияланған күні, шыққан
  күні, жарияланды
updated: updated, last updated, date updated, modified, last modified, обновлено, дата обновления, жаңартылды,
  жаңартылған күні
author: author, authors, author(s), byline, by, reporter, writer, journalist, автор, авторы, автор(ы), журналист,
  корреспондент, авторлар, авторлары, тілші
place: place, location, city, dateline, место, место публикации, город, место события, орны, қала, жері
section: section, category, rubric, desk, рубрика, раздел, категория, айдар, айдары, бөлім, санат
url: url, link, web address, permalink, web link, ссылка, адрес, url-адрес, адрес статьи, сілтеме, веб-адрес
other: language, words, word count, length, page, pages, issue, issue number, edition, volume, id, document id,
  document type, type, country, region, язык, объем, объём, страница, страницы, номер, номер выпуска, выпуск, id
  документа, тип документа, тип сми, уровень сми, регион, страна, категория сми, тілі, беті, нөмірі, саны
"""


def _named(lines: str) -> dict[str, str]:
    joined = lines.strip().replace("\n ", " ").split("\n")
    parted = (line.partition(":") for line in joined)
    return {" ".join(name.split()): field for field, _, names in parted for name in names.split(",")}


_FIELDS = _named(_NAME_LINES)
_MARKS = "*_#>|- \u00a0\ufeff"
_LONGEST_FIELD_NAME = 40
_LONGEST_VALUE = 300
_STARTS_TEXT = frozenset(
    line.strip()
    for line in """
    текст документа, текст статьи, полный текст, текст, full text, text, body, article text, мәтін, мақала мәтіні,
    толық мәтін
    """.replace("\n", " ").split(",")
)


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A line that states one field of an article; "other" is one that articles do not have, as the count of words."""

    field: str
    stated: str
    """As the line has it."""
    value: str | None
    """As an article has it: a date in ISO 8601, a byline's people; None where it is none."""


def read_field(line: str) -> FieldLine | None:
    """Read a line like "Дата выпуска: 05.11.2024"; None where its name is none that is known."""
    name, colon, stated = line[: _LONGEST_FIELD_NAME + _LONGEST_VALUE + 1].partition(":")
    field = _FIELDS.get(name.strip(_MARKS).lower()) if colon and len(name) <= _LONGEST_FIELD_NAME else None
    stated = in_one_line(stated.strip(_MARKS))
    if field is None or not stated or len(stated) > _LONGEST_VALUE or "\n" in line.strip():
        return None
    if field == "outlet" and web_address(stated):
        field = "url"
    return FieldLine(field, stated, _read_value(field, stated))


def starts_text(line: str) -> bool:
    """Return whether a line says nothing but that the text follows it: "Текст документа"."""
    return line.strip(_MARKS + ":").lower() in _STARTS_TEXT


def _read_value(field: str, stated: str) -> str | None:
    if field == "title":
        return stated
    if field in {"date", "updated"}:
        return read_date(stated)
    if field == "url":
        return stated if web_address(stated) else None
    if field == "author":
        byline = read_signature(f"By {stated}")
        return byline.author if byline else None
    if field == "place" and (dates := find_dates(stated)):
        stated = stated[: dates[0].start].strip(" ,.")
    return stated if 0 < len(stated) <= LONGEST_NAME else None
