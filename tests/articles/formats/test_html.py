"""A web page is its report: what stands around it is left out, and no date is made up."""

import pytest

from qa.articles.formats import Record
from qa.errors import ArticleUnreadable
from tests.articles.formats.making import PROSE, TEXT, page, read_all, record

TITLE = "Storm closes the harbour bridge"
H1 = f"<h1>{TITLE}</h1>"


def read(body: str, head: str = "", language: str = "en") -> Record:
    return record("a.html", page(body, head, language))


def ld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_the_report_alone_is_the_text() -> None:
    found = read(H1 + PROSE)
    assert (found.id, found.title, found.text, found.language) == (None, TITLE, TEXT, "en")


def test_a_date_in_the_footer_is_not_the_article_s() -> None:
    assert read(H1 + PROSE).date is None


def test_a_date_inside_the_report_is_not_the_article_s() -> None:
    body = f"{H1}{PROSE}<p>The bridge was built on <time datetime='1998-05-02'>2 May 1998</time>, by the navy.</p>"
    assert read(body).date is None


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_brief_of_two_short_paragraphs_keeps_them_apart(language: str) -> None:
    brief = {
        "en": ("The bridge was shut on Monday.", "It opens in June."),
        "ru": ("Мост закрыли в понедельник.", "Его откроют в июне."),
        "kk": ("Көпір дүйсенбіде жабылды.", "Ол маусымда ашылады."),
    }[language]
    found = read(H1 + "".join(f"<p>{it}</p>" for it in brief), language=language)
    assert found.text.split("\n\n") == list(brief)
    assert found.language == language


def test_the_lines_below_the_headline_say_when_and_by_whom() -> None:
    found = read(f"{H1}<p class='byline'>By Jane Doe</p><p>5 March 2024</p>{PROSE}")
    assert (found.author, found.date, found.text) == ("Jane Doe", "2024-03-05", TEXT)


def test_russian_lines_below_the_headline_are_read_too() -> None:
    prose = "<p>Мост через гавань закрыли в понедельник: шторм повредил две его опоры.</p><p>Откроют его в июне.</p>"
    found = read(f"<h1>Шторм закрыл мост</h1><p>Автор: Иван Петров</p><p>5 марта 2024 г., 10:15</p>{prose}", "", "ru")
    assert (found.author, found.date) == ("Иван Петров", "2024-03-05")
    assert found.text.startswith("Мост через гавань")


NEWS_ARTICLE = """{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "%s",
 "datePublished": "2024-03-05T10:00:00+06:00", "dateModified": "2024-03-07T08:00:00+06:00",
 "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "Aigerim Omarova"}],
 "publisher": {"@type": "Organization", "name": "Portville Courier"},
 "articleSection": "City", "inLanguage": "en-GB"}"""


def test_what_the_page_says_to_machines_is_stated() -> None:
    found = read(H1 + PROSE, ld(NEWS_ARTICLE % TITLE) + '<link rel="canonical" href="https://example.org/bridge">')
    assert (found.date, found.updated) == ("2024-03-05", "2024-03-07")
    assert (found.author, found.outlet) == ("Jane Doe, Aigerim Omarova", "Portville Courier")
    assert (found.section, found.language, found.url) == ("City", "en", "https://example.org/bridge")


def test_json_ld_without_a_context_and_inside_a_graph_is_read() -> None:
    plain = NEWS_ARTICLE.replace('"@context": "https://schema.org", ', "") % TITLE
    graph = f'{{"@graph": [{{"@type": "WebSite", "name": "Other"}}, {plain}]}}'
    assert read(H1 + PROSE, ld(plain)).date == "2024-03-05"
    assert read(H1 + PROSE, ld(graph)).outlet == "Portville Courier"


def test_an_author_that_a_graph_refers_to_is_found() -> None:
    graph = (
        '{"@graph": [{"@type": "Article", "headline": "x", "author": {"@id": "#jane"}}, '
        '{"@type": "Person", "@id": "#jane", "name": "Jane Doe"}]}'
    )
    assert read(H1 + PROSE, ld(graph)).author == "Jane Doe"


