"""Feeds: RSS of several ages, and Atom."""

from html import escape

from tests.articles.formats.gold.expected import GoldFile, gold, of, tagged
from tests.articles.formats.gold.stories import BRIDGE, FERRY, LAKE, LIBRARY, MUSEUM, ORCHARD, SCHOOL, WATER


def files() -> list[GoldFile]:
    """Return the feeds."""
    return [_rss_en(), _rss_ru(), _yandex(), _rss_kk(), _rdf(), _atom_en(), _atom_ru(), _atom_kk()]


_NAMES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:yandex="http://news.yandex.ru" '
    'xmlns:media="http://search.yahoo.com/mrss/"'
)


def _rss_en() -> GoldFile:
    data = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" {_NAMES}><channel><title>The Skerra Echo</title><link>https://skerra-echo.example</link>
<description>News of the islands</description><language>en-gb</language>
<lastBuildDate>Fri, 18 Aug 2023 10:00:00 +0100</lastBuildDate>
<item><title>{FERRY.title}</title><link>https://skerra-echo.example/ferry</link>
<guid>https://skerra-echo.example/?p=7</guid>
<dc:creator><![CDATA[Isla Corrigan]]></dc:creator><pubDate>Thu, 17 Aug 2023 09:20:00 +0100</pubDate>
<category><![CDATA[Islands]]></category><category><![CDATA[Transport]]></category>
<description><![CDATA[Islanders face a long summer. <a href="https://skerra-echo.example/ferry">Read more</a>]]>
</description>
<content:encoded><![CDATA[{tagged(FERRY.paragraphs)}]]></content:encoded></item>
<item><title>{LIBRARY.title}</title><link>https://skerra-echo.example/library</link>
<description>{escape(tagged(LIBRARY.paragraphs))}</description></item></channel></rss>"""
    known = {"outlet": "The Skerra Echo", "author": "Isla Corrigan", "date": "2023-08-17", "section": "Islands"}
    return gold(
        "feed.rss",
        "rss",
        data,
        of(FERRY, **known, url="https://skerra-echo.example/ferry", absent=("Read more", "long summer")),
        of(LIBRARY, outlet="The Skerra Echo", url="https://skerra-echo.example/library"),
    )


def _rss_ru() -> GoldFile:
    data = f"""<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0"><channel><title>Северный край</title><language>ru</language>
<item><title>{MUSEUM.title}</title><link>https://sevkray.example/8812</link><author>Нина Полозова</author>
<pubDate>Tue, 03 Nov 2020 23:40:00 +0300</pubDate><category>Культура</category>
<description>{escape(tagged(MUSEUM.paragraphs))}</description></item></channel></rss>"""
    known = {"outlet": "Северный край", "author": "Нина Полозова", "date": "2020-11-03", "section": "Культура"}
    return gold("lenta.xml", "rss", data.encode("cp1251"), of(MUSEUM, **known, url="https://sevkray.example/8812"))


def _yandex() -> GoldFile:
    """Return a feed as Russian newsrooms write it for a search engine: the whole report in a name of its own."""
    data = f"""<?xml version="1.0" encoding="utf-8"?>
<rss {_NAMES} version="2.0"><channel><title>Вестник Заречного</title><link>https://zarechny.example</link>
<item><title>{BRIDGE.title}</title><link>https://zarechny.example/most</link>
<pdalink>https://m.zarechny.example</pdalink>
<description>Мост открыт.</description><author>Олег Стрижов</author><category>Город</category>
<pubDate>Fri, 28 Oct 2022 11:40:00 +0300</pubDate><yandex:genre>message</yandex:genre>
<yandex:full-text>{chr(10).join(BRIDGE.paragraphs)}</yandex:full-text></item></channel></rss>"""
    known = {"outlet": "Вестник Заречного", "author": "Олег Стрижов", "date": "2022-10-28", "section": "Город"}
    return gold("yandex.xml", "rss", data, of(BRIDGE, **known, url="https://zarechny.example/most"))


def _rss_kk() -> GoldFile:
    data = f"""<?xml version="1.0"?><rss version="2.0" {_NAMES}><channel><title>Ақбұлақ тынысы</title>
