import contextlib

import pytest

from qa.articles.formats.detection import readable_format
from qa.articles.front_matter import read_front_matter
from qa.articles.parsing import read_article
from qa.errors import ArticleUnreadable
from qa.records import Article

BODY = """Dam passes test

MOSCOW, December 10. /TASS/. The dam has passed its test.

It was built in 1967.
"""


def corrected(block: str) -> Article:
    return read_article("a.md", f"---\n{block}\n---\n\n{BODY}".encode()).article


def test_front_matter_gives_and_corrects_every_field() -> None:
    article = corrected(
        'title: "A dam: the test"\noutlet: The Dam Times\ndate: 2022-12-10\nauthor: [Jane Doe, John Roe]\n'
        "place: Oral\nsection: No\nurl: https://example.org/?a=1#b\nlayout: post"
    )
    assert article.title == article.name == "A dam: the test"
    assert (article.outlet, article.date, article.author) == ("The Dam Times", "2022-12-10", "Jane Doe, John Roe")
    assert (article.place, article.section, article.url) == ("Oral", "No", "https://example.org/?a=1#b")


def test_what_front_matter_does_not_state_is_read_from_the_text() -> None:
    article = corrected("date: 10 December 2022")
    assert (article.title, article.outlet, article.place) == ("Dam passes test", "TASS", "MOSCOW")
    assert article.date == "2022-12-10"


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_explicit_null_clears_a_field(nothing: str) -> None:
    article = corrected(f"outlet: {nothing}\ndate: {nothing}\ntitle: {nothing}")
    assert (article.outlet, article.date, article.title) == (None, None, None)
    assert article.name == "MOSCOW, December 10. /TASS/. The dam has passed its test."


def test_source_publisher_and_headline_are_taken_unless_the_field_itself_is_given() -> None:
    assert corrected("source: Kabar\nheadline: A dam").outlet == "Kabar"
    assert corrected("publisher: Kabar\noutlet: Khovar").outlet == "Khovar"
    assert corrected("outlet: Khovar\nsource: Kabar").outlet == "Khovar"


@pytest.mark.parametrize(
    ("block", "field", "value"),
    [
        ("sitename: Kabar\nhostname: kabar.example", "outlet", "Kabar"),
        ("hostname: kabar.example\nsitename: Kabar", "outlet", "Kabar"),
        ("source_domain: kabar.example", "outlet", "kabar.example"),
        ("published_at: 2022-12-10 10:00:00+06:00", "date", "2022-12-10"),
        ("date_published: Sat, 10 Dec 2022 10:00:00 GMT", "date", "2022-12-10"),
        ("date_published: 2022-12-09\ndate: 2022-12-10", "date", "2022-12-10"),
        ("authors: [Jane Doe, John Roe]", "author", "Jane Doe, John Roe"),
        ("authors:\n  - Jane Doe", "author", "Jane Doe"),
        ("authors: Jane Doe and John Roe", "author", "Jane Doe and John Roe"),
        ("description: Live: what we know\ntitle: A dam", "title", "A dam"),
    ],
)
def test_the_names_that_other_tools_write_are_known(block: str, field: str, value: str) -> None:
    assert getattr(corrected(block), field) == value


@pytest.mark.parametrize(
    "block", ["published: true", "published_at: yesterday", "publisher: {id: 7}", "byline: [{id: 7}]"]
)
def test_what_other_tools_write_and_nobody_can_read_is_left_out(block: str) -> None:
    article = corrected(block)
    assert (article.date, article.outlet, article.author) == ("--12-10", "TASS", None)


@pytest.mark.parametrize(
    "title",
    ["Dam: the test", '"Dam": it\'s safe', "Плотина: цела", "Dam: test: passed", "Dam: 1 # 2", "Weather:",
     "[Update] Dam passes", "[Видео] Плотина: цела", "*Dam* passes", "%dam", "@dam: passed", "`dam`", "| Dam", "- Dam"],
)  # fmt: skip
def test_a_headline_that_is_no_yaml_is_taken_as_it_stands_with_a_warning(
    title: str, caplog: pytest.LogCaptureFixture
) -> None:
    article = corrected(f"title: {title}\ndate: 2022-12-10\nurl: https://example.org/a:b")
    assert (article.title, article.date, article.url) == (title, "2022-12-10", "https://example.org/a:b")
    assert "a.md: its front matter's `title` is no YAML, and is taken as it stands" in caplog.text


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2022-12", "2022-12"),
        ("December 2022", "2022-12"),
        ("2022-12-10", "2022-12-10"),
        ("--12-10", "--12-10"),
        ("1215-06-15", "1215-06-15"),
        ("1776/07/04", "1776-07-04"),
        ("2022-12-10T10:00:00Z", "2022-12-10"),
        ("'10.12.2022'", "2022-12-10"),
    ],
)
def test_a_date_is_taken_as_it_is_written(stated: str, date: str) -> None:
    assert corrected(f"date: {stated}").date == date


