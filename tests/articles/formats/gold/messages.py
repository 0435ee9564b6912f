"""Messages of mail, and mailboxes of them."""

import base64
import quopri
from email.header import Header

from tests.articles.formats.gold.expected import GoldFile, gold, of, spaced, tagged
from tests.articles.formats.gold.stories import BRIDGE, FERRY, LAKE, LIBRARY, MUSEUM, ORCHARD, SCHOOL, WATER


def files() -> list[GoldFile]:
    """Return the messages."""
    return [
        _plain(),
        _page_alone(),
        _two_forms(),
        _quoted_printable(),
        _koi8(),
        _raw_headers(),
        _forwarded(),
        *_boxes(),
    ]


def _word(text: str, charset: str = "utf-8") -> str:
    return Header(text, charset, maxlinelen=70).encode()


def _base64(data: bytes) -> str:
    return base64.encodebytes(data).decode()


def _quoted(data: bytes) -> str:
    return quopri.encodestring(data).decode()


def _plain() -> GoldFile:
    text = f"""Return-Path: <isla@skerra-echo.example>
Received: from mx.example (mx.example [192.0.2.1]) by in.example; Fri, 18 Aug 2023 00:10:00 +0000
From: Isla Corrigan <isla@skerra-echo.example>
To: desk@skerra-echo.example
Subject: {FERRY.title}
Date: Thu, 17 Aug 2023 23:50:00 -0100
Message-ID: <f1@skerra-echo.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{spaced(FERRY.paragraphs)}

--{" "}
Isla Corrigan
Reporter, The Skerra Echo
"""
    absent = ("Reporter, The", "Received")
    return gold(
        "ferry.eml",
        "eml",
        text.replace("\n", "\r\n"),
        of(FERRY, author="Isla Corrigan", date="2023-08-17", absent=absent),
    )


def _page_alone() -> GoldFile:
    page = f"<html><head><title>x</title><style>p {{}}</style></head><body>{tagged(BRIDGE.paragraphs)}</body></html>"
    text = f"""From: {_word("Олег Стрижов")} <o.strizhov@zarechny.example>
To: news@zarechny.example
Subject: {_word(BRIDGE.title)}
Date: Fri, 28 Oct 2022 11:40:00 +0300
Message-ID: <b1@zarechny.example>
MIME-Version: 1.0
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

{_base64(page.encode())}"""
    return gold("most.eml", "eml", text, of(BRIDGE, author="Олег Стрижов", date="2022-10-28", absent=("{}",)))


def _two_forms() -> GoldFile:
    page = f"<html><body><h1>{SCHOOL.title}</h1>{tagged(SCHOOL.paragraphs)}<p>Жазылудан бас тарту</p></body></html>"
    text = f"""From: {_word("Дәурен Сапаров")} <d@aqbulaq.example>
To: list@aqbulaq.example
Subject: {_word(SCHOOL.title)}
Date: Wed, 1 Sep 2021 10:00:00 +0600
Message-ID: <s1@aqbulaq.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

This is a multi-part message in MIME format.
--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

{_base64(spaced(SCHOOL.paragraphs).encode())}
--inner
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{_quoted(page.encode())}
--inner--
--outer
Content-Type: image/jpeg; name="mektep.jpg"
Content-Disposition: attachment; filename="mektep.jpg"
Content-Transfer-Encoding: base64

{_base64(b"JFIF" * 20)}
--outer--
"""
    absent = ("Жазылудан", "multi-part", "JFIF")
    return gold("mektep.eml", "eml", text, of(SCHOOL, author="Дәурен Сапаров", date="2021-09-01", absent=absent))


