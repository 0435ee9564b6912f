"""Web pages that say only to readers what they are, and pages of old and odd make."""

from tests.articles.formats.gold.expected import GoldFile, gold, of, tagged
from tests.articles.formats.gold.stories import BRIDGE, FERRY, LAKE, LIBRARY, MUSEUM, ORCHARD, SCHOOL, WATER
from tests.articles.formats.gold.templates import CITY_ABSENT, NEWS_ABSENT, city_page, news_page


def files() -> list[GoldFile]:
    """Return the pages."""
    return [
        _lines_en(),
        _lines_ru(),
        _lines_kk(),
        _time_en(),
        _time_kk(),
        _no_date(),
        _no_charset(),
        _koi8(),
        _saved(),
        _of_breaks(),
        _with_links_between(),
        _utf16(),
    ]


def _lines_en() -> GoldFile:
    body = f"""<article><div class="section"><a href="/farming">Farming</a></div><h1>{ORCHARD.title}</h1>
<p class="standfirst"></p><div class="meta"><span>By <a href="/marc">Marc Ferrand</a></span>
<span>April 23, 2024 6:00 pm</span></div>{tagged(ORCHARD.paragraphs)}</article>"""
    head = f"<title>{ORCHARD.title} | Tarn Valley News</title>"
    known = {"outlet": "Tarn Valley News", "author": "Marc Ferrand", "date": "2024-04-23"}
    return gold("frost-lines.html", "html", news_page(ORCHARD, head, body), of(ORCHARD, **known, absent=NEWS_ABSENT))


def _lines_ru() -> GoldFile:
    body = f"""<h1>{WATER.title}</h1><div class="date">16.05.2019 08:12</div>
<div class="author">Автор: Павел Гусев</div><div class="text">{tagged(WATER.paragraphs)}</div>"""
    head = f"<title>{WATER.title} — Слободские новости</title>"
    known = {"outlet": "Слободские новости", "author": "Павел Гусев", "date": "2019-05-16"}
    return gold("voda-lines.html", "html", city_page(WATER, head, body=body), of(WATER, **known, absent=CITY_ABSENT))


def _lines_kk() -> GoldFile:
    body = f"""<article><h1>{SCHOOL.title}</h1><div>2021 жылғы 1 қыркүйек</div><div>Авторы: Дәурен Сапаров</div>
{tagged(SCHOOL.paragraphs)}</article>"""
    head = f"<title>{SCHOOL.title} | Ақбұлақ тынысы</title>"
    known = {"outlet": "Ақбұлақ тынысы", "author": "Дәурен Сапаров", "date": "2021-09-01"}
    return gold("mektep-lines.html", "html", news_page(SCHOOL, head, body), of(SCHOOL, **known, absent=NEWS_ABSENT))


def _time_en() -> GoldFile:
    body = f"""<article><header><h1>{LIBRARY.title}</h1><p class="byline">By <span class="author">Priya Nand</span></p>
<time datetime="2024-02-28T21:15:00-05:00">9:15 PM</time></header>{tagged(LIBRARY.paragraphs)}</article>"""
    return gold(
        "library-time.html",
        "html",
        news_page(LIBRARY, "", body),
        of(LIBRARY, author="Priya Nand", date="2024-02-28", absent=NEWS_ABSENT),
    )


def _time_kk() -> GoldFile:
    body = f"""<article><h1>{LAKE.title}</h1><div class="post-meta"><time class="published" datetime="2022-03-30">
30 наурыз</time> <time class="updated" datetime="2022-03-31T08:00:00+06:00">31 наурыз</time></div>
{tagged(LAKE.paragraphs)}</article>"""
    head = '<meta property="og:site_name" content="Сарыкөл хабары">'
    known = {"outlet": "Сарыкөл хабары", "date": "2022-03-30"}
    return gold("qustar.html", "html", news_page(LAKE, head, body), of(LAKE, **known, absent=NEWS_ABSENT))


def _no_date() -> GoldFile:
    return gold("undated.html", "html", news_page(FERRY, ""), of(FERRY, absent=NEWS_ABSENT))


