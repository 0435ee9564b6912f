import pytest

from qa.articles.parsing import read_article

from .agency_pages import AGENCY_PAGES, Page
from .local_pages import LOCAL_PAGES
from .plain_pages import PLAIN_PAGES

PAGES = AGENCY_PAGES | LOCAL_PAGES | PLAIN_PAGES


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_read_as_a_careful_reader_would(page: Page) -> None:
    reading = read_article("page.txt", page.text.encode())
    article = reading.article
    text = article.text
    shown = [text[paragraph.start : paragraph.end] for paragraph in reading.paragraphs]
    dropped = [text[part.start : part.end] for part in reading.dropped]

    assert article.title == page.title
    assert (article.outlet, article.date, article.place) == (page.outlet, page.date, page.place)
    assert (article.author, article.section) == (page.author, page.section)
    assert len(shown) == page.paragraphs, shown
    assert tuple(dict.fromkeys(p.heading for p in reading.paragraphs if p.heading)) == page.headings
    for line in page.not_passages:
        assert any(line in part for part in dropped), dropped
        assert not any(line in paragraph for paragraph in shown)
    for line in page.passages:
        assert any(paragraph.startswith(line) for paragraph in shown), shown
