"""A document holds question, passage, source, permalink and note of each entry, as text and nothing else."""

import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from qa.errors import InvalidExport
from qa.exports.notebook import DOCUMENTS, DocumentWords, Kept, word_document, write_document
from qa.exports.notebook.document import shown
from tests.exports.citations.made import BARE, unhurried
from tests.exports.notebook.made import KEPT, PAGE, SECOND, kept
from tests.support.lacking import lacking

PERMALINK = "http://127.0.0.1:7860/?q=How+long+is+the+border%3F&passage=0123456789abcdef&sentence=20-63"
WORDPROCESSING = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOURCE = "A. Writer, Border talks open, The Herald, 10 December 2022, paragraph 4 (retrieved 22 November 2026)"


def word_text(written: bytes) -> str:
    """Read a DOCX without the package that wrote it: a line for each paragraph."""
    with zipfile.ZipFile(io.BytesIO(written)) as held:
        body = ElementTree.fromstring(held.read("word/document.xml"))  # noqa: S314  written here
    lines = []
    for paragraph in body.iter(f"{WORDPROCESSING}p"):
        parts = []
        for it in paragraph.iter():
            if it.tag == f"{WORDPROCESSING}t":
                parts.append(it.text or "")
            elif it.tag in (f"{WORDPROCESSING}br", f"{WORDPROCESSING}tab", f"{WORDPROCESSING}cr"):
                parts.append(" ")
        lines.append("".join(parts))
    return "\n".join(lines)


def word(entries: list[Kept], page: str | None = None) -> bytes:
    if not word_document.writes_word():
        lacking("python-docx is not installed: make setup")
    return write_document(entries, "docx", page=page)


class Page(HTMLParser):
    """The tags and links of a page, and its text."""

    def __init__(self, written: bytes) -> None:
        super().__init__()
        self.tags, self.links, self.text = set[str](), list[str](), ""
        self.feed(written.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_markdown_holds_all_of_each_entry_in_order() -> None:
    assert write_document([KEPT, SECOND], "markdown", page=PAGE).decode() == (
        "# Notebook\n"
        "\n"
        "## How long is the border?\n"
        "\n"
        "> The minister spoke. **“The border is 7,591 km,” he said \\& smiled.**\n"
        "\n"
        "— A. Writer, [Border talks open](<https://example.org/talks?a=1&b=2>), *The Herald*, 10 December 2022, "
        f"paragraph 4 (retrieved 22 November 2026) [Open in the archive](<{PERMALINK}>)\n"
        "\n"
        "**Note:** Ask the embassy.\n"
        "\n"
        "And the mayor.\n"
        "\n"
        "## Who smiled?\n"
        "\n"
        "> The minister spoke. “The border is 7,591 km,” he said \\& smiled.\n"
        "\n"
        "— A. Writer, [Border talks open](<https://example.org/talks?a=1&b=2>), *The Herald*, 10 December 2022, "
        "paragraph 4 (retrieved 22 November 2026)\n"
    )


def test_html_is_one_page_that_loads_and_runs_nothing() -> None:
    written = write_document([KEPT, SECOND], "html", page=PAGE)
    page = Page(written)
    assert {"script", "img", "iframe", "link"}.isdisjoint(page.tags)
    assert PERMALINK in page.links
    for part in (KEPT.citation.question, KEPT.citation.passage, SOURCE, "Note: Ask the embassy. And the mayor."):
        assert squeezed(part) in squeezed(page.text)
    assert b"<mark>\xe2\x80\x9cThe border" in written


def test_word_holds_all_of_each_entry_in_order() -> None:
    written = word([KEPT, SECOND], PAGE)
    lines = [squeezed(line) for line in word_text(written).splitlines()]
    assert lines == [
        "Notebook",
        KEPT.citation.question,
        KEPT.citation.passage,
        f"— {SOURCE} Open in the archive",
        "Note: Ask the embassy. And the mayor.",
        "Who smiled?",
        SECOND.citation.passage,
        f"— {SOURCE}",
    ]
    with zipfile.ZipFile(io.BytesIO(written)) as held:
        links = held.read("word/_rels/document.xml.rels").decode()
        assert PERMALINK.replace("&", "&amp;") in links


def test_what_is_not_stated_is_left_out_and_a_language_says_it_in_its_words() -> None:
    words = DocumentWords("Блокнот", "ru", "Заметка", "В архиве", "абзац {}", "получено {}", lambda it: f"{it} г.")
    written = write_document([Kept(BARE, "да")], "markdown", words=words).decode()
    assert "# Блокнот\n" in written
    assert "— 2022/talks.txt, абзац 4 (получено 2026-11-22 г.)" in written
    assert "**Заметка:** да" in written


@pytest.mark.parametrize("page", [None, "", "javascript:alert(1)//", "file:///tmp", "data:text/html,x"])
def test_no_link_leads_anywhere_but_to_the_web(page: str | None) -> None:
    assert shown(KEPT, DocumentWords(), page).permalink is None
    assert shown(replace(KEPT, address="javascript:alert(1)"), DocumentWords(), PAGE).permalink is None
    assert shown(replace(KEPT, address="@evil.example/?q=1"), DocumentWords(), PAGE).permalink is None


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(InvalidExport, match=re.escape("choose markdown, html, docx")):
        write_document([KEPT], "odt")


def test_without_python_docx_its_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_document, "writes_word", lambda: False)
    with pytest.raises(InvalidExport, match=re.escape("pip install 'qa-news-archive[docx]'")):
        write_document([KEPT], "docx")


