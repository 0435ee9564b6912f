"""A row of a table is an article, whatever tool wrote the table."""

from pathlib import Path

import pytest

from qa.errors import ArticleUnreadable
from qa.settings import Settings
from tests.articles.formats.making import problems, read_all, record, records

ROW = (
    "title;text;date;author;source;url\nBridge closed;The bridge is shut.;2024-03-05;Jane Doe;Courier;https://e.org/1\n"
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_mark_between_columns_and_the_encoding_are_found(delimiter: str, encoding: str) -> None:
    found = record("a.csv", ROW.replace(";", delimiter).encode(encoding))
    assert (found.title, found.text, found.date) == ("Bridge closed", "The bridge is shut.", "2024-03-05")
    assert (found.author, found.outlet, found.id) == ("Jane Doe", "Courier", "https://e.org/1")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_russian_columns_are_known(encoding: str) -> None:
    text = "Заголовок;Текст;Дата;Автор;Рубрика\r\n"
    text += 'Мост закрыт;"Мост закрыли.\r\n\r\nОткроют в июне.";05.03.2024;Иван Петров;Город\r\n'
    found = record("a.csv", text.encode(encoding))
    assert (found.title, found.text) == ("Мост закрыт", "Мост закрыли.\n\nОткроют в июне.")
    assert (found.date, found.author, found.section) == ("2024-03-05", "Иван Петров", "Город")


def test_kazakh_columns_are_known() -> None:
    found = record("a.csv", "тақырып,мәтін,күні,дереккөз\nКөпір жабылды,Көпір дүйсенбіде жабылды.,2024-03-05,Хабаршы\n")
    assert (found.title, found.date, found.outlet) == ("Көпір жабылды", "2024-03-05", "Хабаршы")


def test_an_id_does_not_change_when_rows_move() -> None:
    head, rows = "title,text\n", ["A,One two three.\n", "B,Four five six.\n"]
    first = {it.title: it.id for it in records("a.csv", head + "".join(rows))}
    assert first == {it.title: it.id for it in records("a.csv", head + "".join(reversed(rows)))}
    assert len(set(first.values())) == 2


def test_columns_with_other_names_can_be_named() -> None:
    (found,) = records("a.csv", "kop,matn\nBridge,The bridge is shut.\n", columns={"title": "kop", "text": "matn"})
    assert (found.title, found.text) == ("Bridge", "The bridge is shut.")


def test_a_table_without_text_says_which_columns_it_has() -> None:
    with pytest.raises(ArticleUnreadable, match=r"\(name, price\) is known to hold the text"):
        read_all("a.csv", "name,price\nx,1\n")
    with pytest.raises(ArticleUnreadable, match=r"\(name, price\) .* name it: qa build --map text=COLUMN"):
        read_all("a.csv", "name,price\nx,1\n", columns={"text": "nothing"})


def test_a_column_that_another_table_has_is_not_missed_in_this_one() -> None:
    assert records("a.csv", ROW, columns={"title": "nothing", "text": "prosa"}) == records("a.csv", ROW)


def test_a_row_without_text_is_named_and_the_rest_is_read() -> None:
    found = read_all("a.csv", "title,text\nA,\nB,Text of it.\n")
    assert len(found) == 2
    assert "a.csv#line 2" in problems(found)[0]


def test_dates_that_may_be_two_days_are_none() -> None:
    assert record("a.csv", ROW.replace("2024-03-05", "03/04/2024")).date is None


def test_a_quotation_mark_that_is_never_closed_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match="is no row of a table"):
        read_all("a.csv", 'title,text\nA,"' + "word\n" * 1_000, Settings(largest_file_bytes=2_000))


def test_html_in_a_cell_is_shown_as_text() -> None:
    found = record(
        "a.csv", 'title,body\n"Fish &amp; chips","<p>The caf&eacute; is open.</p><p>It is <b>new</b>.</p>"\n'
    )
    assert (found.title, found.text) == ("Fish & chips", "The café is open.\n\nIt is new.")


def test_a_spreadsheet_s_first_line_is_no_row() -> None:
    assert record("a.csv", f"sep=;\n{ROW}").title == "Bridge closed"


def parquet(folder: Path, columns: dict[str, list[object]]) -> bytes:
    fastparquet, pandas = pytest.importorskip("fastparquet"), pytest.importorskip("pandas")
    fastparquet.write(str(folder / "a.parquet"), pandas.DataFrame(columns), compression="GZIP", row_group_offsets=2)
    return (folder / "a.parquet").read_bytes()


def test_every_row_of_a_parquet_file_is_an_article(tmp_path: Path) -> None:
    import datetime

    day = datetime.datetime(2024, 3, 5, 10)
    columns: dict[str, list[object]] = {
        "headline": ["A", "B", "C"],
        "body": ["One is here.", "Два здесь.", "Үш осында."],
        "published_at": [day, day, None],
        "unused": [1.5, 2.5, 3.5],
    }
    found = records("a.parquet", parquet(tmp_path, columns))
    assert [it.title for it in found] == ["A", "B", "C"]
    assert [it.text for it in found] == ["One is here.", "Два здесь.", "Үш осында."]
    assert [it.date for it in found] == ["2024-03-05", "2024-03-05", None]


def test_a_damaged_parquet_file_is_named(tmp_path: Path) -> None:
    whole = parquet(tmp_path, {"title": ["A"], "text": ["One is here."]})
    for data in (whole[: len(whole) // 2], b"PAR1" + b"\xff" * 100 + b"PAR1"):
        with pytest.raises(ArticleUnreadable, match=r"a\.parquet: "):
            read_all("a.parquet", data)
