"""XML as agencies send it: NITF and NewsML-G2."""

from tests.articles.formats.gold.expected import GoldFile, gold, of, spaced, tagged
from tests.articles.formats.gold.stories import BRIDGE, FERRY, HORSES, LAKE, LIBRARY, MUSEUM, ORCHARD, WATER, Story


def files() -> list[GoldFile]:
    """Return the files."""
    return [
        _nitf_en(),
        _nitf_ru(),
        _nitf_kk(),
        _nitf_bare(),
        _g2_en(),
        _g2_ru(),
        _g2_kk(),
        _g2_message(),
        _g2_with_nitf(),
    ]


def _nitf_en() -> GoldFile:
    data = f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" version="-//IPTC//DTD NITF 3.5//EN"><head>
<title>{FERRY.title}</title><tobject tobject.type="news"><tobject.property tobject.property.type="current"/></tobject>
<docdata><doc-id id-string="se-230817-01" regsrc="SKE"/><urgency ed-urg="4"/><date.issue norm="20230817T092000+0100"/>
<date.release norm="20230818T070500+0100"/><doc.copyright year="2023" holder="The Skerra Echo"/></docdata>
<pubdata type="web" name="The Skerra Echo" position.section="Islands" ex-ref="https://skerra-echo.example/ferry"/>
</head><body><body.head><hedline><hl1>{FERRY.title}</hl1></hedline>
<byline>By <person>Isla Corrigan</person><byttl>Transport reporter</byttl></byline>
<dateline><location>MALDON QUAY</location><story.date>Aug 17</story.date></dateline></body.head>
<body.content>{tagged(FERRY.paragraphs)}<media media-type="image"><media-reference source="f.jpg"/>
<media-caption>The ferry in 2019</media-caption></media></body.content>
<body.end><tagline>Additional reporting by Rob Teller</tagline></body.end></body></nitf>"""
    known = {"outlet": "The Skerra Echo", "author": "Isla Corrigan", "date": "2023-08-17", "updated": "2023-08-18"}
    return gold("se-230817.xml", "nitf", data, of(FERRY, **known, section="Islands", absent=("in 2019", "Rob Teller")))


def _nitf_ru() -> GoldFile:
    data = f"""<?xml version="1.0" encoding="windows-1251"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/site/nitf-documentation/nitf-3-3.dtd">
<nitf xml:lang="ru-RU"><head><title>Музей</title><docdata><doc-id id-string="77"/><date.issue norm="2020-11-03"/>
</docdata>
<pubdata name="Северный край" date.publication="20201103"/></head><body><body.head>
<hedline><hl1>{MUSEUM.title}</hl1><hl2>Прялки покажут весной</hl2></hedline><byline>Нина Полозова</byline>
<distributor>Северное агентство</distributor></body.head><body.content><block>{tagged(MUSEUM.paragraphs)}</block>
</body.content></body></nitf>"""
    known = {"outlet": "Северный край", "author": "Нина Полозова", "date": "2020-11-03"}
    return gold("77.xml", "nitf", data.encode("cp1251"), of(MUSEUM, **known))


def _nitf_kk() -> GoldFile:
    data = f"""<nitf xml:lang="kk"><head><docdata><date.issue norm="20220330"/></docdata></head><body><body.head>
<hedline><hl1>{LAKE.title}</hl1></hedline><byline><person>Айнұр Жексенова</person></byline>
<distributor><org>Сарыкөл хабары</org></distributor></body.head>
<body.content>{tagged(LAKE.paragraphs)}</body.content></body></nitf>"""
    known = {"outlet": "Сарыкөл хабары", "author": "Айнұр Жексенова", "date": "2022-03-30"}
    return gold("lake.xml", "nitf", data, of(LAKE, **known))


def _nitf_bare() -> GoldFile:
    """Return a file that states neither day nor writer."""
    data = f"""<?xml version="1.0"?><nitf><head><title>{ORCHARD.title}</title></head><body>
<body.content>{tagged(ORCHARD.paragraphs)}</body.content></body></nitf>"""
    return gold("bare.xml", "nitf", data, of(ORCHARD))


def _item(story: Story, number: int, meta: str, content: str, about: str = "") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:{number}"
version="2"
standard="NewsML-G2" standardversion="2.28" xml:lang="{story.language}">
<catalogRef href="http://www.iptc.org/catalog.xml"/>
<rightsInfo><copyrightNotice>© 2025 all rights kept</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/>{meta}<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta>{about}<headline xml:lang="{story.language}">{story.title}</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def _xhtml(story: Story) -> str:
    return f"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title/></head>
<body>{tagged(story.paragraphs)}</body></html></inlineXML>"""


