"""A PDF is read in the order in which people read it, without what every page repeats."""

import random

import pytest

from qa.errors import ArticleUnreadable
from tests.articles.formats.made_pdf import Line, column, make_pdf
from tests.articles.formats.making import read_all, record

FIRST = [
    "The harbour bridge was closed on Monday after a storm had dama-",
    "ged two of its piers, and it will stay closed until the summer of",
    "next year, the mayor said.",
    "The repairs will cost 4.2 million, which the council has to find in",
    "its budget before the winter begins and the next storms come to",
]
SECOND = [
    "the coast. Nobody was hurt.",
    "The port authority of the region asks the masters of all ships to",
    "wait at the roads until the piers are safe, and to keep a well-",
    "known distance. It is a well-known rule.",
]
PARAGRAPHS = [
    "The harbour bridge was closed on Monday after a storm had damaged two of its piers, and it will stay closed until "
    "the summer of next year, the mayor said.",
    "The repairs will cost 4.2 million, which the council has to find in its budget before the winter begins and the "
    "next storms come to the coast. Nobody was hurt.",
    "The port authority of the region asks the masters of all ships to wait at the roads until the piers are safe, and "
    "to keep a well-known distance. It is a well-known rule.",
]


def sheet(number: int, lines: list[Line]) -> list[Line]:
    return [Line("Portville Courier", 60, 0), *lines, Line(f"Page {number} of 2", 300, 780)]


def test_paragraphs_go_on_over_pages_and_their_heads_and_numbers_are_left_out() -> None:
    found = record("a.pdf", make_pdf([sheet(1, column(FIRST)), sheet(2, column(SECOND))]))
    assert found.text.split("\n\n") == PARAGRAPHS
    assert [found.text[start:].split()[:2] for start in found.page_starts] == [["The", "harbour"], ["the", "coast."]]


def test_columns_are_read_one_after_the_other() -> None:
    found = record("a.pdf", make_pdf([column(FIRST, 40) + column(SECOND, 340)]))
    assert found.text.split("\n\n") == PARAGRAPHS
    assert found.page_starts == (0,)


def test_a_free_line_parts_paragraphs() -> None:
    lines = [
        "Storm closes the bridge",
        "",
        *FIRST,
        "",
        "It is the second storm of this winter in the whole region of Portville.",
    ]
    assert record("a.pdf", make_pdf([column(lines)])).text.split("\n\n")[0] == "Storm closes the bridge"


def test_russian_and_kazakh_are_read() -> None:
    lines = [
        "Мост через гавань закрыли в понедельник: шторм повре-",
        "дил две его опоры.",
        "",
        "Көпір дүйсенбіде жабылды.",
    ]
    found = record("a.pdf", make_pdf([column(lines)]))
    assert (
        found.text
        == "Мост через гавань закрыли в понедельник: шторм повредил две его опоры.\n\nКөпір дүйсенбіде жабылды."
    )


def test_a_page_without_text_is_counted() -> None:
    found = record("a.pdf", make_pdf([column(FIRST), [], column(SECOND)]))
    assert len(found.page_starts) == 3
    assert found.text.split("\n\n") == PARAGRAPHS


def test_the_day_on_which_a_pdf_was_made_is_not_its_date() -> None:
    data = make_pdf([column(FIRST)]).replace(b"trailer << ", b"trailer << /Info << /CreationDate (D:20240510) >> ")
    assert record("a.pdf", data).date is None


def test_pictures_of_pages_are_named_as_such() -> None:
    with pytest.raises(ArticleUnreadable, match="pictures of pages, not text"):
        read_all("a.pdf", make_pdf([[], []]))


def test_mutated_pdfs_are_read_or_named() -> None:
    whole, chance = make_pdf([column(FIRST)]), random.Random(7)
    for _ in range(6):
        data = bytearray(whole)
        for _ in range(20):
            data[chance.randrange(20, len(data))] = chance.randrange(256)
        try:
            read_all("a.pdf", bytes(data))
        except ArticleUnreadable as problem:
            assert str(problem).startswith("a.pdf: ")