def test_a_list_of_other_reports_says_nothing_of_this_one() -> None:
    others = "[" + ",".join(NEWS_ARTICLE % title for title in ("One", "Another")) + "]"
    assert read(H1 + PROSE, ld(others)).date is None


def test_damaged_json_ld_is_passed_over() -> None:
    assert read(H1 + PROSE, ld('{"@type": "NewsArticle", ')).title == TITLE
    assert read(H1 + PROSE, ld("[" * 100_000)).title == TITLE


def test_open_graph_and_meta_are_read() -> None:
    head = (
        f'<meta property="og:title" content="{TITLE} | Portville Courier">'
        '<meta property="og:site_name" content="Portville Courier">'
        '<meta property="article:published_time" content="2024-03-05T10:00:00Z">'
        '<meta name="author" content="By Jane Doe"><meta property="article:section" content="City">'
    )
    found = read(H1 + PROSE, head)
    assert (found.title, found.outlet, found.author) == (TITLE, "Portville Courier", "Jane Doe")
    assert (found.date, found.section) == ("2024-03-05", "City")


def test_microdata_is_read_with_its_publisher() -> None:
    body = (
        '<div itemscope itemtype="https://schema.org/NewsArticle">'
        f'<h1 itemprop="headline">{TITLE}</h1><meta itemprop="datePublished" content="2024-03-05">'
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person">'
        '<span itemprop="name">Jane Doe</span></span>'
        '<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization">'
        '<meta itemprop="name" content="Portville Courier"></div>'
        f'<div itemprop="articleBody">{PROSE}</div></div>'
    )
    found = read(body)
    assert (found.title, found.date, found.author, found.outlet) == (
        TITLE,
        "2024-03-05",
        "Jane Doe",
        "Portville Courier",
    )


def test_a_time_in_the_header_of_the_headline_is_its_date() -> None:
    body = f'<header>{H1}<time datetime="2024-03-05T10:00:00+06:00">10:00</time></header>{PROSE}'
    assert read(body).date == "2024-03-05"


def test_the_day_of_change_beside_the_day_of_publication_is_kept_apart() -> None:
    found = read(f"{H1}<p>Published: 5 March 2024, 10:15 | Updated: 7 March 2024, 09:00</p>{PROSE}")
    assert (found.date, found.updated, found.text) == ("2024-03-05", "2024-03-07", TEXT)


def test_the_name_of_a_paper_in_the_window_s_title_is_no_part_of_the_headline() -> None:
    found = record(
        "a.html", f"<html><head><title>{TITLE} - The Example Times</title></head><body>{PROSE}</body></html>"
    )
    assert (found.title, found.outlet) == (TITLE, "The Example Times")


def test_a_time_that_shows_no_day_says_it_to_machines() -> None:
    body = f'{H1}<div><time datetime="2024-03-05T10:00:00+06:00">3 hours ago</time></div>{PROSE}'
    assert read(body).date == "2024-03-05"


def test_the_time_of_another_report_is_not_its_date() -> None:
    other = '<aside><a href="/b">Port open</a> <time datetime="2023-01-01">1 January</time></aside>'
    assert read(f"{H1}{other}{PROSE}{other}").date is None


def test_a_logo_is_no_headline() -> None:
    logo = '<h1><a href="/">Portville Courier</a></h1>'
    found = read(f"{logo}<h2>{TITLE}</h2><p>5 March 2024</p>{PROSE}", f"<title>{TITLE} | Portville Courier</title>")
    assert (found.title, found.outlet, found.date, found.text) == (TITLE, "Portville Courier", "2024-03-05", TEXT)


def test_the_visible_day_counts_where_utc_is_another_one() -> None:
    head = '<meta property="article:published_time" content="2024-03-04T20:30:00Z">'
    assert read(f"{H1}<p>5 March 2024</p>{PROSE}", head).date == "2024-03-05"
    assert read(H1 + PROSE, head).date == "2024-03-04"


