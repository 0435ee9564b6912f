"""An archive is looked through without a model: what is shown is what stands in the articles, now."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.archive.browsing import Browsable
from qa.errors import InvalidFilter, InvalidLimit, NotInArchive
from qa.index.index import Index
from qa.settings import Settings
from tests.conftest import ARTICLES
from tests.support.examples import few
from tests.support.hand_encoder import HandEncoder

FURNITURE = "---\ntitle: Storm ahead\n---\n\nAll news\n"
"""An article of which nothing is shown as a passage."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles, one in a folder below, and one without a passage."""
    folder = tmp_path_factory.mktemp("looked-through")
    (folder / "articles" / "2021").mkdir(parents=True)
    for name, text in (*ARTICLES.items(), ("2021/trade.txt", ARTICLES["trade.txt"]), ("furniture.txt", FURNITURE)):
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    (folder / "articles" / "trade.txt").unlink()
    Archive.build(folder / "articles", folder / "index", encoder=HandEncoder())
    return folder / "index"


@pytest.fixture(scope="module")
def browsable(index: Path) -> Browsable:
    """The index opened as it is, with no model to ask it with."""
    return Browsable(Index(index), Settings())


FILES = ("2021/trade.txt", "border.txt", "furniture.txt", "music.txt")


def test_everything_that_is_listed_can_be_opened(browsable: Browsable) -> None:
    listed = browsable.contents(order="title").articles
    assert sorted(it.file for it in listed) == [*FILES]
    for entry in listed:
        article = browsable.article(entry.file)
        assert (article.file, article.name, article.outlet, article.date) == (
            entry.file, entry.name, entry.outlet, entry.date
        )  # fmt: skip
        assert len(browsable.passages(entry.file)) == entry.passages
    assert browsable.holdings().articles == browsable.status().articles == len(listed)


def test_passages_come_in_reading_order_word_for_word(browsable: Browsable) -> None:
    for file in FILES:
        article, passages = browsable.article(file), browsable.passages(file)
        assert [it.number for it in passages] == list(range(1, len(passages) + 1))
        assert [it.start for it in passages] == sorted(it.start for it in passages)
        assert [it.text for it in passages] == [article.text[it.start : it.end] for it in passages]
    assert [it.text[:10] for it in browsable.passages("border.txt")] == ["The border", "A ship pas"]


def test_a_passage_is_found_by_its_id_with_its_article(browsable: Browsable) -> None:
    for file in FILES:
        for passage in browsable.passages(file):
            found = browsable.passage(passage.id)
            assert (found.passage, found.article) == (passage, browsable.article(file))


def test_an_article_without_passages_can_be_read_all_the_same(browsable: Browsable) -> None:
    assert browsable.article("furniture.txt").title == "Storm ahead"
    assert browsable.passages("furniture.txt") == ()


@few(50)
@given(st.text())
@example("")
@example("trade.txt")
@example("2021")
@example("./border.txt")
@example("BORDER.TXT")
@example("border.txt\x00")
@example("border%")
@example("\udcff")
def test_any_other_name_is_of_nothing_in_the_archive(browsable: Browsable, name: str) -> None:
    for look in (browsable.article, browsable.passages, browsable.passage):
        with pytest.raises(NotInArchive, match="removed") as caught:
            look(name)
        assert "\n" not in str(caught.value)


def test_the_limits_of_its_settings_are_kept(index: Path) -> None:
    few = Browsable(Index(index), Settings(largest_limit=2))
    assert len(few.contents(limit=2).articles) == 2
    with pytest.raises(InvalidLimit, match="from 1 to 2"):
        few.contents(limit=3)


@pytest.mark.parametrize(
    "look",
    [
        lambda it: it.contents(order="random"),
        lambda it: it.contents(outlet="\udcff"),
        lambda it: it.contents(month="May"),
        lambda it: it.contents(title="\udcff"),
    ],
)
def test_a_list_that_cannot_be_made_is_refused(browsable: Browsable, look: Callable[[Browsable], object]) -> None:
    with pytest.raises(InvalidFilter):
        look(browsable)


def test_the_list_is_narrowed_by_all_that_is_asked_at_once(browsable: Browsable) -> None:
    assert [it.file for it in browsable.contents(month="undated", title="river").articles] == ["border.txt"]
    assert [it.file for it in browsable.contents(outlet="example wire").articles] == ["2021/trade.txt"]
    assert browsable.contents(outlet="", month="2021-03").total == 0
    oldest = browsable.contents(order="oldest", limit=1, offset=1)
    assert (oldest.total, [it.file for it in oldest.articles]) == (4, ["2021/trade.txt"])


def test_what_is_looked_at_follows_the_archive(archive: Archive, folder: Path, tmp_path: Path) -> None:
    browsable = Browsable(Index(tmp_path / "index"), Settings())
    kept, lost = browsable.passages("border.txt")
    assert browsable.holdings().articles == len(browsable.contents().articles) == 3
    (folder / "border.txt").write_text(f"River marks the line\n\nThe harbour opened.\n\n{kept.text}\n")
    (folder / "music.txt").unlink()
    archive.update([folder / "border.txt", folder / "music.txt"])
    assert [it.text for it in browsable.passages("border.txt")] == ["The harbour opened.", kept.text]
    assert browsable.passage(kept.id).passage.number == 2
    with pytest.raises(NotInArchive):
        browsable.passage(lost.id)
    with pytest.raises(NotInArchive):
        browsable.article("music.txt")
    assert browsable.holdings().articles == len(browsable.contents().articles) == browsable.status().articles == 2


def test_many_look_at_once_and_see_what_one_sees(browsable: Browsable) -> None:
    def look(number: int) -> object:
        file = FILES[number % len(FILES)]
        return browsable.article(file), browsable.passages(file), browsable.contents(), browsable.holdings()

    alone = [look(number) for number in range(len(FILES))]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(look, range(24))) == alone * 6


def test_the_folder_of_articles_is_named_as_seen_from_here(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browsable = Browsable(Index(index), Settings())
    assert browsable.folder == (index.parent / "articles").resolve()
    monkeypatch.chdir(index.parent)
    assert browsable.folder == Path("articles")
