"""Web pages that state to machines what they are: JSON-LD, Open Graph, microdata, `meta`."""

import json
from collections.abc import Mapping

from tests.articles.formats.gold.expected import GoldFile, gold, of, tagged
from tests.articles.formats.gold.stories import BRIDGE, FERRY, HORSES, LIBRARY, MUSEUM, ORCHARD, SCHOOL, WATER, Story
from tests.articles.formats.gold.templates import CITY_ABSENT, NEWS_ABSENT, city_page, news_page


def files() -> list[GoldFile]:
    """Return the pages."""
    return [
        *_in_json_ld(),
        _open_graph_en(),
        _open_graph_ru(),
        _microdata_kk(),
        _microdata_en(),
        _meta_en(),
        _meta_ru(),
        _day_of_utc(),
    ]


def _script(*found: Mapping[str, object]) -> str:
    data = found[0] if len(found) == 1 else list(found)
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False, indent=1)}</script>'


def _in_json_ld() -> list[GoldFile]:
    ferry = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://skerra-echo.example/news/ferry-suspended"},
        "headline": FERRY.title,
        "image": ["https://skerra-echo.example/img/ferry.jpg"],
        "datePublished": "2023-08-17T09:20:00+01:00",
        "dateModified": "2023-08-18T07:05:00+01:00",
        "author": [{"@type": "Person", "name": "Isla Corrigan", "url": "https://skerra-echo.example/isla"}],
        "publisher": {"@type": "Organization", "name": "The Skerra Echo", "logo": {"@type": "ImageObject", "url": "x"}},
        "articleSection": ["Islands", "Transport"],
        "isAccessibleForFree": True,
    }
    crumbs = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Home"}]}
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Article",
                "@id": "https://zarechny-vestnik.example/bridge/#article",
                "isPartOf": {"@id": "https://zarechny-vestnik.example/bridge/"},
                "author": {"name": "Олег Стрижов", "@id": "https://zarechny-vestnik.example/#/schema/person/1"},
                "headline": BRIDGE.title,
                "datePublished": "2022-10-28T11:40:12+03:00",
                "dateModified": "2022-10-28T15:02:44+03:00",
                "publisher": {"@id": "https://zarechny-vestnik.example/#organization"},
                "articleSection": ["Город"],
                "inLanguage": "ru-RU",
            },
            {"@type": "WebPage", "@id": "https://zarechny-vestnik.example/bridge/", "datePublished": "2022-10-28"},
            {"@type": "WebSite", "@id": "https://zarechny-vestnik.example/#website", "name": "Вестник Заречного"},
            {
                "@type": "Organization",
                "@id": "https://zarechny-vestnik.example/#organization",
                "name": "Вестник Заречного",
            },
            {"@type": "Person", "@id": "https://zarechny-vestnik.example/#/schema/person/1", "name": "Олег Стрижов"},
        ],
    }
    school = {
        "@context": "http://schema.org",
        "@type": ["NewsArticle", "Article"],
        "headline": SCHOOL.title,
        "datePublished": "2021-09-01 10:00:00",
        "author": "Дәурен Сапаров",
        "publisher": {"@type": "NewsMediaOrganization", "name": "Ақбұлақ тынысы"},
        "url": "https://aqbulaq-tynysy.example/kk/1045",
        "inLanguage": "kk-KZ",
    }
    by_paper = {
        "@context": "https://schema.org",
        "@type": "ReportageNewsArticle",
        "headline": LIBRARY.title,
        "datePublished": "2024-02-29",
        "author": {"@type": "Organization", "name": "Brackwell Mercury"},
        "publisher": {"@type": "Organization", "name": "Brackwell Mercury"},
    }
    return [
        gold(
            "ferry-suspended.html",
            "html",
            news_page(FERRY, _script(ferry) + _script(crumbs)),
            of(
                FERRY,
                outlet="The Skerra Echo",
                author="Isla Corrigan",
                date="2023-08-17",
                updated="2023-08-18",
                section="Islands",
                url="https://skerra-echo.example/news/ferry-suspended",
                absent=NEWS_ABSENT,
            ),
        ),
        gold(
            "most-otkryli.html",
            "html",
            city_page(
                BRIDGE, _script(graph) + '<link rel="canonical" href="https://zarechny-vestnik.example/bridge/">'
            ),
            of(
                BRIDGE,
                outlet="Вестник Заречного",
                author="Олег Стрижов",
                date="2022-10-28",
                updated="2022-10-28",
                section="Город",
                url="https://zarechny-vestnik.example/bridge/",
                absent=CITY_ABSENT,
            ),
        ),
        gold(
            "mektep.html",
            "html",
            news_page(SCHOOL, _script(school)),
            of(
                SCHOOL,
                outlet="Ақбұлақ тынысы",
                author="Дәурен Сапаров",
                date="2021-09-01",
                url="https://aqbulaq-tynysy.example/kk/1045",
                absent=NEWS_ABSENT,
            ),
        ),
        gold(
            "library-night-shift.htm",
            "html",
            news_page(LIBRARY, _script(by_paper)),
            of(LIBRARY, outlet="Brackwell Mercury", date="2024-02-29", absent=NEWS_ABSENT),
        ),
    ]