<language>kk-KZ</language>
<item><title>{SCHOOL.title}</title><guid isPermaLink="true">https://aqbulaq.example/1045</guid>
<pubDate>Wed, 01 Sep 2021 10:00:00 +0600</pubDate><dc:creator>Дәурен Сапаров</dc:creator>
<content:encoded><![CDATA[{tagged(SCHOOL.paragraphs)}<p><img src="a.jpg"/></p>]]></content:encoded></item>
</channel></rss>"""
    known = {"outlet": "Ақбұлақ тынысы", "author": "Дәурен Сапаров", "date": "2021-09-01"}
    return gold("aqbulaq.rss", "rss", data, of(SCHOOL, **known, url="https://aqbulaq.example/1045"))


def _rdf() -> GoldFile:
    data = f"""<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://tarn.example"><title>Tarn Valley News</title>
<link>https://tarn.example</link><items><rdf:Seq><rdf:li rdf:resource="https://tarn.example/frost"/></rdf:Seq></items>
</channel><item rdf:about="https://tarn.example/frost"><title>{ORCHARD.title}</title>
<link>https://tarn.example/frost</link><dc:creator>Marc Ferrand</dc:creator><dc:date>2024-04-23T18:00:00-04:00</dc:date>
<dc:subject>Farming</dc:subject><description>{escape(tagged(ORCHARD.paragraphs))}</description></item></rdf:RDF>"""
    known = {"outlet": "Tarn Valley News", "author": "Marc Ferrand", "date": "2024-04-23", "section": "Farming"}
    return gold("tarn.xml", "rss", data, of(ORCHARD, **known, url="https://tarn.example/frost"))


def _atom_en() -> GoldFile:
    data = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">Brackwell Mercury</title>
<updated>2024-03-02T00:00:00Z</updated><id>tag:mercury.example,2024:feed</id>
<entry><title type="html">{LIBRARY.title}</title><id>tag:mercury.example,2024:1</id>
<link rel="self" href="https://mercury.example/api/1"/><link rel="alternate" href="https://mercury.example/library"/>
<published>2024-02-28T21:15:00-05:00</published><updated>2024-03-01T08:00:00-05:00</updated>
<author><name>Priya Nand</name></author><author><name>Lou Quist</name></author><category term="Council"/>
<summary>The night shift stays.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{tagged(LIBRARY.paragraphs)}</div></content></entry>
</feed>"""
    known = {"outlet": "Brackwell Mercury", "author": "Priya Nand, Lou Quist", "date": "2024-02-28"}
    known |= {"updated": "2024-03-01", "section": "Council", "url": "https://mercury.example/library"}
    return gold("mercury.atom", "atom", data, of(LIBRARY, **known))


def _atom_ru() -> GoldFile:
    data = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Слободские новости</title>
<entry xml:lang="ru"><id>https://sloboda.example/voda</id><title>{WATER.title}</title>
<link href="https://sloboda.example/voda"/><published>2019-05-16T08:12:00+03:00</published>
<updated>2019-05-16T08:12:00+03:00</updated><author><name>Павел Гусев</name><email>g@sloboda.example</email></author>
<content type="html"><![CDATA[{tagged(WATER.paragraphs)}]]></content></entry></feed>"""
    known = {"outlet": "Слободские новости", "author": "Павел Гусев", "date": "2019-05-16", "updated": "2019-05-16"}
    return gold("sloboda.xml", "atom", data, of(WATER, **known, url="https://sloboda.example/voda"))


def _atom_kk() -> GoldFile:
    data = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="kk">
<title>Сарыкөл хабары</title><author><name>Сарыкөл хабары</name></author><entry><id>urn:uuid:1</id>
<title>{LAKE.title}</title><link href="https://sarykol.example/1"/>
<content type="text">{LAKE.paragraphs[0]}

{LAKE.paragraphs[1]}

{LAKE.paragraphs[2]}</content></entry></feed>"""
    return gold("sarykol.atom", "atom", data, of(LAKE, outlet="Сарыкөл хабары", url="https://sarykol.example/1"))
