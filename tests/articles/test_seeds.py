from dataclasses import dataclass

import pytest

from qa.articles.folder import list_files, read_bytes
from qa.articles.parsing import read_article
from qa.settings import Settings
from tests.conftest import SEEDS


@dataclass(frozen=True)
class Careful:
    """What a careful reader takes from one of the seeds."""

    paragraphs: int
    first: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    author: str | None = None
    place: str | None = None
    section: str | None = None
    headings: tuple[str, ...] = ()
    not_passages: tuple[str, ...] = ()


READ = {
    "000_473dfb39bd99536d.txt": Careful(
        paragraphs=6,
        first="Russia and Kazakhstan cooperate closely and always find solutions to any issues",
        date="2022-12-10",
        not_passages=("date 2022-12-10 10 Dec. 18:50",),
    ),
    "001_09a015d091362e36.txt": Careful(
        paragraphs=13,
        first="According to Russian Foreign Minister, US and EU follow very closely the developments",
        title="West looks for any clue to drive a wedge between Russia and Kazakhstan, says Lavrov",
        date="--12-10",
        outlet="TASS",
        place="MOSCOW",
        headings=("Use of US dollar",),
        not_passages=("All news", "Updated at:"),
    ),
    "002_caa2fdbdc48b9f58.txt": Careful(
        paragraphs=8,
        first="ASTANA/MOSCOW (UrduPoint News / Sputnik - 11th April, 2023) The development of fruitful",
        title="Kazakh Foreign Policy Prioritizes Strategic Cooperation With Russia - Minister",
        date="2023-04-11",
        outlet="UrduPoint News / Sputnik",
        author="Muhammad Irfan",
        place="ASTANA/MOSCOW",
        not_passages=("date 2023-04-11 Close", "Muhammad Irfan Published April 11, 2023 | 05:50 PM"),
    ),
    "003_f21b648a2aaaf444.txt": Careful(
        paragraphs=11,
        first="Russian Foreign Minister Sergey Lavrov will host his Kazakh counterpart",
        title="Lavrov and Kazykhanov to Discuss Bilateral Cooperation",
        date="--10-22",
        outlet='GSV "Russia - Islamic World"',
        headings=("Enduring Partnership", "Economic Ties"),
        not_passages=("Photo: Federation Council", "Based on materials from TASS", "22 October", "GSV "),
    ),
    "004_7df4c2a85f552913.txt": Careful(
        paragraphs=6,
        first="Lavrov has linked the positive dynamics in Russia’s trade turnover with Kazakhstan to integration",
        title="Lavrov praises Russia-Kazakhstan trade growth",
        date="--10-06",
        outlet="TASS",
        place="ASTANA",
        section="Business & Economy",
        not_passages=(
            "Реклама",
            "©\u00a0Alexander Shcherbak/TASS",
            "Russian and Kazakhstani Foreign Ministers, Sergey Lavrov and Kairat Abdrakhmanov",
            "Business & Economy",
            "October 06, 11:33 UTC+3 ASTANA",
        ),
    ),
}


def test_the_seeds_are_all_listed_and_none_is_passed_over() -> None:
    listing = list_files(SEEDS)
    assert set(READ) <= set(listing.files)
    assert listing.skipped == ()


@pytest.mark.parametrize(("file", "careful"), READ.items(), ids=READ)
def test_a_seed_is_read_as_a_careful_reader_would(file: str, careful: Careful) -> None:
    reading = read_article(file, read_bytes(SEEDS, file, Settings()))
    article = reading.article
    shown = [article.text[paragraph.start : paragraph.end] for paragraph in reading.paragraphs]
    dropped = [article.text[part.start : part.end] for part in reading.dropped]

    assert article.title == careful.title
    assert (article.date, article.outlet, article.author) == (careful.date, careful.outlet, careful.author)
    assert (article.place, article.section) == (careful.place, careful.section)
    assert len(shown) == careful.paragraphs
    assert shown[0].startswith(careful.first)
    assert tuple(dict.fromkeys(p.heading for p in reading.paragraphs if p.heading)) == careful.headings
    for line in careful.not_passages:
        assert any(part.startswith(line) for part in dropped)
        assert not any(paragraph.startswith(line) for paragraph in shown)


def test_a_heading_stands_above_the_paragraphs_that_follow_it_only() -> None:
    file = "003_f21b648a2aaaf444.txt"
    reading = read_article(file, read_bytes(SEEDS, file, Settings()))
    assert [paragraph.heading for paragraph in reading.paragraphs] == (
        [None] * 4 + ["Enduring Partnership"] * 4 + ["Economic Ties"] * 3
    )


def test_an_article_without_a_title_is_called_by_its_first_words() -> None:
    file = "000_473dfb39bd99536d.txt"
    article = read_article(file, read_bytes(SEEDS, file, Settings())).article
    assert (
        article.name
        == "Russia and Kazakhstan cooperate closely and always find solutions to any issues, Russian Foreign …"
    )
