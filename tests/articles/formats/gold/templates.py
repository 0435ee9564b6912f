"""Templates of two sites, as content systems print them: menus, teasers, a footer with a year."""

from tests.articles.formats.gold.expected import tagged
from tests.articles.formats.gold.stories import Story

NEWS_ABSENT = ("Subscribe", "Most read", "All rights reserved", "Harbour swim", "cookies", "Privacy", "© 20")
CITY_ABSENT = ("Читайте также", "Все права защищены", "Погода", "Подписаться", "Трамвай", "©")


def news_page(story: Story, head: str, body: str | None = None) -> str:
    """Return a page with a header, a cookie notice, teasers with dates and a footer."""
    body = body or f"<article><h1>{story.title}</h1>\n{tagged(story.paragraphs)}</article>"
    return f"""<!doctype html>
<html lang="{story.language}"><head><meta charset="utf-8">{head}<style>p {{ color: black }}</style></head>
<body><header class="site-header"><a class="logo" href="/">Home page</a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<a href="/subscribe">Subscribe</a></header>
<div class="cookie-banner"><p>We use cookies to make this site better. <button>Accept</button></p></div>
<main>{body}</main>
<aside class="most-read"><h3>Most read</h3><ol><li><a href="/1">Harbour swim draws a record crowd</a>
<time datetime="2018-01-02">2 January 2018</time></li><li><a href="/2">Choir looks for tenors</a></li></ol></aside>
<footer><ul><li><a href="/privacy">Privacy</a></li><li><a href="/contact">Contact</a></li></ul>
<p>© 2016–2025 All rights reserved.</p></footer>
<script>window.dataLayer = [{{"date": "2017-03-04"}}];</script></body></html>"""


def city_page(story: Story, head: str, charset: str = "utf-8", body: str | None = None) -> str:
    """Return a page of divisions with classes, a strip of weather, links below the report and a footer."""
    declared = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    body = body or f'<h1 class="title">{story.title}</h1>\n<div class="text">{tagged(story.paragraphs)}</div>'
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1.dtd">
<html lang="{story.language}"><head>{declared}{head}</head><body>
<div id="top"><div class="weather">Погода: +7, ветер 3 м/с</div><div class="menu"><a href="/">Главная</a>
<a href="/news">Новости</a> <a href="/afisha">Афиша</a></div></div>
<div id="content" class="article">{body}
<div class="related"><div class="related-title">Читайте также</div><ul>
<li><a href="/a">Трамвай номер три меняет маршрут</a></li><li><a href="/b">Трамвай сошёл с рельсов</a></li></ul></div>
<div class="share"><a href="#">Поделиться</a> <a href="#">Подписаться</a></div></div>
<div id="footer" class="footer">© 2009-2025 Редакция. Все права защищены. Адрес: ул. Садовая, 5.</div>
</body></html>"""