def test_a_visible_date_that_is_not_the_next_day_s_does_not_count() -> None:
    head = '<meta property="article:published_time" content="2024-03-04T20:30:00Z">'
    assert read(f"{H1}<p>Updated: 5 March 2024</p>{PROSE}", head).date == "2024-03-04"
    assert read(f"{H1}<p>9 March 2024</p>{PROSE}", head).date == "2024-03-04"


def test_the_year_of_a_day_without_one_is_not_made_up() -> None:
    assert read(f"{H1}<p>5 March</p>{PROSE}").date is None


def test_lists_tables_and_quotes_belong_to_the_text_and_captions_do_not() -> None:
    body = (
        f"{H1}{PROSE}<h2>What it costs</h2><table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>4.2</td></tr>"
        "</table><ul><li>Two piers are damaged</li><li>One lane is open</li></ul>"
        "<blockquote>We have never seen such waves, the harbour master said.</blockquote>"
        "<figure><img src='a.jpg'><figcaption>The bridge as it was in 2020</figcaption></figure>"
    )
    text = read(body).text
    assert "Year\tCost\n2024\t4.2" in text
    assert "Two piers are damaged\nOne lane is open" in text
    assert "We have never seen such waves" in text
    assert "What it costs" in text
    assert "2020" not in text


def test_no_tag_entity_or_soft_hyphen_is_shown() -> None:
    text = read(
        f"{H1}{PROSE}<p>Fish &amp; chips at the har\u00adbour cost&nbsp;5&nbsp;pounds &lt;again&gt;, "
        "he <b>sa</b>id.</p>"
    ).text
    assert "Fish & chips at the harbour cost 5 pounds <again>, he said." in text


def test_the_name_behind_the_headline_in_the_window_s_title_is_the_outlet() -> None:
    assert read(H1 + PROSE, f"<title>{TITLE} | Portville Courier</title>").outlet == "Portville Courier"
    assert read(H1 + PROSE, f"<title>{TITLE}</title>").outlet is None


def test_a_page_that_a_browser_saved_keeps_its_address() -> None:
    saved = page(H1 + PROSE).replace("<html", "<!-- saved from url=(0026)https://example.org/bridge -->\n<html")
    assert record("a.html", saved).url == "https://example.org/bridge"


def test_a_page_of_more_elements_than_an_article_has_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match="more than 60,000 elements"):
        read_all("a.html", page("<p>Some words.</p>" * 60_000))


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
@pytest.mark.parametrize("declared", [True, False])
def test_pages_in_old_encodings_are_read(encoding: str, declared: bool) -> None:
    prose = "<p>Мост через гавань закрыли в понедельник: шторм повредил две его опоры.</p><p>Откроют его в июне.</p>"
    text = page(f"<h1>Шторм закрыл мост</h1>{prose}", language="ru").replace("utf-8", encoding if declared else "")
    found = record("a.html", text.encode(encoding))
    assert found.title == "Шторм закрыл мост"
    assert found.text.startswith("Мост через гавань")


def test_a_wrong_declaration_does_not_spoil_a_page_in_utf_8() -> None:
    text = page(f"{H1}{PROSE}<p>Café déjà vu: the café at the pier is open.</p>").replace("utf-8", "iso-8859-1")
    assert "Café déjà vu" in record("a.html", text.encode()).text


@pytest.mark.parametrize("body", ["", "<script>let x = 1</script>", "<img src='a.png'>"])
def test_a_page_without_text_is_named(body: str) -> None:
    with pytest.raises(ArticleUnreadable, match=r"a\.html: "):
        read_all("a.html", f"<!doctype html><html><body>{body}</body></html>")


def test_a_page_nested_thousands_deep_is_read_or_named() -> None:
    deep = f"<!doctype html><html><body>{'<div>' * 50_000}{PROSE}{'</div>' * 50_000}</body></html>"
    try:
        read_all("a.html", deep)
    except ArticleUnreadable as problem:
        assert "a.html" in str(problem)
