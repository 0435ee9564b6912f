"""Documents of an office are read as they would be printed."""

import pytest

from qa.errors import ArticleUnreadable
from qa.settings import Settings
from tests.articles.formats.making import packed, read_all, record

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LONG = "The harbour bridge was closed on Monday after a storm had damaged two of its piers."


def docx(body: str, **members: str) -> bytes:
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document} | members)


def p(text: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_document_is_its_paragraphs() -> None:
    found = record("a.docx", docx(p("Bridge closed") + p("5 March 2024") + p(LONG)))
    assert (found.title, found.text) == (None, f"Bridge closed\n\n5 March 2024\n\n{LONG}")


def test_a_headline_is_what_is_styled_as_one_in_any_language() -> None:
    styles = f'<w:styles {WORD}><w:style w:styleId="a3"><w:name w:val="Название"/></w:style></w:styles>'
    data = docx(
        p("Storm closes the bridge", "a3") + p("By Jane Doe") + p("5 March 2024") + p(LONG),
        **{"word/styles.xml": styles},
    )
    found = record("a.docx", data)
    assert (found.title, found.author, found.date) == ("Storm closes the bridge", "Jane Doe", "2024-03-05")
    assert found.text == LONG


def test_the_day_on_which_a_file_was_made_is_not_its_date() -> None:
    created = "<dcterms:created>2024-05-10T10:00:00Z</dcterms:created>"
    core = f'<cp:coreProperties xmlns:cp="x" xmlns:dcterms="y">{created}</cp:coreProperties>'
    found = record("a.docx", docx(p(LONG), **{"docProps/core.xml": core}))
    assert (found.date, found.author) == (None, None)


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is() -> None:
    body = (
        "<w:p><w:r><w:t>It costs </w:t></w:r><w:del><w:r><w:delText>4</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:r><w:t> million.</w:t></w:r></w:p>"
    )
    assert record("a.docx", docx(body)).text == "It costs 5 million."


def test_tables_of_a_document_are_read_by_their_rows() -> None:
    cell = "<w:tc>{}</w:tc>"
    rows = "".join(
        f"<w:tr>{''.join(cell.format(p(it)) for it in row)}</w:tr>" for row in (("Year", "Cost"), ("2024", "4.2"))
    )
    assert record("a.docx", docx(p(LONG) + f"<w:tbl>{rows}</w:tbl>")).text == f"{LONG}\n\nYear\tCost\n2024\t4.2"


def test_a_table_inside_a_table_is_read_once() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('Inside')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{p('Outside')}{inner}</w:tc></w:tr></w:tbl>"
    assert record("a.docx", docx(p(LONG) + body)).text == f"{LONG}\n\nOutside Inside"


def test_a_document_that_is_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = docx(p("A" * 19_000_000))
    with pytest.raises(ArticleUnreadable, match="times its size"):
        read_all("a.docx", data)
    with pytest.raises(ArticleUnreadable, match="more than 1,000 bytes"):
        read_all("a.docx", docx(p("Some words. " * 200)), Settings(largest_file_bytes=1_000))


ODT = """<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" xmlns:style="urn:s" xmlns:table="urn:b">
<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>
<office:body><office:text><text:tracked-changes><text:p>Struck out</text:p></text:tracked-changes>
<text:p text:style-name="P1">Мост закрыт</text:p><text:p>5 марта 2024 г.</text:p>
<text:p>Мост<text:s/>через <text:span>гавань</text:span> закрыли в понедельник: шторм повредил две его опоры.</text:p>
<text:list><text:list-item><text:p>Опоры</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Год</text:p></table:table-cell>
<table:table-cell><text:p>2024</text:p>
</table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"""


def test_an_open_document_is_read_with_its_headline_and_date() -> None:
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": ODT,
        "META-INF/manifest.xml": "<x/>",
    }
    found = record("a.odt", packed(members))
    assert (found.title, found.date) == ("Мост закрыт", "2024-03-05")
    assert found.text.split("\n\n") == [
        "Мост через гавань закрыли в понедельник: шторм повредил две его опоры.",
        "Опоры",
        "Год\t2024",
    ]


def test_rtf_with_russian_letters_is_read() -> None:
    words = "".join(f"\\'{byte:02x}" for byte in "Мост закрыт.".encode("cp1251"))
    data = rf"{{\rtf1\ansi\ansicpg1251{{\fonttbl{{\f0\fcharset204 Times;}}}}\f0 {words}\par\par {words}\par}}"
    assert record("a.rtf", data).text == "Мост закрыт.\n\nМост закрыт."
    assert record("a.txt", data).text == "Мост закрыт.\n\nМост закрыт."


def test_rtf_of_braces_alone_is_named() -> None:
    with pytest.raises(ArticleUnreadable):
        read_all("a.rtf", "{\\rtf1" + "{" * 200_000)


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub"])
def test_a_damaged_zip_is_named(name: str) -> None:
    data = docx(p(LONG))
    for cut in (len(data) // 2, 60):
        with pytest.raises(ArticleUnreadable, match=name):
            read_all(name, data[:cut])


def test_a_member_that_lies_about_its_size_costs_no_more_than_it_says() -> None:
    data = bytearray(docx(p("word " * 400_000)))
    real = len(
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>{p("word " * 400_000)}</w:body></w:document>'
    )
    small = (100).to_bytes(4, "little")
    data = bytearray(bytes(data).replace(real.to_bytes(4, "little"), small))
    with pytest.raises(ArticleUnreadable):
        read_all("a.docx", bytes(data))


def test_a_box_of_text_is_a_paragraph_behind_the_one_that_it_hangs_on() -> None:
    box = f"<w:txbxContent>{p('Box: the bridge is 300 metres long.')}</w:txbxContent>"
    either = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    drawn = f"<w:r><mc:AlternateContent xmlns:mc='urn:mc'>{either}</mc:AlternateContent></w:r>"
    anchor = p(LONG).replace("</w:p>", f"{drawn}</w:p>")
    found = record("a.docx", docx(p("Bridge closed") + anchor + p("It opens in June.")))
    assert found.text == f"Bridge closed\n\n{LONG}\n\nBox: the bridge is 300 metres long.\n\nIt opens in June."
