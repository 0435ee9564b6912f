"""A column is known by the words of its name, however they are spelt and ordered; a name of something else is not."""

import pytest

from qa.articles.formats.csv_heads import has_known_columns
from qa.articles.formats.field_names import known_field

KNOWN = {
    "text": "Текст документа, Толық мәтін, introtext, fullText, Article Body, DETAIL_TEXT, lead, Полный текст статьи",
    "title": "name, subject, Заглавие, Атауы, articleTitle, og:title, Название статьи, News Headline",
    "outlet": "pub, paper, media, site, publication_name, Name of publication, publisher_name, Название СМИ, БАҚ",
    "author": "by, Authored by, field_byline, created_by_alias, contributor, корреспондент, тілші, Автор материала",
    "place": "Регион, region, қала, место издания, Place of publication",
    "url": "path, page_url, href, Ссылка на материал, Ссылка на статью, articleUrl",
    "language": "langcode, language_code, Язык документа",
    "date": (
        "created, created_at, createdAt, published_on, publish_up, Authored on, datetime, Date/Time, "
        "first_published_at, "
        "Дата и время, Дата выпуска, Жарияланды, Date of publication, news_published_at, "
        "Дата и время публикации, postedOn"
    ),
    "updated": "changed, Updated date, lastmod, last_update, Дата последнего изменения, Өзгертілген күні, modified_gmt",
    "saved": "scraped_at, Дата сбора, Crawl date, downloadedAt",
}
UNKNOWN = """
created_by, updated_by, author_id, event_date, Birth date, Date of birth, due_date, publish_down, time_to_read,
word_count, post_type, image_url, source_id, text_length, news, документ, start_date, site_id, media_type,
featured_media,
content_type, author_email, read_time, Дата рождения, published_by, tags, price
"""


@pytest.mark.parametrize(("field", "names"), KNOWN.items())
def test_a_column_is_known_whatever_the_case_the_marks_and_the_order_of_its_words(field: str, names: str) -> None:
    assert {name: known_field(name) for name in names.split(", ")} == dict.fromkeys(names.split(", "), field)


def test_a_name_of_something_else_is_no_field() -> None:
    names = UNKNOWN.replace("\n", " ").strip().split(", ")
    assert {name: it for name in names if (it := known_field(name.strip()))} == {}


def test_a_list_of_goods_is_no_table_of_articles_by_its_columns() -> None:
    assert not has_known_columns("name,description,created\n")
    assert has_known_columns("title,text,created\n")