def test_an_empty_notebook_is_a_document_too() -> None:
    for name in DOCUMENTS.keys() - {"docx"}:
        assert b"Notebook" in write_document([], name)
    assert word_text(word([])) == "Notebook"


@unhurried
@given(st.lists(kept, max_size=2))
def test_whatever_is_kept_is_text_in_html(entries: list[Kept]) -> None:
    page = Page(write_document(entries, "html", page=PAGE))
    assert page.tags <= {"html", "head", "meta", "title", "style", "body", "h1", "article", "h2", "blockquote", "mark",
                         "p", "a", "i", "b"}  # fmt: skip
    assert all(link.startswith(("http://", "https://")) for link in page.links)
    for it in (shown(entry, DocumentWords(), PAGE) for entry in entries):
        assert it.before + it.quote + it.after in page.text
        assert it.note in page.text


@unhurried
@given(st.lists(kept, max_size=2))
def test_whatever_is_kept_is_text_in_markdown(entries: list[Kept]) -> None:
    written = write_document(entries, "markdown", page=PAGE).decode()
    found = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(written)
    kinds = {it.type for it in found} | {child.type for it in found for child in it.children or ()}
    assert kinds <= {
        "heading_open", "heading_close", "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close",
        "inline", "text", "text_special", "hardbreak", "link_open", "link_close", "em_open", "em_close", "strong_open",
        "strong_close",
    }  # fmt: skip
    passages = [
        squeezed("".join(" " if it.type == "hardbreak" else it.content for it in line.children or ()))
        for line in found
        if line.type == "inline" and line.level == 2
    ]
    expected = [shown(it, DocumentWords(), PAGE) for it in entries]
    assert [it for it in passages if it] == [
        it for it in (squeezed(e.before + e.quote + e.after) for e in expected) if it
    ]


@unhurried
@given(st.lists(kept, max_size=2))
def test_whatever_is_kept_is_text_in_word(entries: list[Kept]) -> None:
    text = squeezed(word_text(word(entries, PAGE)))
    for it in (shown(entry, DocumentWords(), PAGE) for entry in entries):
        for part in (it.question, it.note):
            assert squeezed(re.sub("[\ufffe\uffff]", "", part)) in text