def _g2_en() -> GoldFile:
    meta = """<provider qcode="nprov:TVN"><name>Tarn Valley News</name></provider>
<versionCreated>2024-04-24T09:30:00-04:00</versionCreated><firstCreated>2024-04-23T18:00:00-04:00</firstCreated>"""
    about = """<urgency>4</urgency><contentCreated>2024-04-23T18:00:00-04:00</contentCreated>
<contentModified>2024-04-24T09:30:00-04:00</contentModified><located qcode="loc:1"><name>Tarn</name></located>
<creator><name>Marc Ferrand</name></creator><language tag="en-US"/><by>By Marc Ferrand</by>
<dateline>TARN, April 23</dateline>
<subject type="cpnat:abstract" qcode="medtop:20000210"><name xml:lang="en">Farming</name></subject>"""
    known = {"outlet": "Tarn Valley News", "author": "Marc Ferrand", "date": "2024-04-23", "updated": "2024-04-24"}
    data = _item(ORCHARD, 1, meta, _xhtml(ORCHARD), about)
    return gold("g2-frost.xml", "newsml", data, of(ORCHARD, **known, section="Farming", absent=("rights kept",)))


def _g2_ru() -> GoldFile:
    meta = """<provider literal="Агентство Ольшанка"/><versionCreated>2022-10-28T11:40:00+03:00</versionCreated>"""
    about = """<contentCreated>2022-10-28T11:40:00+03:00</contentCreated><creator literal="Олег Стрижов"/>
<language tag="ru"/>"""
    known = {"outlet": "Агентство Ольшанка", "author": "Олег Стрижов", "date": "2022-10-28"}
    data = '<?xml version="1.0" encoding="utf-8"?>' + _item(BRIDGE, 2, meta, _xhtml(BRIDGE), about)
    return gold("g2-most.xml", "newsml", data, of(BRIDGE, **known))


def _g2_kk() -> GoldFile:
    content = f'<inlineData contenttype="text/plain">{spaced(HORSES.paragraphs)}</inlineData>'
    meta = "<provider><name>Көктөбе жаршысы</name></provider><versionCreated>2023-07-11T16:45:00+06:00</versionCreated>"
    data = _item(HORSES, 3, meta, content, "<by>Ерлан Мұқанов</by>")
    known = {"outlet": "Көктөбе жаршысы", "author": "Ерлан Мұқанов", "date": "2023-07-11"}
    return gold("g2-zhylqy.xml", "newsml", data, of(HORSES, **known))


def _g2_message() -> GoldFile:
    meta = "<provider><name>Brackwell Mercury</name></provider><versionCreated>{}</versionCreated>"
    items = _item(LIBRARY, 4, meta.format("2024-02-28T21:15:00-05:00"), _xhtml(LIBRARY))
    items += _item(FERRY, 5, meta.format("2023-08-17T09:20:00+01:00"), _xhtml(FERRY))
    data = f"""<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
<header><sent>2025-01-01T00:00:00Z</sent><sender>agency.example</sender></header><itemSet>{items}</itemSet>
</newsMessage>"""
    return gold(
        "message.xml",
        "newsml",
        data,
        of(LIBRARY, outlet="Brackwell Mercury", date="2024-02-28"),
        of(FERRY, outlet="Brackwell Mercury", date="2023-08-17"),
    )


def _g2_with_nitf() -> GoldFile:
    inner = f"""<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
<body.head><hedline><hl1>{WATER.title}</hl1></hedline><byline>Павел Гусев</byline></body.head>
<body.content>{tagged(WATER.paragraphs)}</body.content></body></nitf></inlineXML>"""
    meta = """<provider><name>Слободские новости</name></provider><firstCreated>2019-05-16T08:12:00+03:00</firstCreated>
<versionCreated>2019-05-17T10:00:00+03:00</versionCreated>"""
    known = {"outlet": "Слободские новости", "author": "Павел Гусев", "date": "2019-05-16", "updated": "2019-05-17"}
    return gold("g2-nitf.xml", "newsml", _item(WATER, 6, meta, inner), of(WATER, **known))
