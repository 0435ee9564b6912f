import contextlib

import pytest

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


@pytest.mark.parametrize("block", ["title: [unclosed", "title: 'open\ndate: 2022-12-10", "title: a\n\tdate: b"])
def test_broken_front_matter_is_named_and_never_silently_ignored(block: str) -> None:
    with pytest.raises(ArticleUnreadable, match="front matter is not YAML"):
        corrected(block)


def test_a_value_that_is_no_line_of_text_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match="`title` is not a line of text"):
        corrected("title: {a: b}")


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
