"""What a page states of its article to machines is read however its program writes it."""

import json

import pytest

from qa.articles.formats import Record
from tests.articles.formats.making import PROSE, page, record

TITLE = "Storm closes the harbour bridge"
ADDRESS = "https://e.org/bridge/"
ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-03-11T21:40:00+03:00"}
PERSON, WIRE = {"@type": "Person", "name": "Graham Oakes"}, {"@type": "Organization", "name": "Northern Wire"}


def read(head: str) -> Record:
    return record("a.html", page(f"<h1>{TITLE}</h1>{PROSE}", head))


def ld(found: object, before: str = "", behind: str = "") -> str:
    return f'<script type="application/ld+json">{before}{json.dumps(found, ensure_ascii=False)}{behind}</script>'


@pytest.mark.parametrize(
    "graph",
    [
        [{"mainEntityOfPage": {"@id": ADDRESS}}, {"@type": "WebPage", "@id": ADDRESS, "name": "Bridge - Courier"}],
        [
            {"mainEntityOfPage": {"@id": f"{ADDRESS}#webpage"}},
            {"@type": "WebPage", "@id": f"{ADDRESS}#webpage", "name": "x"},
        ],
        [{"mainEntityOfPage": {"@id": "#page"}}, {"@type": "WebPage", "@id": "#page", "url": ADDRESS, "name": "x"}],
        [{"mainEntityOfPage": {"@type": "WebPage", "@id": ADDRESS, "name": "x"}}],
        [{"mainEntityOfPage": ADDRESS}],
        [{"url": "/bridge/", "mainEntityOfPage": ADDRESS}],
    ],
)
def test_the_address_of_an_article_is_that_of_its_page_and_never_its_name(graph: list[dict[str, object]]) -> None:
    assert read(ld({"@graph": [ARTICLE | graph[0], *graph[1:]]})).url == ADDRESS


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("//<![CDATA[\n", "\n//]]>"),
        ("/*<![CDATA[*/", "/*]]>*/"),
        ("<![CDATA[", "]]>"),
        ("<!--\n", "\n//-->"),
        ("<!--//--><![CDATA[//><!--\n", "\n//--><!]]>"),
        ("\n", ";\n"),
    ],
)
def test_what_hides_a_script_from_old_browsers_hides_nothing_here(before: str, behind: str) -> None:
    stated = {"author": {"@type": "Person", "name": "L&eacute;na Oakes"}, "publisher": {"name": "A &amp; B"}}
    found = read(ld(ARTICLE | stated, before, behind))
    assert (found.date, found.author, found.outlet) == ("2025-03-11", "Léna Oakes", "A & B")


def test_a_script_whose_marks_are_written_as_entities_is_read() -> None:
    assert read(
        ld(ARTICLE).replace('{"', '{"').replace(json.dumps(ARTICLE), json.dumps(ARTICLE).replace('"', "&quot;"))
    ).date


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ([PERSON, WIRE], "Graham Oakes"),
        ([WIRE, PERSON], "Graham Oakes"),
        ([{"@type": ["NewsMediaOrganization"], "name": "Northern Wire"}, "Graham Oakes"], "Graham Oakes"),
        ([{"@id": "#wire"}, {"@id": "#graham"}], "Graham Oakes"),
        ([WIRE], "Northern Wire"),
        ({"@type": "Person", "givenName": "Graham", "familyName": "Oakes"}, "Graham Oakes"),
        ([{"@id": "#nobody"}], None),
    ],
)
def test_people_are_the_authors_and_an_organisation_only_where_there_are_none(
    author: object, expected: str | None
) -> None:
    nodes = [WIRE | {"@id": "#wire"}, PERSON | {"@id": "#graham"}]
    assert read(ld({"@graph": [ARTICLE | {"author": author}, *nodes]})).author == expected


def test_microdata_has_its_people_before_its_organisation_and_the_address_of_its_page() -> None:
    author = '<span itemprop="author" itemscope itemtype="http://schema.org/%s"><span itemprop="name">%s</span></span>'
    body = (
        f'<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}</h1>'
        f'<meta itemscope itemprop="mainEntityOfPage" itemtype="https://schema.org/WebPage" itemid="{ADDRESS}">'
        f"{author % ('Organization', 'Northern Wire')}{author % ('Person', 'Graham Oakes')}"
        f'<div itemprop="articleBody">{PROSE}</div></div>'
    )
    found = record("a.html", page(body))
    assert (found.author, found.url) == ("Graham Oakes", ADDRESS)


@pytest.mark.parametrize(
    ("name", "field", "value", "expected"),
    [
        ("mediator_published_time", "date", "2025-03-11T21:40:00+0300", "2025-03-11"),
        ("article.published", "date", "2025-03-11T21:40:00", "2025-03-11"),
        ("Published_Date", "date", "2025-03-11", "2025-03-11"),
        ("og:article:published_time", "date", "2025-03-11", "2025-03-11"),
        ("article.updated", "updated", "2025-03-12T21:40:00", "2025-03-12"),
        ("lastmod", "updated", "2025-03-12", "2025-03-12"),
        ("article.section", "section", "City", "City"),
        ("mediator_author", "author", "Иван Петров", "Иван Петров"),
        ("DC_Creator", "author", "Ann Lee", "Ann Lee"),
        ("expires", "date", "2025-03-11", None),
        ("created", "date", "2025-03-11", None),
        ("event_date", "date", "2025-03-11", None),
    ],
)
def test_a_meta_is_known_whatever_marks_part_the_words_of_its_name(
    name: str, field: str, value: str, expected: str | None
) -> None:
    assert getattr(read(f'<meta name="{name}" content="{value}">'), field) == expected
