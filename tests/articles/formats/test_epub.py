"""A book is one article: its chapters in their order."""

import pytest

from qa.errors import ArticleUnreadable
from tests.articles.formats.making import packed, read_all, record

PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="x">
<metadata><dc:title>Көпір жабылды</dc:title><dc:creator>Айгерім Омарова</dc:creator><dc:language>kk</dc:language>
<dc:publisher>Порт хабаршысы</dc:publisher><dc:date opf:event="modification">2024-05-10</dc:date>
<dc:date>2024-03-05</dc:date>
</metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
CHAPTER = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
MEMBERS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>',
    "OEBPS/a.opf": PACKAGE,
    "OEBPS/nav.xhtml": CHAPTER.format("<p>Contents</p>"),
    "OEBPS/text/one.xhtml": CHAPTER.format("<h1>Көпір жабылды</h1><p>Көпір дүйсенбіде жабылды.</p>"),
    "OEBPS/text/two b.xhtml": CHAPTER.format("<p>Ол маусымда &#171;ашылады&#187;.</p>"),
}


def test_the_chapters_are_read_in_the_order_of_the_book() -> None:
    found = record("a.epub", packed(MEMBERS))
    assert found.text == "Көпір дүйсенбіде жабылды.\n\nОл маусымда «ашылады»."
    assert (found.title, found.author, found.outlet) == ("Көпір жабылды", "Айгерім Омарова", "Порт хабаршысы")
    assert (found.date, found.language) == ("2024-03-05", "kk")


def test_a_missing_chapter_is_named() -> None:
    broken = {name: data for name, data in MEMBERS.items() if "two" not in name}
    with pytest.raises(ArticleUnreadable, match=r"two b\.xhtml is missing"):
        read_all("a.epub", packed(broken))