@pytest.mark.parametrize("stated", ["2022-13-45", "2022-02-30", "03/04/2022", "yesterday", "2022"])
def test_an_impossible_date_names_the_file_and_the_remedy(stated: str) -> None:
    with pytest.raises(ArticleUnreadable, match=r"a\.md: its front matter's date .* write it like 2022-12-10"):
        corrected(f"date: {stated}")


@pytest.mark.parametrize("block", ["title: a\n\tdate: b", "title: a: b\n  date: c", "title: a: b\nand more"])
def test_broken_front_matter_is_named_and_never_silently_ignored(block: str) -> None:
    with pytest.raises(ArticleUnreadable, match="front matter is not YAML"):
        corrected(block)


@pytest.mark.parametrize("block", ["title: {a: b}", "section: {a: b}", "url: [javascript:alert(1)]"])
def test_a_value_that_cannot_be_read_is_left_out_with_a_warning(block: str, caplog: pytest.LogCaptureFixture) -> None:
    article = corrected(f"{block}\nplace: Oral")
    assert (article.title, article.place, article.section, article.url) == ("Dam passes test", "Oral", None, None)
    assert f"a.md: its front matter's `{block.partition(':')[0]}` cannot be read, and is left out" in caplog.text


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("{Storm}: harbour", "{Storm}: harbour"),
        ("{Storm} harbour", "{Storm} harbour"),
        ("{Storm}", "{Storm}"),
        ("!important dam: safe", "!important dam: safe"),
        ("!important dam", "!important dam"),
        ("&more on the dam: safe", "&more on the dam: safe"),
        ("&more on the dam", "&more on the dam"),
        ("#dam: safe", "#dam: safe"),
        ("#dam", "#dam"),
        ("Dam: the test\n  is passed", "Dam: the test is passed"),
        ("[unclosed", "[unclosed"),
        ("'Dam is safe", "Dam is safe"),
        ('"Dam: safe', "Dam: safe"),
        ("Dam # with a comment", "Dam"),
        ("Плотина: {цела}", "Плотина: {цела}"),
        ("Бөгет: сынақ өтті", "Бөгет: сынақ өтті"),
    ],
)
@pytest.mark.parametrize(
    "after", ["date: 2022-12-10", "date: 2022-12-10\n# a comment\ntags:\n  - a: b\n  - c\nlayout: post"]
)
def test_a_headline_with_signs_of_yaml_is_taken_as_it_stands(stated: str, title: str, after: str) -> None:
    article = corrected(f"title: {stated}\n{after}")
    assert (article.title, article.date) == (title, "2022-12-10")


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ("author:\n  name: Ann Lee\n  url: https://lee.example", "Ann Lee"),
        ("author: {name: Ann Lee}", "Ann Lee"),
        ("authors:\n  - name: Ann Lee\n  - name: Bo Carr", "Ann Lee, Bo Carr"),
        ("authors:\n  - name: Ann Lee\n    title: Editor\n  - Bo Carr", "Ann Lee, Bo Carr"),
        ("author: {first_name: Ann, last_name: Lee}", "Ann Lee"),
        ('author: ["[[Ann Lee]]"]', "Ann Lee"),
        ('author: "[[people/lee|Ann Lee]]"', "Ann Lee"),
        ("author: '[Ann Lee](https://lee.example)'", "Ann Lee"),
        ("byline: By Ann Lee", "Ann Lee"),
        ("author: Ann Lee <ann@lee.example>", "Ann Lee"),
        ("author: by Ann Lee and Bo Carr", "Ann Lee and Bo Carr"),
        ("author: 'Автор: Анна Ли'", "Анна Ли"),
        ("author: Byron Lee", "Byron Lee"),
        ("params:\n  author: Ann Lee", "Ann Lee"),
        ("extra:\n  author: Bo Carr\nauthor: Ann Lee", "Ann Lee"),
    ],
)
def test_an_author_is_read_however_it_is_written(stated: str, author: str) -> None:
    assert corrected(stated).author == author


@pytest.mark.parametrize(
    ("stated", "field", "value"),
    [
        ("source: https://dam.example/a", "url", "https://dam.example/a"),
        ("source: Kabar\nurl: https://dam.example/a", "outlet", "Kabar"),
        ("pubDate: 2022-12-10", "date", "2022-12-10"),
        ("pubDatetime: 2022-12-10T10:00:00Z", "date", "2022-12-10"),
        ("published_on: 2022-12-10", "date", "2022-12-10"),
        ("updatedAt: 2022-12-11", "updated", "2022-12-11"),
        ("title: Dam: safe\nimage:\n  src: a.jpg\n  alt: x: y\nplace: Oral", "place", "Oral"),
        ("datePublished: 2022-12-10", "date", "2022-12-10"),
        ("last_modified_at: 2022-12-11", "updated", "2022-12-11"),
        ("dateModified: 2022-12-11", "updated", "2022-12-11"),
        ("updatedDate: 2022-12-11", "updated", "2022-12-11"),
        ("taxonomies:\n  categories: [Dams, Rivers]", "section", "Dams"),
        ("lang: kk-KZ", "language", "kk"),
    ],
)
def test_what_site_generators_and_clippers_write_is_known(stated: str, field: str, value: str) -> None:
    assert getattr(corrected(stated), field) == value


