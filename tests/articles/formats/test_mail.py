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


FORWARDED = (
    "{mark}\n{sender}: Ann Lee <ann@northern.example>\n{day}: {date}\n{subject}: Bridge closed\n{to}: j@example.org\n\n"
    "The bridge is shut.\n\nIt opens in June.\n"
)
ENGLISH = {"sender": "From", "day": "Date", "subject": "Subject", "to": "To", "date": "Mon, 4 Mar 2024 at 10:12"}
OUTLOOK = ENGLISH | {"day": "Sent", "date": "Monday, March 4, 2024 10:12 AM"}
RUSSIAN = {"sender": "От", "day": "Дата", "subject": "Тема", "to": "Кому", "date": "пн, 4 марта 2024 г. в 10:12"}
KAZAKH = {"sender": "Кімнен", "day": "Күні", "subject": "Тақырыбы", "to": "Кімге", "date": "2024 ж. 4 наурыз, 10:12"}


@pytest.mark.parametrize(
    ("mark", "names"),
    [
        ("---------- Forwarded message ---------", ENGLISH),
        ("Begin forwarded message:\n", ENGLISH),
        ("-----Original Message-----", OUTLOOK),
        ("________________________________", OUTLOOK),
        ("---------- Пересланное сообщение ---------", RUSSIAN),
        ("---------- Бастапқы хабар ----------", KAZAKH),
    ],
)
def test_a_message_that_is_only_forwarded_is_of_whoever_wrote_it(mark: str, names: dict[str, str]) -> None:
    head = HEAD.replace("Bridge closed", "Fwd: see this")
    found = record("a.eml", f"{head}\n{FORWARDED.format(mark=mark, **names)}")
    assert (found.title, found.author, found.date) == ("Bridge closed", "Ann Lee", "2024-03-04")
    assert found.text == "The bridge is shut.\n\nIt opens in June."


def test_what_somebody_writes_above_a_forwarded_message_stays_and_is_theirs() -> None:
    body = FORWARDED.format(mark="---------- Forwarded message ---------", **ENGLISH)
    found = record("a.eml", f"{HEAD}\nThe mayor confirms this.\n\n{body}")
    assert (found.author, found.date) == ("Jane Doe", "2024-03-05")
    assert found.text == "The mayor confirms this.\n\nThe bridge is shut.\n\nIt opens in June."


@pytest.mark.parametrize(
    "line",
    [
        "On Mon, Mar 4, 2024 at 10:12 AM Ann Lee <ann@northern.example> wrote:",
        "пн, 4 мар. 2024 г. в 10:12, Ann Lee <ann@northern.example> пишет:",
        "4 марта 2024 г., 10:12, Анна Ли написала:",
    ],
)
def test_the_messages_that_one_answers_are_no_part_of_it(line: str) -> None:
    text = f"{HEAD}\nThe bridge is shut.\n\n{line}\n> Is the bridge open?\n>\n>> It was.\n\nIt opens in June.\n"
    assert record("a.eml", text).text == "The bridge is shut.\n\nIt opens in June."


def test_a_quotation_that_nobody_is_said_to_have_written_stays() -> None:
    assert "> No ship passes" in record("a.eml", f"{HEAD}\nThe notice reads:\n\n> No ship passes after ten.\n").text


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("View this email in your browser", "Unsubscribe | Manage preferences"),
        ("Read online in the browser", "You received this email because you subscribed to our list."),
        ("Открыть письмо в браузере", "Чтобы не получать писем, нажмите отписаться"),
        ("Хатты браузерде ашу", "Жазылымнан бас тарту"),
    ],
)
def test_what_a_newsletter_says_of_itself_is_no_paragraph(above: str, below: str) -> None:
    plain = record("a.eml", f"{HEAD}\n{above}\n\nThe bridge is shut.\n\nIt opens in June.\n\n{below}\n")
    seen = f"<p>{above}</p><p>The bridge is shut.</p><p>It opens in June.</p><div>{below}</div>"
    hidden = '<div style="display: none">The bridge, and nine more stories</div>'
    shown = record(
        "b.eml", f"{HEAD}Content-Type: text/html; charset=utf-8\n\n{hidden}{seen}<div>-- </div><div>Jane Doe</div>"
    )
    assert plain.text == shown.text == "The bridge is shut.\n\nIt opens in June."


@pytest.mark.parametrize(
    ("sender", "author", "outlet"),
    [
        ('"Oakes, Graham" <oakes@example.org>', "Graham Oakes", None),
        ('"Петров, Иван" <petrov@example.org>', "Иван Петров", None),
        ("press@city.example", None, None),
        ("graham.oakes@example.org", "graham.oakes@example.org", None),
        ('"City of Portville" <press@city.example>', None, "City of Portville"),
    ],
)
def test_a_sender_is_named_as_people_say_the_name(sender: str, author: str | None, outlet: str | None) -> None:
    found = record("a.eml", f"{HEAD.replace('Jane Doe <jane@example.org>', sender)}\nThe bridge is shut.")
    assert (found.author, found.outlet) == (author, outlet)