def _quoted_printable() -> GoldFile:
    text = f"""From: {_word("Нина Полозова", "windows-1251")} <nina@sevkray.example>
To: all@sevkray.example
Subject: {_word(MUSEUM.title, "windows-1251")}
Date: Tue, 3 Nov 2020 12:00:00 +0300 (MSK)
Message-ID: <m1@sevkray.example>
MIME-Version: 1.0
Content-Type: text/plain; charset="windows-1251"
Content-Transfer-Encoding: quoted-printable

{_quoted(spaced(MUSEUM.paragraphs).encode("cp1251"))}"""
    return gold("pryalki.eml", "eml", text, of(MUSEUM, author="Нина Полозова", date="2020-11-03", absent=("=D0",)))


def _koi8() -> GoldFile:
    head = f"""From: "{_word("Павел Гусев", "koi8-r")}" <gusev@sloboda.example>
To: all@sloboda.example
Subject: {_word(f"Re: {WATER.title}", "koi8-r")}
Date: 16 May 2019 08:12:00 +0300
Message-ID: <w1@sloboda.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=koi8-r
Content-Transfer-Encoding: 8bit

"""
    data = head.encode() + spaced(WATER.paragraphs).encode("koi8-r")
    return gold("voda.eml", "eml", data, of(WATER, author="Павел Гусев", date="2019-05-16"))


def _raw_headers() -> GoldFile:
    """Return a message of an old program, whose headers have Russian letters as they are."""
    text = f"""From: Нина Полозова <nina@sevkray.example>
To: all@sevkray.example
Subject: {MUSEUM.title}
Date: Tue, 3 Nov 2020 12:00:00 +0300
Message-ID: <m2@sevkray.example>
Content-Type: text/plain; charset=windows-1251

{spaced(MUSEUM.paragraphs)}"""
    return gold("raw.eml", "eml", text.encode("cp1251"), of(MUSEUM, author="Нина Полозова", date="2020-11-03"))


def _forwarded() -> GoldFile:
    """Return a press release of a body, lines cut at 72 characters and marked as flowing on."""
    flowing = spaced([it.replace(". ", ". \n").replace(", ", ", \n") for it in LIBRARY.paragraphs])
    text = f"""From: Brackwell Mercury <desk@mercury.example>
To: list@mercury.example
Subject: Fwd: {LIBRARY.title}
Date: Thu, 29 Feb 2024 07:00:00 GMT
Message-ID: <l1@mercury.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii; format=flowed

{flowing}
"""
    return gold("release.eml", "eml", text, of(LIBRARY, outlet="Brackwell Mercury", date="2024-02-29"))


def _boxes() -> list[GoldFile]:
    def message(number: int, sender: str, subject: str, sent: str, text: str) -> str:
        return f"""From MAILER-DAEMON Thu Aug 17 09:20:0{number} 2023
From: {_word(sender)} <a@example.org>
To: desk@example.org
Subject: {_word(subject)}
Date: {sent}
Message-ID: <box{number}@example.org>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{text}

"""

    ferry = message(1, "Isla Corrigan", FERRY.title, "Thu, 17 Aug 2023 09:20:00 +0100", spaced(FERRY.paragraphs))
    frost = message(2, "Marc Ferrand", ORCHARD.title, "Tue, 23 Apr 2024 18:00:00 -0400", spaced(ORCHARD.paragraphs))
    water = message(3, "Павел Гусев", WATER.title, "Thu, 16 May 2019 08:12:00 +0300", spaced(WATER.paragraphs))
    lake = message(4, "Айнұр Жексенова", LAKE.title, "sometime", spaced(LAKE.paragraphs))
    return [
        gold(
            "desk.mbox",
            "mbox",
            ferry + frost,
            of(FERRY, author="Isla Corrigan", date="2023-08-17"),
            of(ORCHARD, author="Marc Ferrand", date="2024-04-23"),
        ),
        gold(
            "redaktsiya.mbox",
            "mbox",
            (water + lake).replace("\n", "\r\n"),
            of(WATER, author="Павел Гусев", date="2019-05-16"),
            of(LAKE, author="Айнұр Жексенова"),
        ),
    ]
