"""A figure or an office that changes over time is said to, and the newest comes first."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.page.rendering.explanations import about_differing
from qa.page.words.english import ENGLISH
from qa.records import Answer, DatedAnswer
from tests.support.shell import qa

pytestmark = pytest.mark.model

YEARS = {"2022": ("41,200", "Ana Ruiz"), "2023": ("43,900", "Ana Ruiz"), "2025": ("47,350", "Tom Berg")}
INHABITANTS = "How many inhabitants does Portville have?"


def write_years(articles: Path) -> None:
    """Write a report of each year into a new folder."""
    articles.mkdir()
    for year, (figure, mayor) in YEARS.items():
        (articles / f"{year}.txt").write_text(
            f"Portville in figures, {year}\n\nPortville Courier, 3 May {year}\n\n"
            "The town of Portville published its yearly report on Tuesday.\n\n"
            f"Portville has {figure} inhabitants, the report says, more than in any year before.\n\n"
            f"The mayor of Portville, {mayor}, called the growth a sign of trust. A new school opens in autumn.\n"
        )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portville")
    write_years(folder / "articles")
    Archive.build(folder / "articles", folder / "index")
    return folder / "index"


@pytest.fixture(scope="module")
def archive(index: Path) -> Archive:
    return Archive.open(index)


def dates(answer: Answer) -> list[str | None]:
    return [it.article.date for it in answer.evidence]


def test_a_figure_that_changes_is_given_newest_first_and_said_to_change(archive: Archive) -> None:
    answer = archive.ask(INHABITANTS)
    assert answer.verdict == "answered"
    assert dates(answer)[:3] == ["2025-05-03", "2023-05-03", "2022-05-03"]
    assert answer.differing == tuple(
        DatedAnswer(rank, f"{year}-05-03") for rank, year in enumerate((2025, 2023, 2022), 1)
    )
    assert answer.best == 1
    assert about_differing(answer, {1: 1, 2: 2, 3: 3}, ENGLISH) == [
        "Answers differ by date, newest first: 3 May 2025 (no. 1), 3 May 2023 (no. 2), 3 May 2022 (no. 3)."
    ]
    assert answer.to_dict()["differing"][0] == {"rank": 1, "date": "2025-05-03"}


def test_an_office_is_given_to_the_newest_holder_and_each_holder_is_named_once(archive: Archive) -> None:
    answer = archive.ask("Who is the mayor of Portville?")
    assert answer.evidence[0].passage.text.startswith("The mayor of Portville, Tom Berg")
    assert [it.date for it in answer.differing] == ["2025-05-03", "2023-05-03"]


@pytest.mark.parametrize(
    "question", ["When does a new school open in Portville?", "How many inhabitants did Portville have in 2023?"]
)
def test_what_stays_the_same_or_is_asked_of_one_time_does_not_differ(archive: Archive, question: str) -> None:
    assert archive.ask(question).differing == ()


def test_a_longer_list_begins_with_the_shorter_one(archive: Archive) -> None:
    whole = archive.ask(INHABITANTS, limit=9)
    for limit in range(1, 9):
        assert archive.ask(INHABITANTS, limit=limit).evidence == whole.evidence[:limit]
    assert dates(archive.ask(INHABITANTS, limit=2, offset=1))[:2] == ["2023-05-03", "2022-05-03"]


def test_the_shell_says_it(index: Path) -> None:
    ran = qa("ask", INHABITANTS, "--index", index)
    assert "Answers differ by date, newest first: 3 May 2025 (no. 1), 3 May 2023 (no. 2)" in " ".join(
        ran.stdout.split()
    )
