import pytest

from qa.page.language import LANGUAGES, chosen


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ({}, "en"),
        ({"accept-language": "ru-RU,ru;q=0.9,en-US;q=0.8"}, "ru"),
        ({"accept-language": "de-DE,de;q=0.9,kk;q=0.8,ru;q=0.7"}, "kk"),
        ({"accept-language": "fr"}, "en"),
        ({"accept-language": ";;,,q=1"}, "en"),
        ({"accept-language": "ru", "cookie": "language=kk"}, "kk"),
        ({"accept-language": "ru", "cookie": "a=b; language=en; c=d"}, "en"),
        ({"accept-language": "ru", "cookie": "language=klingon"}, "ru"),
        ({"accept-language": "ru", "cookie": 'language="; \x00['}, "ru"),
    ],
)
def test_the_page_speaks_what_was_chosen_else_what_the_browser_asks_for(headers: dict[str, str], language: str) -> None:
    assert chosen(headers).code == language


def test_there_are_three_languages() -> None:
    assert list(LANGUAGES) == ["en", "ru", "kk"]
