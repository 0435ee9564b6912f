"""Pages that a browser saved as messages (MHTML), on another day than they were published on."""

import base64
import quopri
from email.header import Header

from tests.articles.formats.gold.expected import GoldFile, gold, of, tagged
from tests.articles.formats.gold.stories import BRIDGE, HORSES, ORCHARD
from tests.articles.formats.gold.templates import CITY_ABSENT, NEWS_ABSENT, city_page, news_page


def files() -> list[GoldFile]:
    """Return the pages."""

    def saved(page: bytes, url: str, coding: str, charset: str) -> str:
        written = base64.encodebytes(page).decode() if coding == "base64" else quopri.encodestring(page).decode()
        return f"""From: <Saved by Blink>
Snapshot-Content-Location: {url}
Subject: {Header("Сохранённая страница", "utf-8").encode()}
Date: Sat, 1 Mar 2025 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/html{charset}
Content-ID: <frame@mhtml.blink>
Content-Transfer-Encoding: {coding}
Content-Location: {url}

{written}
------MultipartBoundary--x----
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable
Content-Location: {url}/a.css

p {{ color: black; }}
------MultipartBoundary--x------
"""

    frost = f"<article><h1>{ORCHARD.title}</h1><p>By Marc Ferrand</p><p>23 April 2024</p>{tagged(ORCHARD.paragraphs)}"
    bridge = f"<h1>{BRIDGE.title}</h1><p>28 октября 2022</p>{tagged(BRIDGE.paragraphs)}"
    return [
        gold(
            "frost.mhtml",
            "mhtml",
            saved(news_page(ORCHARD, "", frost).encode(), "https://tarnvalley.example/frost", "quoted-printable", ""),
            of(
                ORCHARD,
                author="Marc Ferrand",
                date="2024-04-23",
                url="https://tarnvalley.example/frost",
                absent=NEWS_ABSENT,
            ),
        ),
        gold(
            "most.mht",
            "mhtml",
            saved(
                city_page(BRIDGE, "", charset="", body=bridge).encode("cp1251", "xmlcharrefreplace"),
                "https://zarechny.example/most",
                "base64",
                "; charset=windows-1251",
            ),
            of(BRIDGE, date="2022-10-28", url="https://zarechny.example/most", absent=CITY_ABSENT),
        ),
        gold(
            "zhylqy.mhtml",
            "mhtml",
            saved(news_page(HORSES, "").encode(), "https://kok.example/1", "quoted-printable", '; charset="utf-8"'),
            of(HORSES, url="https://kok.example/1", absent=NEWS_ABSENT),
        ),
    ]
