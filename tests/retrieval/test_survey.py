"""A survey counts what an answer shows as relevant, and each list as if its own filter were not set."""

import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.errors import EncoderMismatch, InvalidFilter, InvalidQuestion, QaError
from qa.models.encoder.protocol import Token
from qa.records import Entry, Evidence
from qa.retrieval.survey import PassageCount, Survey
from qa.settings import Settings
from tests.support.examples import few
from tests.support.hand_encoder import HandEncoder

QUESTION = "Which trade goes by river?"
QUESTIONS = (QUESTION, "Which trade by river -e12th -f31th", 'Did the river trade of "a12th b12th" go on?')
DATES = ("2021-12-31", "2022-01-05", "2022-01-06", "2022-03-05", "--12-10", None)
OUTLETS = ("Example Wire", "EXAMPLE WIRE", "The Herald", "AT&amp;T News", None)
PLACES = ("ASTANA", "ASTANA/MOSCOW", "Moscow", "Paris", None)


class CuttingEncoder(HandEncoder):
    """It cuts every word into letters, as an encoder does with words that it does not know."""

    def tokens(self, text: str) -> Sequence[Token]:
        return [Token(at, at + 1) for at in range(len(text)) if not text[at].isspace()]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60 articles with a relevant paragraph each, no two alike, and one that does not."""
    folder = tmp_path_factory.mktemp("surveyed")
    (folder / "articles").mkdir()
    for number in range(60):
        stated = {
            "date": DATES[number % len(DATES)],
            "outlet": OUTLETS[number * 7 % len(OUTLETS)],
            "place": PLACES[number // 3 % len(PLACES)],
        }
        front = "".join(f"{name}: {value}\n" for name, value in stated.items() if value)
        names = [f"{letter}{number}th" for letter in "abcdefghijklmnopqrst"]
        near = f"By river the trade of {' '.join(names[:8])} went on, {' and '.join(names[8:])} said."
        far = f"Clerk {names[0]} of ward {names[1]} counted kettles {names[2]} and oxen {names[3]} and left."
        (folder / "articles" / f"{number:02}.txt").write_text(f"---\n{front}---\nWard {number}\n\n{near}\n\n{far}\n")
    Archive.build(folder / "articles", folder / "index", encoder=HandEncoder(200))
    return folder / "index"


@pytest.fixture(scope="module")
def archive(index: Path) -> Archive:
    return Archive.open(index, encoder=HandEncoder(200))


def counted(evidence: Iterable[Evidence], length: int) -> tuple[PassageCount, ...]:
    """PassageCount full dates, cut to a month or a day, in the order of time."""
    dates = Counter((it.article.date or "-")[:length] for it in evidence if (it.article.date or "-")[0] != "-")
    return tuple(PassageCount(name, dates[name]) for name in sorted(dates))


def shown(archive: Archive, question: str, filters: dict[str, Any], without: str = "") -> list[Evidence]:
    """Ask for all that is relevant to a question, one kind of filter left aside."""
    left = {name: value for name, value in filters.items() if name not in without.split()}
    most = archive.ask(question, limit=1, **left).relevant
    answer = archive.ask(question, limit=most + 1, order="newest", **left)
    relevant = [it for it in answer if it.relevant]
    assert relevant == list(answer.evidence[:most]), "what is relevant stands first"
    return relevant


def some(*names: str) -> st.SearchStrategy[list[str]]:
    return st.just(list[str]()) | st.lists(st.sampled_from(names), max_size=2)


FILTERS = st.fixed_dictionaries(
    {
        "after": st.none() | st.sampled_from(["2021-12-31", "2022-01", "2022-01-06"]),
        "before": st.none() | st.sampled_from(["2022-01-06", "2022-02", "2022-12"]),
        "outlets": some("example wire", "The Herald", "AT&T News"),
        "places": some("astana", "MOSCOW", "astana/moscow", "Paris"),
        "articles": st.just([]) | st.just([f"{number:02}.txt" for number in range(25)]),
    }
)


@few(15)
@given(st.sampled_from([None, 20, 5]), st.sampled_from(QUESTIONS), FILTERS)
@example(
    None,
    QUESTION,
    {"after": "2022-01", "before": "2022-01", "outlets": ["the herald"], "places": ["moscow"], "articles": []},
)
def test_each_list_counts_what_is_shown_without_its_own_filter(
    index: Path, among: int | None, question: str, filters: dict[str, Any]
) -> None:
    settings = Settings() if among is None else Settings(candidates=among, scored=4)
    archive = Archive.open(index, encoder=HandEncoder(200), settings=settings)
    survey = archive.survey(question, **filters)
    assert survey.passages == len(shown(archive, question, filters))
    assert survey.among == archive.ask(question, **filters).among
    undated_too = shown(archive, question, filters, "after before")
    assert present(survey.months) == counted(undated_too, 7)
    assert present(survey.days) == counted(undated_too, 10)
    assert survey.undated == len(undated_too) - sum(it.passages for it in survey.days)
    outlets = Counter((it.article.outlet or "").casefold() for it in shown(archive, question, filters, "outlets"))
    assert survey.no_outlet == outlets.pop("", 0)
    assert {it.name.casefold().replace("&t", "&amp;t"): it.passages for it in present(survey.outlets)} == outlets
    places = Counter[str]()
    for it in shown(archive, question, filters, "places"):
        stated = (it.article.place or "").casefold()
        places.update([*stated.split("/"), *([stated] if stated == "astana/moscow" in filters["places"] else [])])
    assert survey.no_place == places.pop("", 0)
    assert {it.name.casefold(): it.passages for it in present(survey.places)} == places


def present(counts: Iterable[PassageCount]) -> tuple[PassageCount, ...]:
    return tuple(it for it in counts if it.passages)


def test_names_are_spelt_as_most_articles_state_them_and_most_passages_stand_first(archive: Archive) -> None:
    survey = archive.survey(QUESTION)
    assert survey.passages == 60
    assert survey.outlets == (
        PassageCount("EXAMPLE WIRE", 24),
        PassageCount("AT&T News", 12),
        PassageCount("The Herald", 12),
    )
    assert survey.no_outlet == 12
    assert survey.places == (PassageCount("ASTANA", 24), PassageCount("MOSCOW", 24), PassageCount("Paris", 12))
    assert survey.no_place == 12
    assert survey.months == (PassageCount("2021-12", 10), PassageCount("2022-01", 20), PassageCount("2022-03", 10))
    assert survey.undated == 20


def test_a_choice_that_is_made_is_listed_though_nothing_satisfies_it(archive: Archive) -> None:
    survey = archive.survey(
        QUESTION, after="2022-01-07", before="2022-01-07", outlets=["the herald", "Nobody"], places=["ASTANA/moscow"],
        articles=["01.txt"],
    )  # fmt: skip
    assert survey.passages == 0
    assert survey.days == (PassageCount("2022-01-07", 0),)
    assert survey.months == (PassageCount("2022-01", 0),)
    assert survey.outlets == (PassageCount("The Herald", 0), PassageCount("nobody", 0))
    assert survey.places == (PassageCount("ASTANA", 0), PassageCount("ASTANA/MOSCOW", 0))[1:]


def test_a_month_is_listed_though_nothing_was_published_in_it(archive: Archive) -> None:
    months = archive.survey(QUESTION, after="2022-02", before="2022-02").months
    assert months == (
        PassageCount("2021-12", 10),
        PassageCount("2022-01", 20),
        PassageCount("2022-02", 0),
        PassageCount("2022-03", 10),
    )
    assert PassageCount("2022-02", 0) not in archive.survey(QUESTION, after="2022-02", before="2022-03").months


def test_only_the_first_candidates_are_counted(index: Path) -> None:
    few = Archive.open(index, encoder=HandEncoder(200), settings=Settings(candidates=20, scored=5))
    assert few.survey(QUESTION).passages == 20
    assert len(few.ask(QUESTION, limit=100, order="oldest").evidence) == 20


@pytest.mark.parametrize("question", ["Where are trade and ketles?", "trade and ketles"])
def test_a_misspelt_question_is_surveyed_as_it_is_answered(index: Path, question: str) -> None:
    archive = Archive.open(index, encoder=CuttingEncoder(200))
    assert [it.meant for it in archive.ask(question).corrections] == ["kettles"]
    assert archive.survey(question) == archive.survey(question.replace("ketles", "kettles"))


@pytest.mark.parametrize(
    ("question", "filters", "error"),
    [
        ("", {}, InvalidQuestion),
        ("x" * 10_000, {}, InvalidQuestion),
        (QUESTION, {"after": "2023", "before": "2022"}, InvalidFilter),
        (QUESTION, {"outlets": "Example Wire"}, InvalidFilter),
    ],
)
def test_what_cannot_be_surveyed_is_what_cannot_be_asked(
    archive: Archive, question: str, filters: dict[str, Any], error: type[QaError]
) -> None:
    with pytest.raises(error):
        archive.survey(question, **filters)


def test_a_survey_is_refused_once_another_encoder_has_made_the_index(folder: Path, tmp_path: Path) -> None:
    opened = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder(fingerprint="hand-2"))
    with pytest.raises(EncoderMismatch):
        opened.survey(QUESTION)


def test_many_threads_survey_at_once_and_get_what_one_gets(archive: Archive) -> None:
    questions = [QUESTION, "Who counted kettles?", "trade"]
    expected, found = [archive.survey(question) for question in questions], dict[int, list[Survey]]()

    def survey(number: int) -> None:
        found[number] = [archive.survey(question) for question in questions * 3]

    threads = [threading.Thread(target=survey, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == dict.fromkeys(range(4), expected * 3)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Three reports, each four times, of several outlets, days and places."""
    folder = tmp_path_factory.mktemp("copied")
    (folder / "articles").mkdir()
    for number in range(12):
        stated = (
            f"---\ndate: {DATES[number % 4]}\noutlet: {OUTLETS[number // 3 % 3]}\nplace: {PLACES[number % 4]}\n---\n"
        )
        names = [f"{letter}{number % 3}th" for letter in "abcdefghijklmnopqrst"]
        text = f"By river the trade of {' '.join(names[:8])} went on, {' and '.join(names[8:])} said."
        far = f"Clerk {number} counted kettles {number} and oxen {number} and left."
        (folder / "articles" / f"{number:02}.txt").write_text(f"{stated}Ward {number}\n\n{text}\n\n{far}\n")
    return Archive.build(folder / "articles", folder / "index", encoder=HandEncoder(200))


