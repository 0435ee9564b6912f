import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.parsing import read_article
from qa.errors import ArticleUnreadable
from tests.articles.parsed import paragraphs

LINES = st.sampled_from(
    [
        "", "", "", "\u00a0", "All news", "Close", "Share", "Read also:", "22 October", " date 2023-04-11 Close",
        "October 06, 11:33 UTC+3 ASTANA", "1500 GMT", "By Jane Doe", "World", "Business & Economy", "© Jane Doe/TASS",
        "Photo: Akorda", "Source: Xinhua", 'GSV "Russia - Islamic World"', "Use of US dollar", "A short line", "---",
        "title: A title", "# Heading", "was", "78,000", ".", "He did.", "Реклама", "\u200b", "\u2028", "\x1c", "\x85",
        "*" * 170, "#" * 170 + " A",
        "MOSCOW, December 10. /TASS/. The minister spoke to reporters on Saturday.",
        "The minister said that the talks would go on for as long as both of the sides wanted.",
        "A hard-wrapped line of a plain text that goes on in the next one, as",
    ]
)  # fmt: skip
TEXTS = st.lists(
    LINES | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40), min_size=1, max_size=25
).map("\n".join)


@given(TEXTS)
def test_every_character_but_white_space_is_in_one_paragraph_or_one_dropped_part(text: str) -> None:
    try:
        parsed = read_article("a.txt", text.encode("utf-8", "replace"))
    except ArticleUnreadable:
        return
    text = parsed.article.text
    spans = sorted([(p.start, p.end) for p in parsed.paragraphs] + [(d.start, d.end) for d in parsed.dropped])
    end = 0
    for start, next_end in spans:
        assert end <= start < next_end
        assert not text[end:start].strip()
        end = next_end
    assert not text[end:].strip()
    for paragraph in paragraphs(parsed):
        assert paragraph == paragraph.strip() != ""


@given(TEXTS)
def test_reading_depends_on_nothing_but_the_bytes(text: str) -> None:
    data = ("Words. " * 500 + "\n" + text).encode("utf-8", "replace")
    assert read_article("a.txt", data) == read_article("a.txt", data)


def test_a_title_with_nothing_below_it_can_still_be_found() -> None:
    parsed = read_article("a.txt", b"Border closed\n\nShare\n")
    assert paragraphs(parsed) == ["Border closed"]
    assert parsed.article.name == "Border closed"


def test_a_page_of_furniture_alone_has_no_paragraph_and_its_file_for_a_name() -> None:
    parsed = read_article("a.txt", b"All news\n\nShare\n")
    assert paragraphs(parsed) == []
    assert parsed.article.name == "a.txt"


def test_a_short_report_without_a_title_is_called_by_all_its_words() -> None:
    assert (
        read_article("a.txt", b"The dam has burst, officials said.").article.name
        == "The dam has burst, officials said."
    )


def test_hard_wrapped_paragraphs_are_kept_whole() -> None:
    text = b"""Rail link to the border opens after a decade of delays

The line to the border opened on Monday after ten years of delays, said
the railway, which has spent two billion tenge on it. Trains will run
twice a day.

Passengers welcomed it.
"""
    parsed = read_article("a.txt", text)
    assert len(parsed.paragraphs) == 2
    assert paragraphs(parsed)[0].endswith("twice a day.")


def test_hard_wrapped_paragraphs_directly_below_a_title_are_parted_from_it() -> None:
    text = b"""Rail link opens
The line to the border opened on Monday after ten years of delays, said
the railway, which has spent two billion tenge on it. Trains will run
twice a day.
"""
    parsed = read_article("a.txt", text)
    assert parsed.article.title == "Rail link opens"
    assert len(parsed.paragraphs) == 1


def test_a_list_of_points_stays_one_paragraph() -> None:
    text = b"Budget at a glance\n\nThe minister announced these steps:\n\n- lower tax\n - more roads\n - a new port\n"
    assert paragraphs(read_article("a.txt", text))[1] == "- lower tax\n - more roads\n - a new port"


@pytest.mark.parametrize("rows", [1, 2, 4])
def test_every_row_of_a_table_is_kept_and_its_heading_is_one(rows: int) -> None:
    table = ["Year\tDamages", *(f"{2020 + row}\t{row}.3 million" for row in range(rows))]
    report = ["The harbour paid for the storm for years, the mayor said on Monday.", "What was paid", *table]
    last = "It will pay again this year, the mayor of Portville said."
    parsed = read_article("a.txt", "\n\n".join(["Storm costs rise", *report, last]).encode())
    shown = [parsed.article.text[it.start : it.end] for it in parsed.paragraphs]
    assert [row for row in table if not any(row in it for it in shown)] == []
    assert "What was paid" not in "".join(shown)


def test_headings_in_markdown_are_headings_without_their_marks() -> None:
    text = b"# Dam *passes* test\n\nIt has passed.\n\n## What is next?\n\nA second test comes in May, said the owner.\n"
    parsed = read_article("a.md", text)
    assert parsed.article.title == "Dam *passes* test"
    assert [paragraph.heading for paragraph in parsed.paragraphs] == [None, "What is next?"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke. " * 200_000,
        "a" * 4_000_000,
        "By Jane Doe and " * 200_000,
        "(" * 4_000_000,
        "MOSCOW, " * 500_000,
        " " * 4_000_000 + "a",
        "A line of forty characters or nearly so\n" * 40_000,
        "A fragment\n\n" * 60_000,
        "22 October\n\n" * 40_000,
        "Read also:\n\n" * 40_000,
        "Read also:\nA title\n" * 20_000,
        "© Jane Doe/TASS\n\nA caption\n\n" * 20_000,
        "22 October\n\n" * 20_000 + "Astana Arena\n\n" * 20_000,
        "Title\n\n" + "Title\n\n" * 40_000,
        "World\n\n" * 40_000,
        "---\ntitle: " + "a" * 4_000_000,
        "---\n" * 400_000,
    ],
    ids=lambda text: text.lstrip()[:12],
)
def test_a_hostile_file_of_megabytes_is_read_to_its_end(text: str) -> None:
    assert read_article("a.txt", text.encode()).article.file == "a.txt"
