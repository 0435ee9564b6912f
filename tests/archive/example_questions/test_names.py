"""Names are recognised by their capitals where no sentence begins."""

import pytest

from qa.archive.example_questions.names import bare
from tests.archive.example_questions.made import names

KNOWN = names(
    "He met Foreign Minister Ivo Marsh in Portville.",
    "They say that Ivo Marsh and the minister left.",
    "The ships of Oracle left on Monday in May.",
    "It was President Dahl, said the president, and the president left Portville.",
)


@pytest.mark.parametrize(
    ("name", "articles"), [("Ivo Marsh", 2), ("Portville", 2), ("Oracle", 1), ("ships", 0), ("Monday", 0), ("May", 0)]
)
def test_a_name_is_known_from_as_many_articles_as_hold_it(name: str, articles: int) -> None:
    assert KNOWN.articles(name) == articles


def test_of_a_text_the_best_known_name_counts() -> None:
    assert KNOWN.best_known("ships of Oracle in Portville") == 2
    assert KNOWN.best_known("ships in May") == 0


@pytest.mark.parametrize(
    ("opening", "within"),
    [
        ("Ships of Oracle", "ships of Oracle"),
        ("Portville harbour", "Portville harbour"),
        ("The Portville harbour", "the Portville harbour"),
        ("President Dahl", "President Dahl"),
        ("Shares Oracle sold", "shares Oracle sold"),
        ("", ""),
    ],
)
def test_what_opens_a_sentence_is_small_within_one_unless_it_is_a_name(opening: str, within: str) -> None:
    assert KNOWN.within(opening) == within


@pytest.mark.parametrize(
    ("owner", "name"), [("Oracle's", "Oracle"), ("Marsh’s", "Marsh"), ("Tories'", "Tories"), ("O'Gara", "O'Gara")]
)
def test_an_owner_is_named_without_the_ending(owner: str, name: str) -> None:
    assert bare(owner) == name