@pytest.mark.parametrize("question", [QUESTION, "river"])
def test_each_count_alone_and_beside_another_is_what_pressing_it_shows(index: Path, question: str) -> None:
    archive = Archive.open(index, encoder=HandEncoder(200), settings=Settings(candidates=20, scored=5))
    for first, counted in choices(archive.survey(question)):
        assert pressed(archive, question, first) == counted
        for second, counted_beside in choices(archive.survey(question, **first)):
            if not first.keys() & second.keys():
                assert pressed(archive, question, first | second) == counted_beside


def test_copies_count_and_each_is_shown_under_the_first_of_its_like_that_the_filters_leave(copied: Archive) -> None:
    survey = copied.survey(QUESTION)
    assert (survey.passages, len(copied.ask(QUESTION, 100).evidence[:3])) == (12, 3)
    for first, counted in choices(survey):
        answer = copied.ask(QUESTION, limit=100, **first)
        assert answer.relevant == counted
        relevant = [it for it in answer if it.relevant]
        assert 0 < len(relevant) <= counted
        shown = {it.article.file for it in relevant} | {each.article.file for it in relevant for each in it.copies}
        assert len(shown & {it.file for it in satisfying(copied, first)}) == counted


def choices(survey: Survey) -> list[tuple[dict[str, Any], int]]:
    """Return the filter of each count."""
    when = [*survey.months, *survey.days]
    return [
        *(({"after": it.name, "before": it.name}, it.passages) for it in when),
        *(({"outlets": [it.name]}, it.passages) for it in survey.outlets),
        *(({"places": [it.name]}, it.passages) for it in survey.places),
    ]


def pressed(archive: Archive, question: str, filters: dict[str, Any]) -> int:
    """Return how many relevant passages an answer counts, once it shows as many; none of them has a copy."""
    answer = archive.ask(question, limit=30, **filters)
    assert answer.relevant < len(answer) or answer.relevant == archive.survey(question, **filters).passages
    assert [it.relevant for it in answer] == [place < answer.relevant for place in range(len(answer))]
    return answer.relevant


def satisfying(archive: Archive, filters: dict[str, Any]) -> list[Entry]:
    """Return the articles that satisfy filters, by hand."""
    return [
        it
        for it in archive.contents(limit=100).articles
        if (it.date or "").startswith(filters.get("after", ""))
        and (it.outlet or "").casefold() in [name.casefold() for name in filters.get("outlets", [it.outlet or ""])]
        and any(name.casefold() in (it.place or "").casefold() for name in filters.get("places", [""]))
    ]
