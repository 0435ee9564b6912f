"""What an agency sends as XML is a report with what the XML states of it."""

import pytest

from qa.errors import ArticleUnreadable
from tests.articles.formats.making import problems, read_all, record, records

NITF = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf xml:lang="en"><head><title>Bridge</title><docdata><doc-id id-string="p-77" regsrc="PC"/>
<date.issue norm="20240305T233000+0600"/></docdata>
<pubdata name="Portville Courier" position.section="City"/></head>
<body><body.head><hedline><hl1>Storm closes the bridge</hl1><hl2>Two piers damaged</hl2></hedline>
<byline>By <person>Jane Doe</person></byline><dateline><location>Portville</location></dateline></body.head>
<body.content><p>The bridge is <em>shut</em> &amp; guarded.</p>
<media><media-caption>A picture</media-caption></media><p>It opens in June.</p></body.content></body></nitf>"""
G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:n:%s" xml:lang="ru">
<itemMeta><provider literal="x"><name>Вестник порта</name></provider>
<versionCreated>2024-03-07T10:00:00+03:00</versionCreated>
<firstCreated>2024-03-05T10:00:00+03:00</firstCreated></itemMeta>
<contentMeta><contentCreated>2024-03-05T23:10:00+03:00</contentCreated><located><name>Порт</name></located>
<creator><name>Иван Петров</name></creator><language tag="ru"/><headline>Мост закрыт</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head>
<body><p>Мост закрыли.</p><p>Откроют в июне.</p></body></html></inlineXML></contentSet></newsItem>"""


def test_nitf_is_read() -> None:
    found = record("a.xml", NITF)
    assert (found.id, found.title, found.text) == (
        None,
        "Storm closes the bridge",
        "The bridge is shut & guarded.\n\nIt opens in June.",
    )
    assert (found.outlet, found.section, found.author) == ("Portville Courier", "City", "Jane Doe")
    assert (found.date, found.place, found.language) == ("2024-03-05", "Portville", "en")


@pytest.mark.parametrize(
    ("bylines", "author"),
    [
        ("<byline>By GRAHAM OAKES<byttl>Northern Wire</byttl></byline>", "GRAHAM OAKES"),
        ("<byline>By <person>Graham Oakes</person><byttl>Staff writer</byttl></byline>", "Graham Oakes"),
        ("<byline>By Graham Oakes</byline><byline>By Ann Lee<byttl>AP</byttl></byline>", "Graham Oakes, Ann Lee"),
        ("<byline><person>Иван Петров</person><byttl>Вестник</byttl></byline>", "Иван Петров"),
        ("<byline>By Graham Oakes</byline><byline><byttl>Northern Wire</byttl></byline>", "Graham Oakes"),
        ("<byline>By <person>Graham Oakes</person> and <person>Ann Lee</person></byline>", "Graham Oakes and Ann Lee"),
    ],
)
def test_every_byline_is_read_without_the_title_below_it(bylines: str, author: str) -> None:
    one = "<byline>By <person>Jane Doe</person></byline>"
    assert record("a.xml", NITF.replace(one, bylines)).author == author


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("<DateLine>PORTVILLE, March 11 (NW) - </DateLine>", "PORTVILLE"),
        ("<DateLine>Portville, 11 March 2025</DateLine>", "Portville"),
        ("<DateLine>Portville</DateLine>", "Portville"),
        ("<DateLine>11 March 2025</DateLine>", None),
        (
            '</NewsLines><DescriptiveMetadata><Location HowPresent="Origin"><Property FormalName="Land" Value="X"/>'
            '<Property FormalName="City" Value="Portville"/></Location></DescriptiveMetadata><NewsLines>',
            "Portville",
        ),
    ],
)
def test_newsml_1_says_where_a_report_is_from(lines: str, place: str | None) -> None:
    item = (
        "<NewsML><NewsItem><NewsManagement><FirstCreated>20250311T214000+0300</FirstCreated></NewsManagement>"
        f"<NewsComponent><NewsLines><HeadLine>Bridge closed</HeadLine>{lines}</NewsLines><AdministrativeMetadata>"
        '<Provider><Party FormalName="Northern Wire"/></Provider></AdministrativeMetadata>'
        "<ContentItem><DataContent><p>The bridge is shut.</p></DataContent></ContentItem>"
        "</NewsComponent></NewsItem></NewsML>"
    )
    found = record("a.xml", item)
    assert (found.place, found.date, found.outlet) == (place, "2025-03-11", "Northern Wire")


def test_newsml_g2_is_read_with_its_update() -> None:
    found = record("a.xml", G2 % 1)
    assert (found.id, found.title, found.text) == (None, "Мост закрыт", "Мост закрыли.\n\nОткроют в июне.")
    assert (found.outlet, found.author, found.place) == ("Вестник порта", "Иван Петров", "Порт")
    assert (found.date, found.updated, found.language) == ("2024-03-05", "2024-03-07", "ru")


def test_every_item_of_a_message_is_an_article() -> None:
    empty = '<newsItem guid="urn:n:3"><contentSet/></newsItem>'
    items = f"<itemSet>{G2 % 1}{G2 % 2}{empty}</itemSet>"
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">{items}</newsMessage>'
    found = read_all("a.xml", message.replace("Мост закрыли", "Мост закрыт", 1))
    assert [getattr(it, "id", None) for it in found[:2]] == ["urn:n:1", "urn:n:2"]
    assert problems(found)[0].startswith("a.xml#item 3: it has no text")


def test_plain_text_inside_newsml_is_read() -> None:
    item = (
        '<newsItem guid="urn:n:1"><contentMeta><headline>Bridge closed</headline></contentMeta><contentSet>'
        "<inlineData contenttype='text/plain'>The bridge is shut.\n\nIt opens in June.</inlineData>"
        "</contentSet></newsItem>"
    )
    assert record("a.xml", item).text == "The bridge is shut.\n\nIt opens in June."


def test_entities_are_not_resolved() -> None:
    with pytest.raises(ArticleUnreadable, match="entities of its own"):
        read_all(
            "a.xml", NITF.replace("[", "").replace('"nitf-3-4.dtd">', '"x" [<!ENTITY a SYSTEM "file:///etc/passwd">]>')
        )


def test_damaged_xml_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match="it is damaged"):
        read_all("a.xml", NITF[:-40])
    assert records("a.xml", NITF)
