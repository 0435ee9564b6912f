"""What is added without a file belongs to no folder: no build removes it, and no file takes its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build.status import stored_reading
from qa.build.verify import verify_index
from qa.errors import (
    ArticleInFolder,
    ArticleNotInArchive,
    ArticleUnreadable,
    EncoderMismatch,
    FolderMissing,
    FolderShrunk,
    IndexBusy,
    QaError,
)
from qa.index.index import Index
from qa.index.lock import writer_lock
from qa.records import NewArticle
from qa.settings import Settings
from tests.promises.crashes.prepared import left_over
from tests.support.hand_encoder import HandEncoder
from tests.support.settings import ADDED_TO

TEXT = "The bank of the river lent the president a ship."


def files(archive: Archive) -> set[str]:
    return {entry.file for entry in archive.contents(limit=100).articles}


def added(archive: Archive) -> set[str]:
    return files(archive) - {"border.txt", "music.txt", "trade.txt"}


@pytest.fixture
def noted(archive: Archive) -> Archive:
    """The three articles of the folder and two without a file."""
    archive.add(TEXT, id="notes/1", title="A note")
    archive.add("Nobody visits the border in March.", id="letter.txt")
    return archive


def test_a_build_an_update_and_another_folder_leave_it_alone(noted: Archive, folder: Path, tmp_path: Path) -> None:
    (folder / "music.txt").unlink()
    assert str(noted.rebuild()) == "0 added, 0 changed, 1 removed, 2 unchanged; 0 passages encoded"
    assert str(noted.update([folder])) == "0 added, 0 changed, 0 removed, 2 unchanged; 0 passages encoded"
    assert str(noted.update([folder / "letter.txt", folder / "notes"])).startswith("0 added, 0 changed, 0 removed")
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.txt").write_text("The ship sank.\n")
    built = Archive.build(other, tmp_path / "index", encoder=HandEncoder(), replace=True)
    assert files(built) == {"one.txt", "letter.txt", "notes/1"}


def test_the_folder_is_not_ahead_of_it_and_the_status_counts_it(noted: Archive) -> None:
    assert not noted.folder_status().ahead
    assert (noted.status().articles, noted.status().added) == (5, 2)
    assert noted.holdings().articles == noted.contents().total == 5


def test_half_of_the_folder_is_half_of_the_folder_s_own_articles(noted: Archive, folder: Path) -> None:
    noted.add_many(NewArticle(f"The ship came {number} times.", id=f"s{number}") for number in range(20))
    for name in ("music.txt", "trade.txt"):
        (folder / name).unlink()
    with pytest.raises(FolderShrunk, match="2 of the 3 articles"):
        noted.rebuild()


def test_the_same_id_replaces_and_the_same_article_changes_nothing(noted: Archive) -> None:
    again = NewArticle(TEXT, id="notes/1", title="A note")
    before = noted.status().revision
    assert str(noted.add_many([again])) == "0 added, 0 changed, 0 removed, 1 unchanged; 0 passages encoded"
    assert noted.status().revision == before
    assert noted.add("The harbour is empty.", id="notes/1", date="2024-03-05") == "notes/1"
    assert noted.article("notes/1").date == "2024-03-05"
    assert [it.text for it in noted.passages("notes/1")] == ["The harbour is empty."]
    assert noted.article("letter.txt").text == "Nobody visits the border in March."


def test_many_are_added_in_one_revision_and_the_last_of_an_id_counts(archive: Archive) -> None:
    articles = [NewArticle("The ship came.", id="a"), NewArticle(TEXT, id="b"), NewArticle("The ship left.", id="a")]
    report = archive.add_many(articles)
    assert str(report) == "2 added, 0 changed, 0 removed, 0 unchanged; 2 passages encoded"
    assert report.revision == archive.status().revision == 2
    assert archive.article("a").text == "The ship left."
    assert verify_index(archive._index.folder).problems == ()


def test_without_an_id_the_same_article_is_one_and_another_is_another(archive: Archive) -> None:
    first = archive.add(TEXT)
    assert archive.add(TEXT) == first
    assert archive.add(TEXT, date="2024-03-05") != first
    assert len(added(archive)) == 2


def test_one_that_cannot_be_added_leaves_all_as_it_was(noted: Archive) -> None:
    def broken() -> Iterator[NewArticle]:
        yield NewArticle("The ship came.", id="new")
        yield NewArticle("", id="empty")

    before = noted.status().revision
    with pytest.raises(ArticleUnreadable, match="empty: it is empty"):
        noted.add_many(broken())
    with pytest.raises(ArticleInFolder):
        noted.add_many([NewArticle("The ship came.", id="new"), NewArticle(TEXT, id="trade.txt")])
    with pytest.raises(ArticleNotInArchive):
        noted.remove("letter.txt", "nothing")
    assert noted.status().revision == before
    assert added(noted) == {"notes/1", "letter.txt"}


def test_it_is_removed_by_its_id_alone(noted: Archive) -> None:
    assert str(noted.remove("notes/1", "letter.txt", "notes/1")) == (
        "0 added, 0 changed, 2 removed, 0 unchanged; 0 passages encoded"
    )
    assert added(noted) == set()
    assert noted.status().added == 0


@pytest.mark.parametrize("key", ["nothing", "notes", "", "\udc80", "notes/1 "])
def test_what_was_never_added_is_not_in_the_archive(noted: Archive, key: str) -> None:
    with pytest.raises(ArticleNotInArchive):
        noted.remove(key)


def test_a_file_of_the_folder_is_neither_replaced_nor_removed(noted: Archive) -> None:
    for change in (lambda: noted.add(TEXT, id="trade.txt"), lambda: noted.remove("trade.txt")):
        with pytest.raises(ArticleInFolder, match="^'trade.txt' is a file of the folder of articles: "):
            change()
    assert "trade rose by 12%" in noted.article("trade.txt").text


@pytest.mark.parametrize("whole", [True, False])
def test_a_file_that_comes_under_its_id_is_named_and_waits(noted: Archive, folder: Path, *, whole: bool) -> None:
    def come() -> tuple[ArticleUnreadable, ...]:
        return (noted.rebuild() if whole else noted.update([folder / "letter.txt"])).skipped

    (folder / "letter.txt").write_text("Another letter\n\nThe bank wrote to the president.\n")
    assert not noted.folder_status().ahead
    for skipped in (come(), come()):
        assert [it.file for it in skipped] == ["letter.txt"]
        assert "an article was added under that id; rename the file, or remove the article" in skipped[0].reason
    assert noted.article("letter.txt").text == "Nobody visits the border in March."
    noted.remove("letter.txt")
    assert noted.folder_status().ahead
    assert come() == ()
    assert noted.article("letter.txt").title == "Another letter"


def test_it_survives_compaction_another_encoder_and_other_rules(
    noted: Archive, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qa.build.compact import compact_index

    before = {file: (noted.article(file), noted.passages(file)) for file in added(noted)}
    compact_index(tmp_path / "index", Settings())
    other = HandEncoder(fingerprint="hand-2", name="other")
    with pytest.raises(EncoderMismatch):
        noted_elsewhere(tmp_path / "index", other)
    again = Archive.build(folder, tmp_path / "index", encoder=other)
    assert len(other.encoded) > 0
    for user in ("qa.articles.passages", "qa.build.revision"):
        monkeypatch.setattr(f"{user}.PASSAGE_RULES", 99)
    again.rebuild()
    assert Index(tmp_path / "index").state().passage_rules == 99
    assert {file: (again.article(file), again.passages(file)) for file in added(again)} == before
    assert verify_index(tmp_path / "index").problems == ()


def noted_elsewhere(index: Path, encoder: HandEncoder) -> None:
    from qa.build.additions import add_articles

    add_articles([NewArticle(TEXT)], index, encoder, Settings())


def test_adding_under_other_rules_reads_the_folder_and_all_that_was_added_again(
    noted: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    for user in ("qa.articles.passages", "qa.build.revision"):
        monkeypatch.setattr(f"{user}.PASSAGE_RULES", 99)
    noted.add("The ship came.", id="notes/1")
    noted.remove("letter.txt")
    assert files(noted) == {"border.txt", "music.txt", "trade.txt", "notes/1"}
    assert verify_index(noted._index.folder).problems == ()


def test_what_was_left_out_of_it_can_be_shown(noted: Archive) -> None:
    noted.add("Minutes\n\nThe bank met.\n\nAll news", id="m", title="Minutes")
    reading = stored_reading(Index(noted._index.folder), "m", Settings())
    assert [it.reason for it in reading.dropped] == ["title", "page furniture"]


def test_one_who_writes_the_index_is_named(noted: Archive) -> None:
    with writer_lock(noted._index.folder), pytest.raises(IndexBusy):
        noted.add(TEXT, id="late")


def test_additions_in_the_time_of_a_change_leave_nothing_behind(folder: Path, tmp_path: Path) -> None:
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=ADDED_TO)
    vectors = archive._index.state().vectors_name
    archive.add(TEXT, id="a")
    archive.remove("a")
    archive.add(TEXT, id="b")
    assert archive._index.state().vectors_name == vectors
    assert added(archive) == {"b"}
    assert left_over(tmp_path / "index", ADDED_TO) == set()


def test_an_index_without_a_folder_is_made_asked_emptied_and_given_one(folder: Path, tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "index", encoder=HandEncoder())
    assert (archive.status().articles, archive.status().folder) == (0, None)
    assert archive.ask("ship").evidence == ()
    archive.add(TEXT, id="a")
    assert repr(archive).endswith(": 1 article, revision 2>")
    assert Archive.create(tmp_path / "index", encoder=HandEncoder()).ask("ship").evidence[0].article.file == "a"
    archive.remove("a")
    assert archive.ask("ship").evidence == ()
    assert verify_index(tmp_path / "index").problems == ()
    archive.add(TEXT, id="a")
    built = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert files(built) == {"a", "border.txt", "music.txt", "trade.txt"}
    assert built.status().folder == str(folder)


def test_an_index_without_a_folder_says_so_where_one_is_needed(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "index", encoder=HandEncoder())
    for use in (lambda: archive.folder, archive.rebuild, lambda: archive.update([tmp_path / "x.txt"])):
        with pytest.raises(FolderMissing, match="follows no folder: name one with `qa build FOLDER --index "):
            use()
    assert "follows no folder" in str(archive.folder_status().problem)


def test_an_index_that_is_there_is_opened_as_it_is(noted: Archive, folder: Path, tmp_path: Path) -> None:
    opened = Archive.create(tmp_path / "index", encoder=HandEncoder())
    assert opened.status().revision == noted.status().revision
    assert opened.folder == noted.folder
    with pytest.raises(EncoderMismatch):
        Archive.create(tmp_path / "index", encoder=HandEncoder(fingerprint="hand-2"))


def test_every_error_of_additions_is_one_line(noted: Archive) -> None:
    for change in (
        lambda: noted.add("", id="x"),
        lambda: noted.add(TEXT, id="trade.txt"),
        lambda: noted.remove("nothing"),
    ):
        with pytest.raises(QaError) as raised:
            change()
        assert "\n" not in str(raised.value)
