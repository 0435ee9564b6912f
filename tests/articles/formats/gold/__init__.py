"""The gold set: files of every format in words of our own, with what is right of each, written by hand."""

from tests.articles.formats.gold import (
    agency_xml,
    export_texts,
    feed_texts,
    harder_pages,
    harder_texts,
    json_texts,
    messages,
    office_texts,
    packed_texts,
    pages_shown,
    pages_stated,
    pdf_texts,
    plain_texts,
    saved_pages,
    table_texts,
)

_MODULES = (
    pages_stated,
    pages_shown,
    messages,
    saved_pages,
    json_texts,
    table_texts,
    feed_texts,
    agency_xml,
    office_texts,
    pdf_texts,
    packed_texts,
    export_texts,
    plain_texts,
    harder_pages,
    harder_texts,
)
FILES = tuple(file for module in _MODULES for file in module.files())
