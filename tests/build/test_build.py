"""A build brings the index up to date with the folder, and leaves it answering whatever happens."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build.compact import compact_index
from qa.build.folder_diff import relative_folder
from qa.build.status import folder_status
from qa.errors import EncoderMismatch, FolderEmpty, FolderMismatch, FolderMissing, FolderShrunk, IndexBusy
from qa.index.index import Index
from qa.index.lock import writer_lock
from qa.index.store.pending_vectors import PENDING
from qa.settings import Settings
from tests.conftest import ROOT
from tests.support.hand_encoder import HandEncoder
from tests.support.overtaken_scan import overtaken_scan


def texts(archive: Archive, question: str = "trade border music") -> list[str]:
    return [evidence.passage.text for evidence in archive.ask(question, limit=100).evidence]


def test_a_first_build_says_what_it_added(archive: Archive) -> None:
    assert str(archive.report) == "3 added, 0 changed, 0 removed, 0 unchanged; 6 passages encoded"


def test_a_second_build_over_the_same_folder_encodes_nothing_and_keeps_the_revision(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    encoder = HandEncoder()
    again = Archive.build(folder, tmp_path / "index", encoder=encoder)
    assert str(again.report) == "0 added, 0 changed, 0 removed, 3 unchanged; 0 passages encoded"
    assert encoder.encoded == []
    assert again.status().revision == archive.status().revision


def modes(index: Path) -> set[int]:
    return {stat.S_IMODE(it.stat().st_mode) for it in index.rglob("*") if it.is_file()}


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_who_may_read_one_file_of_an_index_may_read_all(folder: Path, tmp_path: Path, umask: int, mode: int) -> None:
    index, before = tmp_path / "index", os.umask(umask)
    try:
        Archive.build(folder, index, encoder=HandEncoder())
        assert modes(index) == {mode}
        (folder / "new.txt").write_text("A ship sank\n\nThe ship met the river bank.\n")
        Archive.build(folder, index, encoder=HandEncoder())
        assert modes(index) == {mode}
        compact_index(index, Settings())
        assert modes(index) == {mode}
    finally:
        os.umask(before)


@pytest.mark.parametrize(("first", "then"), [(0o022, 0o077), (0o027, 0o022), (0o077, 0o022)])
def test_who_may_read_an_index_may_read_what_is_added_with_another_umask(
    folder: Path, tmp_path: Path, first: int, then: int
) -> None:
    index, before = tmp_path / "index", os.umask(first)
    try:
        archive = Archive.build(folder, index, encoder=HandEncoder())
        made, entered = modes(index), {stat.S_IMODE(index.stat().st_mode)}
        os.umask(then)
        archive.add("The council of the river met on Monday.", id="q")
        (folder / "new.txt").write_text("A ship sank\n\nThe ship met the river bank.\n")
        Archive.build(folder, index, encoder=HandEncoder())
        assert modes(index) == made
        assert {stat.S_IMODE(it.stat().st_mode) for it in index.rglob("*") if it.is_dir()} == entered
        compact_index(index, Settings())
        assert modes(index) == made
    finally:
        os.umask(before)


def test_what_is_derived_is_for_those_who_may_read_the_database(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    Archive.build(folder, index, encoder=HandEncoder())
    (index / "archive.sqlite").chmod(0o660)
    (folder / "new.txt").write_text("A ship sank\n\nThe ship met the river bank.\n")
    Archive.build(folder, index, encoder=HandEncoder())
    derived = [it for it in index.rglob("*") if it.is_file() and it.name.startswith(("meta", "catalogue", ".managed"))]
    assert len(derived) >= 3
    assert {stat.S_IMODE(it.stat().st_mode) for it in derived} == {0o660}


def test_only_what_changed_is_encoded(archive: Archive, folder: Path, tmp_path: Path) -> None:
    (folder / "new.txt").write_text("A ship sank\n\nThe ship met the river bank.\n")
    (folder / "music.txt").unlink()
    border = (folder / "border.txt").read_text()
    (folder / "border.txt").write_text(border.replace("twice a day", "once a day"))
    again = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert str(again.report) == "1 added, 1 changed, 1 removed, 1 unchanged; 2 passages encoded"
    shown = " ".join(texts(again))
    assert "met the river bank" in shown
    assert "once a day" in shown
    assert "twice a day" not in shown
    assert "music" not in shown


def test_what_a_build_gives_does_not_depend_on_how_the_folder_came_to_be(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    (folder / "border.txt").rename(folder / "zz.txt")
    (folder / "trade.txt").write_text("Trade shrinks\n\nThe bank expects less trade.\n")
    grown = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    fresh = Archive.build(folder, tmp_path / "fresh", encoder=HandEncoder())
    for question in ("trade", "border by the river", "music visit"):
        one, other = grown.ask(question, limit=50), fresh.ask(question, limit=50)
        assert [it.passage.id for it in one.evidence] == [it.passage.id for it in other.evidence]
        assert [it.score for it in one.evidence] == pytest.approx([it.score for it in other.evidence], abs=1e-5)
        assert one.confidence == pytest.approx(other.confidence, abs=1e-5)


def test_a_renamed_article_is_not_encoded_again(archive: Archive, folder: Path, tmp_path: Path) -> None:
    (folder / "border.txt").rename(folder / "frontier.txt")
    again = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert str(again.report) == "1 added, 0 changed, 1 removed, 2 unchanged; 0 passages encoded"


def test_a_new_headline_encodes_the_article_again(archive: Archive, folder: Path, tmp_path: Path) -> None:
    text = (folder / "border.txt").read_text()
    (folder / "border.txt").write_text(text.replace("River marks the line", "A river marks it"))
    assert "2 passages encoded" in str(Archive.build(folder, tmp_path / "index", encoder=HandEncoder()).report)


def test_content_decides_not_the_time_of_change(archive: Archive, folder: Path, tmp_path: Path) -> None:
    path = folder / "border.txt"
    before = path.stat()
    path.write_text(path.read_text().replace("300", "400"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "1 changed" in str(Archive.build(folder, tmp_path / "index", encoder=HandEncoder()).report)


def test_two_identical_files_are_two_articles_shown_as_one_result(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    (folder / "again.txt").write_bytes((folder / "border.txt").read_bytes())
    again = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert str(again.report) == "1 added, 0 changed, 0 removed, 3 unchanged; 0 passages encoded"
    first = again.ask("How long is the border along the river?").evidence[0]
    assert {first.article.file, *(copy.article.file for copy in first.copies)} == {"again.txt", "border.txt"}


def test_a_link_may_come_to_point_at_the_next_release_of_the_articles(folder: Path, tmp_path: Path) -> None:
    current, index = tmp_path / "current", tmp_path / "index"
    current.symlink_to(folder)
    Archive.build(current, index, encoder=HandEncoder())
    release = tmp_path / "release"
    shutil.copytree(folder, release)
    (release / "new.txt").write_text("A ship sank\n\nThe ship met the river bank.\n")
    (tmp_path / "next").symlink_to(release)
    (tmp_path / "next").rename(current)
    again = Archive.build(current, index, encoder=HandEncoder())
    assert str(again.report) == "1 added, 0 changed, 0 removed, 3 unchanged; 1 passage encoded"
    assert again.folder.resolve() == release
    assert str(Archive.build(release, index, encoder=HandEncoder()).report).startswith("0 added, 0 changed, 0 removed")


@pytest.mark.parametrize(
    ("folder", "index", "relative"),
    [
        ("articles", "index", "../articles"),
        ("current", "index", "../current"),
        ("current/2024", "index", "../current/2024"),
        ("way/articles", "index", "../articles"),
        ("way/articles", "way/index", "../articles"),
        ("articles", "way/index", "../articles"),
        ("way/current", "index", "../current"),
        ("current/../articles/2024", "index", "../articles/2024"),
        ("index/..", "index", ".."),
        ("articles/../elsewhere/../way/./articles", "index", "../articles"),
    ],
)
def test_links_stay_in_the_name_of_a_folder_but_not_on_the_way_to_both(
    tmp_path: Path, folder: str, index: str, relative: str
) -> None:
    place = tmp_path / "place"
    for name in ("articles/2024", "elsewhere", "index"):
        (place / name).mkdir(parents=True)
    (place / "current").symlink_to("articles")
    (place / "way").symlink_to(place)
    assert relative_folder(place / folder, place / index) == relative
    assert (place / index / relative).resolve() == (place / folder).resolve()


def test_another_folder_is_refused_unless_the_index_is_to_follow_it(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.txt").write_text("One\n\nThe ship left.\n")
    with pytest.raises(FolderMismatch, match="--replace"):
        Archive.build(other, tmp_path / "index", encoder=HandEncoder())
    assert len(texts(archive)) == 6
    replaced = Archive.build(other, tmp_path / "index", encoder=HandEncoder(), replace=True)
    assert texts(replaced) == ["The ship left."]


def test_a_folder_that_lost_more_than_half_is_refused_unless_agreed(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    (folder / "border.txt").unlink()
    (folder / "music.txt").unlink()
    with pytest.raises(FolderShrunk, match="2 of the 3 articles.*--yes --index "):
        Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert len(texts(archive)) == 6
    assert "2 removed" in str(Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), yes=True).report)


def test_folder_and_index_can_move_together(archive: Archive, folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    folder.rename(moved / "articles")
    (tmp_path / "index").rename(moved / "index")
    again = Archive.build(moved / "articles", moved / "index", encoder=HandEncoder())
    assert "3 unchanged; 0 passages encoded" in str(again.report)
    assert str(tmp_path).encode() not in (moved / "index" / "archive.sqlite").read_bytes()


def test_no_folder_is_one_line_and_leaves_no_index(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="nowhere"):
        Archive.build(tmp_path / "nowhere", tmp_path / "index", encoder=HandEncoder())
    assert not (tmp_path / "index").exists()


def test_an_empty_folder_is_one_line_and_leaves_no_index(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(FolderEmpty, match="holds no articles"):
        Archive.build(tmp_path / "empty", tmp_path / "index", encoder=HandEncoder())
    assert not (tmp_path / "index").exists()


def test_a_folder_with_nothing_readable_names_the_reasons(tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "empty.txt").write_bytes(b"")
    (bad / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with pytest.raises(FolderEmpty, match=r"empty\.txt.*picture\.txt"):
        Archive.build(bad, tmp_path / "index", encoder=HandEncoder())


def test_bad_files_are_named_and_the_rest_is_built(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "huge.txt").write_bytes(b"word " * 10_000_000)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe.txt")
    (folder / "latin.txt").write_bytes("Café fermé\n\nLe café près de la rivière est fermé.".encode("latin-1"))
    (folder / "utf16.txt").write_bytes("Ship leaves\n\nThe ship left for the river.".encode("utf-16"))
    (folder / "russian.txt").write_bytes("Торговля растёт\n\nТорговля выросла на десять процентов.".encode("cp1251"))
    (folder / "marked.txt").write_bytes(b"\xef\xbb\xbfMarked\n\nThe president came to the bank.")
    built = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert built.report is not None
    assert built.report.added == 7
    assert {"empty.txt", "picture.txt", "huge.txt", "pipe.txt"} <= {it.file for it in built.report.skipped}
    assert all(it.reason for it in built.report.skipped)
    assert "Le café près de la rivière est fermé." in texts(built)
    assert "Торговля выросла на десять процентов." in texts(built)
    assert "The ship left for the river." in texts(built)
    assert built.article("marked.txt").title == "Marked"
    assert {it.file for it in built.status().skipped} == {it.file for it in built.report.skipped}


def test_a_file_that_can_no_longer_be_read_keeps_its_last_good_passages(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    (folder / "border.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    again = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert again.report is not None
    assert [it.file for it in again.report.skipped] == ["border.txt"]
    assert "its earlier text still answers" in again.report.skipped[0].reason
    assert str(again.report).startswith("0 added, 0 changed, 0 removed, 3 unchanged")
    assert any("follows the river" in text for text in texts(again))


def test_a_file_that_cannot_be_read_is_not_tried_again_until_it_changes(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    (folder / "wrong.txt").write_text("---\ntitle: Wrong\ndate: 2024-13-01\n---\n\nThe ship left.\n")
    first = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    second = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert first.report is not None
    assert second.report is not None
    assert [str(it) for it in second.report.skipped] == [str(it) for it in first.report.skipped]
    assert second.report.revision == first.report.revision
    assert not folder_status(Index(tmp_path / "index"), Settings()).ahead
    (folder / "wrong.txt").write_text("---\ntitle: Right\ndate: 2024-12-01\n---\n\nThe ship left.\n")
    assert str(Archive.build(folder, tmp_path / "index", encoder=HandEncoder()).report).startswith("1 added")


def test_a_file_that_vanishes_during_the_build_is_named_and_the_rest_is_built(folder: Path, tmp_path: Path) -> None:
    class Vanishing:
        def start(self, articles: int) -> None:
            (folder / "trade.txt").unlink()

        def advance(self, articles: int, encoded: int) -> None:
            pass

    built = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), progress=Vanishing())
    assert built.report is not None
    assert built.report.added == 2
    assert [it.file for it in built.report.skipped] == ["trade.txt"]


def test_a_file_that_was_away_for_a_moment_is_taken_in_by_the_next_build(folder: Path, tmp_path: Path) -> None:
    away, back = tmp_path / "trade.txt", folder / "trade.txt"

    class Away:
        def start(self, articles: int) -> None:
            back.rename(away)

        def advance(self, articles: int, encoded: int) -> None:
            pass

    Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), progress=Away())
    away.rename(back)
    built = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert built.report is not None
    assert (built.report.added, built.report.skipped) == (1, ())


def test_what_another_process_takes_in_while_the_folder_is_looked_through_stays(
    archive: Archive, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.build.build.scan", overtaken_scan(archive, folder))
    (folder / "music.txt").unlink()
    again = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert str(again.report) == "0 added, 0 changed, 1 removed, 3 unchanged; 0 passages encoded"
    assert "The ship met the river bank." in texts(again)


def test_a_build_tells_how_many_articles_there_are_and_each_that_is_done(folder: Path, tmp_path: Path) -> None:
    class Told:
        total = done = encoded = 0

        def start(self, articles: int) -> None:
            self.total += articles

        def advance(self, articles: int, encoded: int) -> None:
            assert self.total, "what there is to do is known before the first step"
            assert encoded >= self.encoded
            self.done, self.encoded = self.done + articles, encoded

    told = Told()
    built = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), progress=told)
    assert built.report is not None
    assert (told.total, told.done, told.encoded) == (3, 3, built.report.encoded)


def test_a_second_build_says_who_holds_the_index_and_since_when(archive: Archive, folder: Path, tmp_path: Path) -> None:
    with writer_lock(tmp_path / "index"), pytest.raises(IndexBusy, match=rf"process {os.getpid()} on .* since 20"):
        Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())


def test_other_weights_under_the_same_name_are_refused_until_asked_for(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    other = HandEncoder(fingerprint="hand-2")
    with pytest.raises(EncoderMismatch, match="not made with"):
        Archive.open(tmp_path / "index", encoder=other)
    renewed = Archive.build(folder, tmp_path / "index", encoder=other)
    assert "3 unchanged; 6 passages encoded" in str(renewed.report)
    with pytest.raises(EncoderMismatch, match="open it again"):
        archive.ask("Who visited the bank?")


DYING = """
    import os, signal, sys
    from pathlib import Path
    from qa.archive.archive import Archive
    from qa.settings import Settings
    from tests.support.hand_encoder import HandEncoder

    class Dying(HandEncoder):
        def encode_passages(self, texts):
            if len(self.encoded) > 3:
                os.kill(os.getpid(), signal.SIGKILL)
            return super().encode_passages(texts)

    Archive.build(Path(sys.argv[1]), Path(sys.argv[2]), encoder=Dying(), settings=Settings(encoding_batch=2))
