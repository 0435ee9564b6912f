"""Documents of an office: Word, OpenDocument, RTF, and books."""

from xml.sax.saxutils import escape

from tests.articles.formats.gold.expected import GoldFile, gold, of, tagged
from tests.articles.formats.gold.stories import (
    BRIDGE,
    FERRY,
    HORSES,
    LAKE,
    LIBRARY,
    MUSEUM,
    ORCHARD,
    SCHOOL,
    WATER,
    Story,
)
from tests.articles.formats.making import packed


def files() -> list[GoldFile]:
    """Return the documents."""
    return [*_docx(), *_odt(), *_rtf(), *_epub()]


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = f"""<w:styles {_W}><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>"""


def _p(text: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    half = len(text) // 2  # a program writes a paragraph in several runs
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(it)}</w:t></w:r>' for it in (text[:half], text[half:]))
    return f"<w:p>{named}{runs}</w:p>"


def _word(body: str, title: str = "", creator: str = "") -> bytes:
    core = f"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title>
<dc:creator>{creator}</dc:creator><cp:lastModifiedBy>Typist Two</cp:lastModifiedBy>
<dcterms:created>2025-02-03T10:00:00Z</dcterms:created><dcterms:modified>2025-02-04T10:00:00Z</dcterms:modified>
</cp:coreProperties>"""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>'
    header = f"<w:hdr {_W}>{_p('Draft for the desk')}</w:hdr>"
    members: dict[str, bytes | str] = {"[Content_Types].xml": "<Types/>", "word/document.xml": document}
    return packed(members | {"word/styles.xml": _STYLES, "docProps/core.xml": core, "word/header1.xml": header})


def _docx() -> list[GoldFile]:
    def paragraphs(story: Story) -> str:
        return "".join(map(_p, story.paragraphs))

    rows = (("Month", "Visitors"), ("March", "412"))
    cells = ["".join(f"<w:tc>{_p(it)}</w:tc>" for it in row) for row in rows]
    table = f"<w:tbl>{''.join(f'<w:tr>{it}</w:tr>' for it in cells)}</w:tbl>"
    first, *rest = LIBRARY.paragraphs
    library = _p(LIBRARY.title, "Heading1") + _p("By Priya Nand") + _p("28 February 2024") + _p(first)
    library += _p("What it costs", "2") + table + "".join(map(_p, rest))
    absent = ("Draft for the desk", "Typist")
    return [
        gold(
            "ferry.docx",
            "docx",
            _word(_p(FERRY.title, "a3") + paragraphs(FERRY), FERRY.title, "Isla Corrigan"),
            of(FERRY, author="Isla Corrigan", absent=absent),
        ),
        gold(
            "library.docx",
            "docx",
            _word(library),
            of(
                LIBRARY,
                author="Priya Nand",
                date="2024-02-28",
                kept=("Month\tVisitors\nMarch\t412", rest[0]),
                absent=(*absent, "28 February", "What it costs"),
            ),
        ),
        gold(
            "most.docx",
            "docx",
            _word(_p(BRIDGE.title, "1") + _p("Олег Стрижов") + _p("28 октября 2022 года") + paragraphs(BRIDGE)),
            of(BRIDGE, author="Олег Стрижов", date="2022-10-28", absent=absent),
        ),
        gold(
            "mektep.docx",
            "docx",
            _word(paragraphs(SCHOOL), SCHOOL.title, "user"),
            of(SCHOOL, absent=absent),
        ),
    ]


_OPEN = """xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/\""""


def _open(body: str, meta: str) -> bytes:
    content = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content {_OPEN}><office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/></office:automatic-styles>
<office:body><office:text><text:sequence-decls/>{body}</office:text></office:body></office:document-content>"""
    about = f"""<office:document-meta {_OPEN}><office:meta><meta:creation-date>2025-02-03T10:00:00</meta:creation-date>
<dc:date>2025-02-04T10:00:00</dc:date>{meta}</office:meta></office:document-meta>"""
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content, "meta.xml": about, "META-INF/manifest.xml": "<x/>"})


