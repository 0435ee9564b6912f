"""A message is an article: its subject, sender and day as it states them."""

import pytest

from qa.errors import ArticleUnreadable
from qa.settings import Settings
from tests.articles.formats.making import PROSE, TEXT, page, problems, read_all, record, records

HEAD = (
    "From: Jane Doe <jane@example.org>\nTo: desk@example.org\nSubject: Bridge closed\n"
    "Date: Tue, 05 Mar 2024 23:30:00 +0600\nMessage-ID: <a1@example.org>\n"
)


def test_subject_sender_and_the_day_where_it_was_sent_are_stated() -> None:
    found = record("a.eml", f"{HEAD}\nThe bridge is shut.\n\nIt opens in June.\n")
    assert (found.id, found.title, found.author, found.date) == (None, "Bridge closed", "Jane Doe", "2024-03-05")
    assert found.text == "The bridge is shut.\n\nIt opens in June."


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("labelled", [True, False])
def test_russian_mail_is_read_in_every_encoding(charset: str, labelled: bool) -> None:
    label = charset if labelled else "us-ascii"
    head = (
        "From: =?utf-8?b?0JjQstCw0L0g0J/QtdGC0YDQvtCy?= <i@example.org>\n"
        "Subject: =?utf-8?b?0JzQvtGB0YIg0LfQsNC60YDRi9GC?=\n"
        f"Date: Tue, 05 Mar 2024 10:00:00 +0300\nMessage-ID: <a@b>\nContent-Type: text/plain; charset={label}\n\n"
    )
    text = "Мост через гавань закрыли в понедельник из-за шторма."
    found = record("a.eml", head.encode() + text.encode(charset))
    assert (found.title, found.author, found.text) == ("Мост закрыт", "Иван Петров", text)


def test_lines_that_go_on_are_joined() -> None:
    text = (
        f"{HEAD}Content-Type: text/plain; format=flowed\n\nThe bridge \nis shut.\n\nIt opens.\n\n-- \nJane Doe, desk\n"
    )
    assert record("a.eml", text).text == "The bridge is shut.\n\nIt opens."


def test_a_message_that_is_only_a_page_is_its_text() -> None:
    text = f"{HEAD}Content-Type: text/html; charset=utf-8\n\n<html><body>{PROSE}</body></html>"
    assert record("a.eml", text).text == TEXT


def test_the_plain_text_counts_and_attachments_do_not() -> None:
    text = (
        f'{HEAD}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
        "--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain\n\nThe bridge is shut.\n"
        f"--y\nContent-Type: text/html\n\n{PROSE}\n--y--\n"
        "--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nNot this.\n--x--\n"
    )
    assert record("a.eml", text).text == "The bridge is shut."


def test_an_outlet_that_sends_is_no_author() -> None:
    found = record("a.eml", f"{HEAD.replace('Jane Doe', 'BBC News')}\nThe bridge is shut.")
    assert (found.outlet, found.author) == ("BBC News", None)


def test_a_date_that_is_none_is_not_made_up() -> None:
    assert (
        record("a.eml", f"{HEAD.replace('Tue, 05 Mar 2024 23:30:00 +0600', 'soon')}\nThe bridge is shut.").date is None
    )


def test_a_message_without_text_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match="no text"):
        read_all("a.eml", f"{HEAD}Content-Type: image/png\n\nxx")


MBOX = f"From jane@example.org Tue Mar  5 10:00:00 2024\n{HEAD}\nThe bridge is shut.\n>From then on nobody crossed.\n\n"


def test_every_message_of_a_mailbox_is_an_article_with_a_stable_id() -> None:
    second = MBOX.replace("a1@", "a2@").replace("Bridge closed", "Bridge open")
    found = records("a.mbox", MBOX + second)
    assert [it.id for it in found] == ["a1@example.org", "a2@example.org"]
    assert found[0].text.endswith("\nFrom then on nobody crossed.")
    assert [it.id for it in records("a.mbox", second + MBOX)] == ["a2@example.org", "a1@example.org"]


def test_a_message_that_is_too_large_is_named_and_the_next_one_read() -> None:
    large = MBOX.replace("shut.", "shut. " * 1_000)
    found = read_all("a.mbox", large + MBOX.replace("a1@", "a2@"), Settings(largest_file_bytes=3_000))
    assert len(found) == 2
    assert "more than 3,000 bytes" in problems(found)[0]


def test_a_copy_in_a_mailbox_is_named() -> None:
    assert "stands in the file twice" in problems(read_all("a.mbox", MBOX + MBOX))[0]


def test_a_page_saved_as_a_message_is_that_page_and_the_day_of_saving_is_not_its_date() -> None:
    body = page(f"<h1>Bridge closed</h1><p>4 March 2024</p>{PROSE}").replace("=", "=3D")
    text = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://example.org/bridge\nSubject: Bridge\n"
        "Date: Fri, 10 May 2024 10:00:00 +0600\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n'
        "--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://example.org/bridge\n\n{body}\n--x--\n"
    )
    found = record("a.mhtml", text)
    assert (found.title, found.date, found.saved) == ("Bridge closed", "2024-03-04", "2024-05-10")
    assert (found.url, found.text) == ("https://example.org/bridge", TEXT)


def test_a_message_of_thousands_of_nested_parts_is_named() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000))
    with pytest.raises(ArticleUnreadable):
        read_all("a.eml", f"{HEAD}MIME-Version: 1.0\n{nested}Content-Type: text/plain\n\ntext")