def _og(**found: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in found.items())


def _open_graph_en() -> GoldFile:
    head = f"<title>{ORCHARD.title} - Tarn Valley News</title>" + _og(
        og__title=ORCHARD.title,
        og__site_name="Tarn Valley News",
        og__url="https://tarnvalley.example/2024/04/frost",
        og__locale="en_US",
        article__published_time="2024-04-23T18:00:00-04:00",
        article__modified_time="2024-04-24T09:30:00-04:00",
        article__section="Farming",
        article__author="https://facebook.example/mferrand",
    )
    head += '<meta name="author" content="Marc Ferrand">'
    known = {"author": "Marc Ferrand", "date": "2024-04-23", "updated": "2024-04-24", "section": "Farming"}
    known |= {"outlet": "Tarn Valley News", "url": "https://tarnvalley.example/2024/04/frost"}
    return gold("frost.html", "html", news_page(ORCHARD, head), of(ORCHARD, **known, absent=NEWS_ABSENT))


def _open_graph_ru() -> GoldFile:
    head = f"<title>{MUSEUM.title} | Северный край</title>" + _og(
        og__title=f"{MUSEUM.title}",
        og__site_name="Северный край",
        og__url="https://sevkray.example/culture/8812",
        article__published_time="2020-11-03T12:00:00+0300",
        article__author="Нина Полозова",
        article__section="Культура",
    )
    data = city_page(MUSEUM, head, charset="windows-1251").encode("cp1251")
    known = {"outlet": "Северный край", "author": "Нина Полозова", "date": "2020-11-03", "section": "Культура"}
    return gold(
        "8812.html", "html", data, of(MUSEUM, **known, url="https://sevkray.example/culture/8812", absent=CITY_ABSENT)
    )


def _marked(story: Story, author: str, outlet: str, day: str, shown: str, section: str) -> str:
    return f"""<div itemscope itemtype="http://schema.org/NewsArticle">
<h1 itemprop="headline">{story.title}</h1>
<div class="info"><time itemprop="datePublished" datetime="{day}">{shown}</time>
<span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{author}</span></span>
<a href="/s" itemprop="articleSection">{section}</a></div>
<div itemprop="articleBody">{tagged(story.paragraphs)}</div>
<div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="{outlet}">
</div></div>"""


def _microdata_kk() -> GoldFile:
    body = _marked(HORSES, "Ерлан Мұқанов", "Көктөбе жаршысы", "2023-07-11T16:45:00+06:00", "11 шілде, 16:45", "Ауыл")
    known = {"outlet": "Көктөбе жаршысы", "author": "Ерлан Мұқанов", "date": "2023-07-11", "section": "Ауыл"}
    return gold("zhylqy.html", "html", news_page(HORSES, "", body), of(HORSES, **known, absent=NEWS_ABSENT))


def _microdata_en() -> GoldFile:
    body = _marked(LIBRARY, "Priya Nand", "Brackwell Mercury", "2024-02-28", "Feb. 28, 2024", "Council")
    known = {"outlet": "Brackwell Mercury", "author": "Priya Nand", "date": "2024-02-28", "section": "Council"}
    return gold("library.xhtml", "html", news_page(LIBRARY, "", body), of(LIBRARY, **known, absent=NEWS_ABSENT))


def _meta_en() -> GoldFile:
    head = f"""<title>{FERRY.title}</title><meta name="DC.title" content="{FERRY.title}">
<meta name="DC.creator" content="Isla Corrigan"><meta name="DC.publisher" content="The Skerra Echo">
<meta name="DC.date.issued" content="2023-08-17"><meta name="keywords" content="ferry, islands">
<meta name="viewport" content="width=device-width">"""
    known = {"outlet": "The Skerra Echo", "author": "Isla Corrigan", "date": "2023-08-17"}
    return gold("ferry-dc.html", "html", news_page(FERRY, head), of(FERRY, **known, absent=NEWS_ABSENT))


def _meta_ru() -> GoldFile:
    head = f"""<title>{WATER.title} — Слободские новости</title><meta name="author" content="Павел Гусев">
<meta name="pubdate" content="16.05.2019"><meta name="section" content="Происшествия">
<meta name="description" content="Вода вернулась.">"""
    known = {"outlet": "Слободские новости", "author": "Павел Гусев", "date": "2019-05-16", "section": "Происшествия"}
    return gold("voda.html", "html", city_page(WATER, head), of(WATER, **known, absent=CITY_ABSENT))


def _day_of_utc() -> GoldFile:
    """Return a page which states the time in UTC and shows readers the next day."""
    head = _og(article__published_time="2024-05-13T19:30:00Z", og__site_name="Вестник Заречного")
    body = f"<article><h1>{BRIDGE.title}</h1><p>14 мая 2024, 00:30</p>{tagged(BRIDGE.paragraphs)}</article>"
    known = {"outlet": "Вестник Заречного", "date": "2024-05-14"}
    return gold("most-noch.html", "html", city_page(BRIDGE, head, body=body), of(BRIDGE, **known, absent=CITY_ABSENT))