def _odt() -> list[GoldFile]:
    def paragraphs(story: Story) -> str:
        return "".join(f'<text:p text:style-name="Standard">{escape(it)}</text:p>' for it in story.paragraphs)

    orchard = f'<text:p text:style-name="P1">{ORCHARD.title}</text:p>{paragraphs(ORCHARD)}'
    water = f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{WATER.title}</text:h>'
    water += f"<text:p>Павел Гусев</text:p><text:p>16 мая 2019 г.</text:p>{paragraphs(WATER)}"
    lake = f'<text:h text:outline-level="1">{LAKE.title}</text:h><text:p>2022 ж. 30 наурыз</text:p>{paragraphs(LAKE)}'
    by = "<meta:initial-creator>Marc Ferrand</meta:initial-creator><dc:creator>Typist Two</dc:creator>"
    return [
        gold("frost.odt", "odt", _open(orchard, by), of(ORCHARD, author="Marc Ferrand")),
        gold("voda.odt", "odt", _open(water, ""), of(WATER, author="Павел Гусев", date="2019-05-16")),
        gold("qustar.odt", "odt", _open(lake, ""), of(LAKE, date="2022-03-30")),
    ]


def _rtf_text(text: str, *, unicode: bool) -> str:
    def letter(it: str) -> str:
        if it.isascii():
            return it
        return f"\\u{ord(it)}?" if unicode else "".join(f"\\'{byte:02x}" for byte in it.encode("cp1251"))

    return "".join(map(letter, text))


def _rtf() -> list[GoldFile]:
    def document(story: Story, head: tuple[str, ...], info: str = "", *, unicode: bool) -> bytes:
        lines = (story.title, *head, *story.paragraphs)
        body = "".join(f"\\pard\\f0\\fs24 {_rtf_text(it, unicode=unicode)}\\par\n" for it in lines)
        about = f"{{\\info{info}{{\\creatim\\yr2025\\mo2\\dy3}}{{\\revtim\\yr2025\\mo2\\dy4}}}}"
        fonts = "{\\fonttbl{\\f0\\froman\\fcharset204 Times New Roman;}}{\\colortbl;\\red0\\green0\\blue0;}"
        return f"{{\\rtf1\\ansi\\ansicpg1251\\deff0\\deflang1049{fonts}{about}\n{body}}}".encode("ascii")

    creator = f"{{\\author {_rtf_text('Нина Полозова', unicode=False)}}}"
    return [
        gold(
            "ferry.rtf",
            "rtf",
            document(FERRY, ("By Isla Corrigan", "17 August 2023"), unicode=True),
            of(FERRY, author="Isla Corrigan", date="2023-08-17"),
        ),
        gold("muzey.rtf", "rtf", document(MUSEUM, (), creator, unicode=False), of(MUSEUM, author="Нина Полозова")),
        gold(
            "zhylqy.rtf",
            "rtf",
            document(HORSES, ("11 шілде 2023 жыл",), unicode=True),
            of(HORSES, date="2023-07-11"),
        ),
    ]


def _book(story: Story, meta: str, chapters: tuple[str, ...]) -> bytes:
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = f"""<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{story.title}</dc:title>{meta}
<dc:language>{story.language}</dc:language><meta property="dcterms:modified">2025-02-03T10:00:00Z</meta></metadata>
<manifest>{items}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="nav"/>{spine}</spine></package>"""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{}</body></html>'
    members: dict[str, bytes | str] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="E/a.opf"/></rootfiles></container>',
        "E/a.opf": package,
        "E/nav.xhtml": page.format("<nav><h1>Contents</h1><ol><li>One</li></ol></nav>"),
    }
    return packed(members | {f"E/c{n}.xhtml": page.format(it) for n, it in enumerate(chapters)})


def _epub() -> list[GoldFile]:
    ferry = (f"<h1>{FERRY.title}</h1>{tagged(FERRY.paragraphs[:2])}", tagged(FERRY.paragraphs[2:]))
    meta = "<dc:creator>Isla Corrigan</dc:creator><dc:publisher>The Skerra Echo</dc:publisher>"
    meta += "<dc:date>2023-08-17</dc:date>"
    bridge = (f"<h1>{BRIDGE.title}</h1>{tagged(BRIDGE.paragraphs)}",)
    school = (f"<section><h2>{SCHOOL.title}</h2>{tagged(SCHOOL.paragraphs)}</section>",)
    known = {"author": "Isla Corrigan", "outlet": "The Skerra Echo", "date": "2023-08-17"}
    return [
        gold("ferry.epub", "epub", _book(FERRY, meta, ferry), of(FERRY, **known, absent=("Contents",))),
        gold(
            "most.epub",
            "epub",
            _book(BRIDGE, "<dc:creator>Олег Стрижов</dc:creator>", bridge),
            of(BRIDGE, author="Олег Стрижов"),
        ),
        gold(
            "mektep.epub",
            "epub",
            _book(SCHOOL, "<dc:date>2021-09-01T10:00:00Z</dc:date>", school),
            of(SCHOOL, date="2021-09-01"),
        ),
    ]
