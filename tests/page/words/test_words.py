"""Every language says everything, with the same things put in."""

import string
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from qa.page.language import LANGUAGES
from qa.page.words.english import ENGLISH
from qa.page.words.locale import Locale, Plural
from qa.page.words.words import Words

SAME = {"exporting.formats", "code", "name", "locale"}
"""What is said alike in every language, or by its own rules."""
OTHERS = [words for words in LANGUAGES.values() if words is not ENGLISH]


def said(part: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Return every text of a language with its place."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, Mapping):
        for name, value in part.items():
            yield from said(value, f"{path}.{name}")
    elif is_dataclass(part) and not isinstance(part, Locale):
        for field in fields(part):
            yield from said(getattr(part, field.name), f"{path}.{field.name}".lstrip("."))


def holes(text: str) -> int:
    return sum(name is not None for _, name, _, _ in string.Formatter().parse(text))


@pytest.mark.parametrize("words", OTHERS, ids=lambda it: it.code)
def test_each_language_says_all_that_english_says_with_as_much_put_in(words: Words) -> None:
    english, theirs = dict(said(ENGLISH)), dict(said(words))
    assert theirs.keys() == english.keys()
    for path, text in english.items():
        assert holes(theirs[path]) == holes(text), path
        assert theirs[path].strip(), path


@pytest.mark.parametrize("words", OTHERS, ids=lambda it: it.code)
def test_no_text_was_left_in_english(words: Words) -> None:
    english = dict(said(ENGLISH))
    for path, text in said(words):
        if not any(path.startswith(it) for it in SAME) and any(it.isalpha() for it in english[path].replace("{}", "")):
            assert text != english[path], path
            letters = [it for it in text.lower() if it.isalpha()]  # “№” is none
            assert not letters or any("а" <= it <= "я" or it in "әғқңөұүһі" for it in letters), path


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=lambda it: it.code)
def test_what_the_page_says_is_no_html_and_breaks_none(words: Words) -> None:
    for path, text in said(words):
        assert not set("<>&") & set(text), path
        assert '"' not in text or path in ("asking.hint", "asking.placeholder"), path


def test_forms_of_a_noun_hold_what_is_counted_or_stand_behind_it() -> None:
    for words in LANGUAGES.values():
        for part in (words.articles, words.card.more_here, words.article.matching, words.index.ago["day"]):
            assert isinstance(part, Plural)
            assert words.locale.counted(3, part).count("3") == 1
