"""What the shell prints says the same as the page."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from qa.cli.answer_text import print_answer
from qa.page.rendering.results import results
from qa.page.words.english import ENGLISH
from qa.records import ORDERS, Answer, Copy, SearchRequest, Unknown
from qa.retrieval.logits import percent
from tests.page.records_made import ABSENCE, BARE, EVIDENCE, LATEST, SENTENCE, THIS_WEEK, answer, topic

SEARCH = SearchRequest("How long is the border?")
EMPTY = replace(answer("none", 0.0), evidence=())


def printed(it: Answer, search: SearchRequest = SEARCH) -> str:
    console = Console(file=io.StringIO(), width=200)
    print_answer(console, it, search)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("probability", [0.001, 0.5, 0.9999])
def test_a_probability_is_said_as_on_the_page_and_never_as_a_certainty(probability: float) -> None:
    it = replace(answer("answered", probability), evidence=(replace(EVIDENCE, probability=probability),))
    words = percent(probability)
    assert printed(it).startswith(f"Answered  {words} likely to be answered here")
    assert f"paragraph 1 of 2 · {words} likely" in printed(it)
    assert results(it, SEARCH, ENGLISH).count(f"{words}</span>") + results(it, SEARCH, ENGLISH).count(
        f"{words} likely"
    ) >= 1 + (probability >= 0.05), "of the verdict, and of the card where it is worth a figure"


def test_where_nothing_was_found_filters_are_blamed_only_if_there_were_any() -> None:
    filtered = printed(EMPTY, replace(SEARCH, outlets=("The Herald",)))
    assert filtered.strip() == "No passage matches the filters. Widen them or remove one."
    assert "No passage is close to this question." in printed(EMPTY)
    assert "No passage is close to this question." in results(EMPTY, SEARCH, ENGLISH)


@pytest.mark.parametrize("order", ORDERS)
def test_what_is_less_relevant_stands_apart_behind_the_rest_in_any_order(order: str) -> None:
    far, search = replace(BARE, relevant=False), replace(SEARCH, order=order)
    some = replace(answer("answered", 0.9), evidence=(EVIDENCE, far), relevant=1)
    said = printed(some, search)
    assert said.index(EVIDENCE.article.file) < said.index("Less relevant:") < said.rindex(far.article.file)
    assert "Less relevant" not in printed(replace(some, evidence=(far,), relevant=0), search)
    assert "Close in meaning:" in printed(replace(topic(), relevant=1), search)


@pytest.mark.parametrize(
    ("unheld", "said"),
    [
        (
            ("state visit",),
            "No passage contains “state visit” exactly as quoted. The search ignored",
        ),
        (("visit", "[red]talks"), "No passage contains all of “visit”, “[red]talks” exactly as quoted."),
    ],
)
def test_quoted_words_that_no_passage_holds_are_named(unheld: tuple[str, ...], said: str) -> None:
    assert said in printed(replace(answer("weak", 0.5), unheld=unheld))
    assert "as quoted" not in printed(answer("weak", 0.5))


def test_the_time_that_a_question_points_at_stands_first_with_the_option_that_takes_it_off() -> None:
    for time, said in ((THIS_WEEK, "this week: 5–10 December 2022"), (LATEST, "latest: newest first among equals")):
        lines = printed(replace(answer("answered", 0.9), time=time)).splitlines()
        assert lines[0] == f"{said} (not with --any-time)"
        assert lines[1].startswith("Answered")
    unused = printed(replace(answer("answered", 0.9), time=replace(THIS_WEEK, applied=False)))
    assert unused.startswith("Answered")
    assert "is from “this week: 5–10 December 2022”. The search ignored that time." in unused
    assert printed(replace(EMPTY, time=THIS_WEEK)).splitlines()[1] == (
        "No passage matches the filters. Widen them or remove one."
    )


def test_a_correction_an_earlier_version_and_the_day_asked_about_are_said() -> None:
    before = Copy(replace(EVIDENCE.article, file="old.txt"), replace(EVIDENCE.passage, text="It was a Sunday."))
    updated = replace(EVIDENCE, earlier=(before,), notes=("Correction: it was Saturday.",))
    asked = replace(SEARCH, as_of="2022-12-31")
    said = printed(replace(answer("answered", 0.9), evidence=(updated,), request=asked), asked)
    assert "The archive as it stood on 31 December 2022." in said
    assert "Correction: it was Saturday." in said
    assert "the earlier text differed: “It was a Sunday.” (old.txt)" in said


def test_what_is_missing_is_said_as_on_the_page() -> None:
    absent = replace(answer("none", 0.1), absence=ABSENCE)
    said = printed(absent)
    for line in (
        "In no passage searched: “penguins”, “<1999>”.",
        "Words that the passages of no single article contain together: “minister”, “ferry”.",
        f"Sentence closest in meaning to the question: {SENTENCE.text} Border talks open · paragraph 1 · "
        "2022/talks.txt",
        "Closest passage with “ferry”: Nothing was signed, the ministry said later. Ferry & sea · paragraph 2 · "
        "a&b.txt",
        "Searched: 11,001 passages. Read together with the question: the closest 10. For comparison: this archive "
        "finds the right passage first for 19 of 20 questions made from its own sentences.",
    ):
        assert line in " ".join(said.split())
        shown = line.split(":")[0].replace("&", "&amp;")
        assert shown in results(absent, SEARCH, ENGLISH)
    assert said.index("Searched:") < said.index("The closest passages:")
    assert "Searched" not in printed(answer("none", 0.1))


def test_past_the_last_passage_the_verdict_still_stands() -> None:
    skipped = printed(replace(EMPTY, verdict="answered", confidence=0.9), replace(SEARCH, outlets=("TASS",), offset=50))
    assert skipped.startswith("Answered")
    assert "There are no more passages." in skipped


def test_an_outlet_and_a_place_that_no_article_states_are_distinguished() -> None:
    search = replace(SEARCH, outlets=("Moscow",), places=("Moscow", "Paris"))
    said = printed(replace(EMPTY, unknown=Unknown(outlets=("Moscow",), places=("Paris",))), search)
    assert "No article in this archive states “Moscow” as its outlet." in said
    assert "No article in this archive states “Paris” as its place." in said


def test_what_goes_into_a_file_has_no_space_behind_its_lines() -> None:
    lines = replace(EVIDENCE, passage=replace(EVIDENCE.passage, text=EVIDENCE.passage.text + "\n" + "long " * 60))
    said = printed(replace(answer("answered", 0.9), evidence=(lines,)))
    assert [line for line in said.splitlines() if line != line.rstrip() and "long" not in line] == []


def test_results_after_others_that_were_skipped_are_numbered_on() -> None:
    skipped = replace(SEARCH, offset=10)
    numbers = re.findall(r"^ *(\d+)\. ", printed(answer("answered", 0.9), skipped), re.MULTILINE)
    assert numbers == ["11", "12"]
    assert "There are no more passages." in printed(EMPTY, skipped)