"""


def test_a_build_killed_half_way_leaves_the_old_index_answering_and_is_resumed(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    for number in range(6):
        (folder / f"more-{number}.txt").write_text(f"More {number}\n\nThe ship number {number} met the bank.\n")
    script = tmp_path / "dying.py"
    script.write_text(textwrap.dedent(DYING))
    died = subprocess.run(
        [sys.executable, str(script), str(folder), str(tmp_path / "index")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert died.returncode == -signal.SIGKILL
    assert len(texts(Archive.open(tmp_path / "index", encoder=HandEncoder()))) == 6
    assert len(texts(archive)) == 6
    encoder = HandEncoder()
    resumed = Archive.build(folder, tmp_path / "index", encoder=encoder)
    assert "6 added" in str(resumed.report)
    assert 0 < int(str(resumed.report).split("; ")[1].split()[0]) < 6
    assert len(texts(resumed)) == 12
    assert not (tmp_path / "index" / PENDING).exists()


def test_a_damaged_file_of_pending_vectors_costs_only_time(archive: Archive, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "index" / PENDING).write_bytes(b"not a database, but long enough to be taken for one" * 100)
    (folder / "new.txt").write_text("A ship sank\n\nThe ship met the river bank.\n")
    assert "1 added" in str(Archive.build(folder, tmp_path / "index", encoder=HandEncoder()).report)


def test_passages_are_stored_in_reading_order_across_batches(folder: Path, tmp_path: Path) -> None:
    long = "Long\n\n" + "\n\n".join(f"The ship number {number} met the bank." for number in range(25))
    (folder / "long.txt").write_text(long)
    built = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=Settings(encoding_batch=4))
    assert [passage.number for passage in built.passages("long.txt")] == list(range(1, 26))
