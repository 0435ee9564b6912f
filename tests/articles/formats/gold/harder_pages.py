"""Pages, feeds and JSON that state what they are in less usual places."""

import json

from tests.articles.formats.gold.expected import GoldFile, gold, of, spaced, tagged
from tests.articles.formats.gold.stories import BRIDGE, FERRY, HORSES, LAKE, LIBRARY, MUSEUM, SCHOOL, WATER
from tests.articles.formats.gold.templates import CITY_ABSENT, NEWS_ABSENT, city_page, news_page


def files() -> list[GoldFile]:
    """Return the files."""
    return [*_pages(), *_json(), *_tables()]


def _pages() -> list[GoldFile]:
    below = f"""<article><h1>{BRIDGE.title}</h1><div class="meta"><span class="date">28 октября 2022, 11:40</span>
<span class="author">Олег Стрижов</span> <span class="views">Просмотров: 1204</span></div>{tagged(BRIDGE.paragraphs)}
<p class="tags">Теги: <a href="/t/1">мосты</a>, <a href="/t/2">ремонт</a></p></article>"""
    behind = f"""<article><h1>{LIBRARY.title}</h1>{tagged(LIBRARY.paragraphs)}
<footer class="post-footer"><span>Posted by Priya Nand</span> <span>on February 28, 2024</span></footer></article>"""
    updated = f"""<article><h1>{FERRY.title}</h1><p class="byline">By Isla Corrigan and Rob Teller</p>
<p class="dates">Published 17 August 2023 | Updated 18 August 2023</p>{tagged(FERRY.paragraphs)}</article>"""
    crumbs = f"""<div class="breadcrumbs"><a href="/">Басты бет</a> / <a href="/auyl">Ауыл</a></div><article>
<h1>{HORSES.title}</h1><div class="meta">11 шілде 2023, 16:45</div>{tagged(HORSES.paragraphs)}</article>"""
    amp = {
        "@context": "http://schema.org",
        "@type": "NewsArticle",
        "headline": WATER.title,
        "datePublished": "2019-05-16T08:12:00+0300",
        "author": {"@type": "Person", "name": ["Павел Гусев"]},
        "publisher": {"@type": "Organization", "name": "Слободские новости"},
    }
    two = json.dumps(amp, ensure_ascii=False).replace("{", "\n{", 1)
    video = json.dumps(
        {"@type": "VideoObject", "name": "Видео", "uploadDate": "2017-01-01", "datePublished": "2017-01-01"}
    )
    scripts = f'<script type="application/ld+json">{video}</script><script type="application/ld+json">{two}</script>'
    return [
        gold(
            "most-meta.html",
            "html",
            city_page(BRIDGE, "", body=below),
            of(BRIDGE, author="Олег Стрижов", date="2022-10-28", absent=(*CITY_ABSENT, "Просмотров")),
        ),
        gold(
            "library-behind.html",
            "html",
            news_page(LIBRARY, '<meta property="og:title" content="Brackwell library keeps its night shift">', behind),
            of(LIBRARY, author="Priya Nand", date="2024-02-28", absent=(*NEWS_ABSENT, "Posted by")),
        ),
        gold(
            "ferry-updated.html",
            "html",
            news_page(FERRY, "", updated),
            of(
                FERRY,
                author="Isla Corrigan and Rob Teller",
                date="2023-08-17",
                updated="2023-08-18",
                absent=NEWS_ABSENT,
            ),
        ),
        gold(
            "zhylqy-crumbs.html",
            "html",
            news_page(HORSES, "", crumbs),
            of(HORSES, date="2023-07-11", absent=(*NEWS_ABSENT, "Басты бет")),
        ),
        gold(
            "voda-video.html",
            "html",
            city_page(WATER, scripts),
            of(WATER, author="Павел Гусев", outlet="Слободские новости", date="2019-05-16", absent=CITY_ABSENT),
        ),
    ]


def _json() -> list[GoldFile]:
    parsely = {
        "data": {
            "articles": [
                {
                    "uuid": "u-1",
                    "attributes": {"title": SCHOOL.title, "body": tagged(SCHOOL.paragraphs), "lang": "kk"},
                    "authors": [{"name": "Дәурен Сапаров"}, {"name": "Айнұр Жексенова"}],
                    "publishedDate": "2021-09-01T10:00:00.000Z",
                    "source": {"title": "Ақбұлақ тынысы", "uri": "aqbulaq.example"},
                    "url": "https://aqbulaq.example/1045",
                }
            ]
        }
    }
    listed = {
        "headline": {"main": MUSEUM.title, "kicker": None},
        "byline": {"original": "By Нина Полозова"},
        "body": [{"type": "paragraph", "text": it} for it in MUSEUM.paragraphs],
        "pub_date": "2020-11-03T09:00:00+0000",
        "section_name": "Culture",
        "web_url": "https://sevkray.example/8812",
        "source": "Северный край",
    }
    return [
        gold(
            "nested.json",
            "json",
            json.dumps(parsely),
            of(
                SCHOOL,
                author="Дәурен Сапаров, Айнұр Жексенова",
                outlet="Ақбұлақ тынысы",
                date="2021-09-01",
                url="https://aqbulaq.example/1045",
            ),
        ),
        gold(
            "blocks.json",
            "json",
            json.dumps(listed, indent=1),
            of(
                MUSEUM,
                author="Нина Полозова",
                outlet="Северный край",
                date="2020-11-03",
                section="Culture",
                url="https://sevkray.example/8812",
            ),
        ),
    ]


def _tables() -> list[GoldFile]:
    head = "№;Дата;Заголовок публикации;Текст публикации;Источник;Автор публикации;URL\r\n"
    row = f'1;28.10.2022;{BRIDGE.title};"{spaced(BRIDGE.paragraphs)}";Вестник Заречного;Олег Стрижов;https://z.example/1\r\n'
    kazakh = f'Тақырыбы,Мәтіні,Жарияланған күні,Авторы,Сілтеме,Тілі\n"{LAKE.title}","{spaced(LAKE.paragraphs)}",'
    kazakh += "30.03.2022,Айнұр Жексенова,https://l.example/1,қазақ\n"
    english = "Article ID\tArticle Title\tArticle Body\tPublished Date\tAuthor Name\tSource Name\n"
    english += f'9\t{LIBRARY.title}\t"{spaced(LIBRARY.paragraphs)}"\t'
    english += "2024-02-28 21:15:00 UTC\tPriya Nand\tBrackwell Mercury\n"
    return [
        gold(
            "press.csv",
            "csv",
            head + row,
            of(BRIDGE, author="Олег Стрижов", outlet="Вестник Заречного", date="2022-10-28", url="https://z.example/1"),
        ),
        gold("kk.csv", "csv", kazakh, of(LAKE, author="Айнұр Жексенова", date="2022-03-30", url="https://l.example/1")),
        gold(
            "spaced.tsv",
            "csv",
            english,
            of(LIBRARY, author="Priya Nand", outlet="Brackwell Mercury", date="2024-02-28"),
        ),
    ]