def _no_charset() -> GoldFile:
    head = f"<title>{BRIDGE.title}</title>"
    body = f'<h1>{BRIDGE.title}</h1><p class="d">28 октября 2022 года</p><div>{tagged(BRIDGE.paragraphs)}</div>'
    data = city_page(BRIDGE, head, charset="", body=body).encode("cp1251", "xmlcharrefreplace")
    return gold("most-1251.htm", "html", data, of(BRIDGE, date="2022-10-28", absent=CITY_ABSENT))


def _koi8() -> GoldFile:
    body = f"<h1>{WATER.title}</h1><p>Четверг, 16 мая 2019 г.</p><div>{tagged(WATER.paragraphs)}</div>"
    data = city_page(WATER, "", charset="koi8-r", body=body).encode("koi8-r", "xmlcharrefreplace")
    return gold("voda-koi8.html", "html", data, of(WATER, date="2019-05-16", absent=CITY_ABSENT))


def _saved() -> GoldFile:
    """Return a page as a browser saves it, on another day than it was published on."""
    page = news_page(FERRY, '<meta property="og:site_name" content="The Skerra Echo">')
    mark = "<!-- saved from url=(0052)https://skerra-echo.example/news/ferry-until-autumn/ -->"
    data = page.replace("<html", f"{mark}\n<html", 1)
    known = {"outlet": "The Skerra Echo", "url": "https://skerra-echo.example/news/ferry-until-autumn/"}
    return gold("Ferry to Skerra Island.html", "html", data, of(FERRY, **known, absent=NEWS_ABSENT))


def _of_breaks() -> GoldFile:
    """Return a page of the nineties: a table for the layout, paragraphs of line breaks, entities."""
    text = "<br><br>\n".join(MUSEUM.paragraphs).replace("«", "&laquo;").replace("»", "&raquo;").replace("—", "&mdash;")
    data = f"""<HTML><HEAD><TITLE>{MUSEUM.title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="100%"><TR>
<TD WIDTH="20%"><A HREF="/">Главная</A><BR><A HREF="/arhiv">Архив номеров</A></TD>
<TD><H1>{MUSEUM.title}</H1><I>3 ноября 2000 г.</I><BR><BR>{text}</TD></TR></TABLE>
<CENTER><FONT SIZE="1">&copy; 1999-2001 Северный край</FONT></CENTER></BODY></HTML>"""
    absent = ("Архив номеров", "1999")
    return gold("n14.htm", "html", data.encode("cp1251"), of(MUSEUM, date="2000-11-03", absent=absent))


def _with_links_between() -> GoldFile:
    """Return a page with boxes inside the report, a caption, and comments of readers behind it."""
    first, second, *rest = FERRY.paragraphs
    body = f"""<article><h1>{FERRY.title}</h1><p>Published 17 August 2023</p>
<figure><img src="f.jpg" alt="The ship"><figcaption>The ferry at Maldon Quay. Photo: Rob Teller</figcaption></figure>
<p>{first}</p><p>{second}</p>
<aside class="related"><h4>Related</h4><a href="/x">Harbour swim draws a record crowd</a></aside>
<div class="newsletter-signup"><p>Sign up for our newsletter</p><form><input type="email"></form></div>
{tagged(rest)}</article>
<section id="comments" class="comments"><h3>Comments (2)</h3><div class="comment">
<p>Bring back the old ship, I sailed on
her for many years.</p></div></section>"""
    absent = (*NEWS_ABSENT, "Rob Teller", "Sign up", "Bring back the old ship")
    return gold("ferry-boxes.html", "html", news_page(FERRY, "", body), of(FERRY, date="2023-08-17", absent=absent))


def _utf16() -> GoldFile:
    body = f"<article><h1>{LAKE.title}</h1><p>30.03.2022</p>{tagged(LAKE.paragraphs)}</article>"
    data = news_page(LAKE, "", body).replace('<meta charset="utf-8">', "").encode("utf-16")
    return gold("qustar-16.html", "html", data, of(LAKE, date="2022-03-30", absent=NEWS_ABSENT))
