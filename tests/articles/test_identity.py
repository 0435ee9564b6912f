"""Two addresses of one page give one key, and no other two."""

import pytest

from qa.articles.identity import address_key, headline_key
from qa.records import Article

SAME = (
    "https://www.courier.example/news/bridge",
    "http://courier.example/news/bridge/",
    "https://m.courier.example/news/bridge#comments",
    "https://Courier.example/news/bridge?utm_source=feed&utm_medium=rss",
    "https://courier.example/news/bridge/amp/",
    "https://courier.example/news/bridge/index.html?fbclid=Xy1",
    "https://courier.example:443/news/bridge",
    "http://www.courier.example:80/news/bridge?gclid=1&yclid=2&ref=home&ref_src=x&igshid=3&_openstat=4",
    "https://amp.courier.example./news/bridge/default.aspx",
    "https://courier.example/n%65ws/bridge",
)


@pytest.mark.parametrize("url", SAME)
def test_what_differs_between_links_to_one_page_does_not_count(url: str) -> None:
    assert address_key(url) == "courier.example/news/bridge"


@pytest.mark.parametrize(
    "url",
    [
        "https://курьер.example/новости/мост",
        "https://xn--e1ajsbm9c.example/новости/мост/",
        "https://www.КУРЬЕР.example/%d0%bd%d0%be%d0%b2%d0%be%d1%81%d1%82%d0%b8/%D0%BC%D0%BE%D1%81%D1%82?utm_source=x",
        "https://курьер.example:443/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/мост#kommentarii",
    ],
)
def test_letters_beyond_ascii_are_the_same_however_they_are_written(url: str) -> None:
    assert address_key(url) == (
        "xn--e1ajsbm9c.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D0%BC%D0%BE%D1%81%D1%82"
    )


@pytest.mark.parametrize(
    "url", ["https://a.example:99999/x", f"https://{'a' * 300}.example/x", "https://a.example/%FF"]
)
def test_an_odd_address_has_a_key_too(url: str) -> None:
    assert address_key(url)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://courier.example/news/bridge", "https://courier.example/news/Bridge"),
        ("https://courier.example/news/bridge", "https://courier.example:8080/news/bridge"),
        ("https://courier.example/story?id=7", "https://courier.example/story%3Fid=7"),
        ("https://courier.example/мост", "https://courier.example/порт"),
        ("https://courier.example/story?id=7", "https://courier.example/story?id=8"),
        ("https://courier.example/news/bridge", "https://other.example/news/bridge"),
    ],
)
def test_two_pages_stay_two(first: str, second: str) -> None:
    assert address_key(first) != address_key(second)


def test_the_order_of_parameters_does_not_count() -> None:
    assert address_key("https://a.example/s?b=2&a=1") == address_key("https://a.example/s?a=1&b=2&utm_campaign=x")


@pytest.mark.parametrize(
    "url", [None, "", "https://courier.example", "https://www.courier.example/?utm_source=x", "#top"]
)
def test_an_address_of_a_whole_site_tells_no_article(url: str | None) -> None:
    assert address_key(url) is None


def article(**stated: str | None) -> Article:
    return Article("a.txt", "text", "name", **stated)  # type: ignore[arg-type]


def test_headline_outlet_and_full_day_tell_an_article_together() -> None:
    first = article(title="Bridge to  reopen", outlet="The Courier", date="2025-05-02")
    assert headline_key(first) == headline_key(
        article(title="BRIDGE to reopen", outlet="the courier", date="2025-05-02")
    )
    assert headline_key(first) != headline_key(article(title="Bridge to reopen", outlet="Wire", date="2025-05-02"))


@pytest.mark.parametrize("lacking", ["title", "outlet", "date"])
def test_two_of_the_three_tell_nothing(lacking: str) -> None:
    assert headline_key(article(**({"title": "T", "outlet": "O", "date": "2025-05-02"} | {lacking: None}))) is None
    assert headline_key(article(title="T", outlet="O", date="2025-05")) is None