TOML = """+++
title = "Dam: the test"
date = 2022-12-10T10:00:00+06:00
lastmod = 2022-12-11
draft = false
authors = ["Ann Lee", "Bo Carr"]
[params]
publisher = "Kabar"
[taxonomies]
categories = ["Dams"]
+++

"""
JSON = """{
  "title": "Dam: the test",
  "date": "2022-12-10",
  "lastmod": "2022-12-11",
  "authors": ["Ann Lee", "Bo Carr"],
  "params": {"publisher": "Kabar"},
  "categories": ["Dams"]
}

"""


@pytest.mark.parametrize(
    "block",
    [TOML, JSON, TOML.replace("+++", "---toml", 1).replace("+++", "---"), f"---json\n{JSON.strip()}\n---\n\n"],
    ids=["TOML", "JSON", "TOML between dashes", "JSON between dashes"],
)
def test_front_matter_in_other_languages_than_yaml_is_read(block: str) -> None:
    parsed = read_article("a.md", f"{block}{BODY}".encode())
    article = parsed.article
    assert (article.title, article.date, article.updated) == ("Dam: the test", "2022-12-10", "2022-12-11")
    assert (article.author, article.outlet, article.section) == ("Ann Lee, Bo Carr", "Kabar", "Dams")
    assert [article.text[it.start : it.end] for it in parsed.dropped if it.reason == "front matter"] == [block.strip()]
    assert len(parsed.paragraphs) == 2


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("block", [JSON, '{"title": "Dam: the test", "date": "2022-12-10"}\n'], ids=["lines", "line"])
def test_a_text_with_json_before_it_is_no_file_of_json(name: str, block: str) -> None:
    found = readable_format(name, f"{block}{BODY}".encode())
    assert found is not None
    assert found.name == "text"


@pytest.mark.parametrize(
    "text",
    [
        '{"id": 7}\n\nThe report.',
        '{"title": "a"}\n{"title": "b"}\n',
        '{"title": "a"}\n',
        '{"title": "a", \n The report.',
    ],
)
def test_other_json_is_no_front_matter(text: str) -> None:
    assert read_front_matter("a.md", text) is None


@pytest.mark.parametrize("text", ["+++\nAdvertisement\n+++\nThe report.", "+++\nThe report goes on."])
def test_a_rule_of_plus_signs_is_an_ordinary_text(text: str) -> None:
    assert read_front_matter("a.md", text) is None


def test_broken_toml_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match=r"a\.md: its front matter is not TOML; mend or remove it"):
        read_article("a.md", f"+++\ntitle = Dam\n+++\n{BODY}".encode())


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe first paragraph after a rule.\n\nThe second.",
        "---\nA sentence between rules.\n---\nThe rest.",
        "---\n- one\n- two\n---\nThe rest.",
        "---\nThe minister: we will see.\n---\nThe rest.",
        "--- \nNot: [closed\n---\nThe rest.",
        "----\ntitle: a\n---\nThe rest.",
        "\n---\ntitle: a\n---\nThe rest.",
        "---\n---\nThe rest of the text.",
    ],
)
def test_a_text_that_begins_with_a_mere_rule_is_an_ordinary_text(text: str) -> None:
    assert read_front_matter("a.txt", text) is None


def test_the_block_stays_in_the_text_and_is_dropped_as_front_matter() -> None:
    reading = read_article("a.md", f"---\ntitle: T\n---\n{BODY}".encode())
    block = reading.dropped[0]
    assert reading.article.text[block.start : block.end] == "---\ntitle: T\n---"
    assert block.reason == "front matter"
    assert len(reading.paragraphs) == 2


@pytest.mark.parametrize(
    "block",
    [
        "title: " + "[" * 20_000,
        "a: &a {x: 1}\n" + "\n".join(f"a{n}: &b{n} {{<<: [*a, *a, *a]}}" for n in range(200)),
        "title: " + "1" * 20_000,
        "title: !!python/object/apply:os.system [ls]",
    ],
    ids=["deep", "references", "long number", "code"],
)
def test_hostile_front_matter_neither_hangs_nor_runs(block: str) -> None:
    with contextlib.suppress(ArticleUnreadable):
        assert corrected(block).title


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "'java\tscript:alert(1)'", "data:text/html,x", "file:///etc/passwd", "//x", "'https://'"],
)
def test_an_address_that_does_not_lead_to_the_web_is_left_out(address: str) -> None:
    article = corrected(f"title: Storm\nurl: {address}")
    assert (article.title, article.url) == ("Storm", None)
