"""Articles whose heads are in languages that have no pages of their own here."""

from collections.abc import Mapping

import pytest

from qa.articles.parsing import read_article
from qa.records import ParsedArticle

SENTENCE = "The dam has passed its test, the engineers of the town said after they had walked along it for a day."
REPORT = f"{SENTENCE} It was built in 1967 and holds back two million cubic metres of water, enough for a dry summer."


def each(tables: Mapping[str, str]) -> list[object]:
    """Return each line of some tables as a parameter, cut at its arrow, and named by its language."""
    lines = [(language, line.strip()) for language, table in tables.items() for line in table.strip().splitlines()]
    return [pytest.param(*line.split(" => "), id=f"{language}: {line}") for language, line in lines]


def read(*paragraphs: str) -> ParsedArticle:
    return read_article("a.txt", "\n\n".join(["Dam above the town", *paragraphs]).encode())


def names(parsed: ParsedArticle) -> tuple[str | None, ...]:
    article = parsed.article
    return article.place, article.outlet, article.author, article.section
