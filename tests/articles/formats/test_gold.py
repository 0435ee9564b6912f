"""Files of every format, as newsrooms have them, are read as a person reads them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from qa.articles.files import KnownFile, examine, read_file
from qa.errors import ArticleUnreadable
from qa.records import ParsedArticle
from qa.settings import Settings
from tests.articles.formats.gold import FILES
from tests.articles.formats.gold.expected import Expected, GoldFile

FIELDS = ("title", "outlet", "author", "date", "updated", "language", "url", "section")
_FORMAT_NAMES = """
html mhtml eml mbox json jsonl csv parquet rss atom nitf newsml docx odt rtf epub pdf warc wacz zip gz lexisnexis
factiva text markdown
"""
FORMATS = _FORMAT_NAMES.split()
_BEHIND = "what stands below a report is not looked at for its date: there it is more often another report's"
_TWO_NAMES = "by its letters alone a paper called after a person or a god is a second writer"
_SIGNED = "a name alone at the end may be the last of a list"
NOT_YET: Mapping[tuple[str, int, str], str] = {
    ("library-behind.html", 0, "author"): _BEHIND,
    ("library-behind.html", 0, "date"): _BEHIND,
    ("bars.txt", 0, "outlet"): _TWO_NAMES,
    ("signed.txt", 0, "author"): _SIGNED,
    ("signed.txt", 0, "last"): _SIGNED,
}
"""What is not read right yet: the file, the number of its article and the field, with the reason."""


def parsed(file: GoldFile, folder: Path) -> list[ParsedArticle | ArticleUnreadable]:
    (folder / file.name).write_bytes(file.data)
    known = examine(folder, file.name, Settings())
    assert isinstance(known, KnownFile), f"{file.name} is not read"
    return list(read_file(folder, file.name, known.format, Settings()))


def checks(expected: Expected, found: ParsedArticle | ArticleUnreadable | None) -> dict[str, str]:
    """Return every fact of an article with what is wrong of it; "" where it is right."""
    if not isinstance(found, ParsedArticle):
        return dict.fromkeys((*FIELDS, "first", "last", "body"), f"not read: {found}")
    article = found.article
    facts = {name: _differs(getattr(expected, name), getattr(article, name), name) for name in FIELDS}
    shown = [article.text[it.start : it.end] for it in found.paragraphs]
    facts["first"] = _differs(expected.first, shown[0], "first")
    facts["last"] = _differs(expected.last, shown[-1], "last")
    body = "\n".join(shown)
    missing = [it for it in expected.kept if it not in body]
    too_much = [it for it in expected.absent if it in body]
    facts["body"] = f"missing {missing}, too much {too_much}" if missing or too_much else ""
    return facts


def _differs(right: object, found: object, name: str) -> str:
    return "" if right == found else f"{name} is {found!r}, right is {right!r}"


def wrong(file: GoldFile, folder: Path) -> tuple[dict[tuple[str, int, str], str], int]:
    """Return what is wrong of a file, and how many facts were looked at."""
    found = parsed(file, folder)
    facts: dict[tuple[str, int, str], str] = {}
    if len(found) != len(file.articles):
        facts[file.name, -1, "count"] = f"{len(found)} articles, right is {len(file.articles)}: {found}"
    else:
        facts[file.name, -1, "count"] = ""
    for number, expected in enumerate(file.articles):
        one = found[number] if number < len(found) else None
        facts |= {(file.name, number, name): problem for name, problem in checks(expected, one).items()}
    return {key: problem for key, problem in facts.items() if problem}, len(facts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_fact_of_a_file_is_right(file: GoldFile, tmp_path: Path) -> None:
    problems, _ = wrong(file, tmp_path)
    assert {key: it for key, it in problems.items() if key not in NOT_YET} == {}


def test_the_set_is_large_and_the_shares_are_high(tmp_path: Path) -> None:
    assert len(FILES) >= 80
    assert len({file.name for file in FILES}) == len(FILES)
    assert {file.format for file in FILES} == set(FORMATS)
    assert {"en", "ru", "kk"} <= {article.language for file in FILES for article in file.articles}
    problems: dict[tuple[str, int, str], str] = {}
    count, right = dict.fromkeys(FORMATS, 0), dict.fromkeys(FORMATS, 0)
    for file in FILES:
        found, facts = wrong(file, tmp_path)
        problems |= found
        count[file.format] += facts
        right[file.format] += facts - len(found)
    assert set(problems) == set(NOT_YET), problems
    assert sum(right.values()) / sum(count.values()) >= 0.95
    assert {it: right[it] / count[it] for it in FORMATS if right[it] / count[it] < 0.9} == {}
    stated = {(file.name, number): it.date for file in FILES for number, it in enumerate(file.articles)}
    invented = [key for key in problems if key[2] == "date" and stated[key[:2]] is None]
    assert invented == []
    said = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    facts, held = sum(count.values()), sum(right.values())
    assert f"{len(FILES)} files in words of our own" in said
    assert f"of {facts:,} facts" in said
    assert f"{held:,} come out right" in said
