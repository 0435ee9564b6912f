"""A zip is the files in it, each read by what it holds; a bomb is named and costs nothing."""

import io
import zipfile

import pytest

from qa.errors import ArticleUnreadable
from qa.settings import Settings
from tests.articles.formats.making import PROSE, packed, page, problems, read_all, records

CSV = "id,title,text\n7,Bridge,The bridge is shut.\n8,Port,The port is open.\n"


def test_every_member_is_read_by_its_own_format() -> None:
    members: dict[str, bytes | str] = {
        "a/bridge.html": page(f"<h1>Storm closes bridge</h1>{PROSE}"),
        "b.txt": "Порт открыт\n\nПорт открыли в июне.",
        "table.csv": CSV,
        "inner.zip": packed({"c.txt": "The port\n\nThe port is shut."}),
        "__MACOSX/._b.txt": "x",
        ".hidden": "x",
    }
    found = records("a.zip", packed(members))
    assert [it.id for it in found] == ["a/bridge.html", "b.txt", "table.csv#7", "table.csv#8", "inner.zip#c.txt"]
    assert found[1].text == "Порт открыт\n\nПорт открыли в июне."
    assert found[0].title == "Storm closes bridge"


def test_a_member_that_cannot_be_read_is_named_and_the_rest_is_read() -> None:
    members: dict[str, bytes | str] = {
        "a.pdf": b"%PDF-1.4 damaged",
        "b.jpg": b"\xff\xd8\xff\xe0" * 9,
        "c.txt": "Port\n\nIt is open.",
    }
    found = read_all("a.zip", packed(members))
    assert len(found) == 3
    assert problems(found) == [
        "a.zip#a.pdf: it is damaged, or no PDF; save it again",
        "a.zip#b.jpg: it is of a kind that is not read; take it out",
    ]


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/passwd.txt", "a/../../b.txt", "C:\\evil.txt"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    found = read_all("a.zip", packed({name: "Port\n\nIt is open.", "b.txt": "Port\n\nIt is shut."}))
    assert len(found) == 2
    assert "leads out of the folder" in problems(found)[0]


def test_russian_names_of_old_programs_are_shown() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        into.writestr("xxxx.txt", "Порт\n\nПорт открыли.")
    data = made.getvalue().replace(b"xxxx.txt", "порт.txt".encode("cp866"))
    assert records("a.zip", data)[0].id == "порт.txt"


def test_a_bomb_is_named_before_it_is_unpacked() -> None:
    found = read_all(
        "a.zip", packed({"a.txt": b" " * 19_000_000, "b.csv": b"0," * 9_000_000, "c.txt": "Port\n\nIt is open."})
    )
    assert len(found) == 3
    assert all("times its size" in it for it in problems(found))


def test_a_member_that_is_larger_than_an_article_is_named() -> None:
    found = read_all("a.zip", packed({"a.txt": "word " * 900}), Settings(largest_file_bytes=1_000))
    assert problems(found) == ["a.zip#a.txt: it has more than 1,000 bytes; split it"]


def test_a_table_in_a_zip_may_be_larger_than_an_article() -> None:
    rows = "".join(f"{number},Bridge {number},Bridge {number} is shut until June.\n" for number in range(200))
    found = records("a.zip", packed({"a.csv": f"id,title,text\n{rows}"}), Settings(largest_file_bytes=3_000))
    assert len(found) == 200


def test_a_zip_in_many_zips_is_named() -> None:
    data = packed({"a.txt": "Port\n\nIt is open."})
    for number in range(5):
        data = packed({f"{number}.zip": data})
    (found,) = read_all("a.zip", data)
    assert "in more than 2 other zips" in str(found)


def test_a_locked_member_is_named() -> None:
    data = bytearray(packed({"a.txt": "Port\n\nIt is open."}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "needs a password" in problems(read_all("a.zip", bytes(data)))[0]


def test_a_damaged_zip_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match=r"a\.zip: it is damaged"):
        read_all("a.zip", packed({"a.txt": "Port\n\nIt is open."})[:-30])


def test_damaged_bytes_of_a_member_are_named() -> None:
    data = bytearray(packed({"a.txt": "Port\n\nIt is open.", "b.txt": "Port\n\nIt is shut."}, 0))
    data[data.index(b"It is open")] ^= 0xFF
    found = read_all("a.zip", bytes(data))
    assert problems(found) == ["a.zip#a.txt: it is damaged, or of another kind than it says; pack it again"]
