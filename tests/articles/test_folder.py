import errno
import os
import socket
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qa.articles.folder import FolderListing, is_folder, is_link, list_files, list_some, read_bytes
from qa.errors import ArticleUnreadable, FolderError, FolderMissing
from qa.settings import Settings
from tests.support.nobody import NOBODY, as_nobody

SETTINGS = Settings()


def reasons(listing: FolderListing) -> dict[str, str]:
    return {skipped.file: skipped.reason for skipped in listing.skipped}


def test_articles_are_listed_by_their_path_below_the_folder_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/deep/er.TXT", "a/notes.md", "c.Text"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Words.")
    listing = list_files(tmp_path)
    assert listing == FolderListing(("a/deep/er.TXT", "a/notes.md", "b.txt", "c.Text"), ())
    assert read_bytes(tmp_path, "a/deep/er.TXT", SETTINGS) == b"Words."


def test_hidden_files_backups_and_indexes_are_left_out_without_a_word(tmp_path: Path) -> None:
    for folder in (".git", "index"):
        (tmp_path / folder).mkdir()
    for name in (".git/a.txt", ".hidden.txt", "a.txt~", "index/archive.sqlite", "index/catalogue.npz"):
        (tmp_path / name).write_text("Words.")
    assert list_files(tmp_path) == FolderListing((), ())
    assert list_some(tmp_path, [".hidden.txt", "index/catalogue.npz", "index"]) == FolderListing((), ())
    for name in ("index-judgements.jsonl", "index-calibration.json", "other-judgements.jsonl"):
        (tmp_path / name).write_text("{}")
    listed = FolderListing(("other-judgements.jsonl",), ())
    assert list_files(tmp_path) == list_some(tmp_path, [it.name for it in tmp_path.iterdir()]) == listed


def test_a_file_of_any_name_is_listed_for_its_content_decides(tmp_path: Path) -> None:
    names = ("README", "a.txt", "page.html", "paper.pdf", "picture.png")
    for name in names:
        (tmp_path / name).write_text("Words.")
    assert list_files(tmp_path) == FolderListing(names, ())
    assert list_some(tmp_path, names) == FolderListing(names, ())


def test_two_identical_files_are_both_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The same.")
    (tmp_path / "b.txt").write_text("The same.")
    assert list_files(tmp_path).files == ("a.txt", "b.txt")


def test_a_missing_folder_and_a_file_in_its_place_are_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="no such folder; name the folder"):
        list_files(tmp_path / "gone")
    (tmp_path / "a.txt").write_text("Words.")
    with pytest.raises(FolderMissing, match="not a folder; name the folder"):
        list_files(tmp_path / "a.txt")
    with pytest.raises(FolderMissing):
        read_bytes(tmp_path / "gone", "a.txt", SETTINGS)


def test_a_link_to_the_folder_itself_is_obeyed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.txt").write_text("Words.")
    (tmp_path / "link").symlink_to("real")
    assert list_files(tmp_path / "link").files == ("a.txt",)
    assert read_bytes(tmp_path / "link", "a.txt", SETTINGS) == b"Words."


def test_a_loop_of_links_does_not_trap_the_build_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    listing = list_files(tmp_path)
    assert listing.files == ("a.txt",)
    assert "link to a folder" in reasons(listing)["loop"]
    assert "leads nowhere" in reasons(listing)["self.txt"]
    with pytest.raises(ArticleUnreadable):
        read_bytes(tmp_path, "self.txt", SETTINGS)


def test_a_link_inside_the_folder_is_read_and_one_that_leaves_it_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("Not for readers.")
    (folder / "a.txt").write_text("Words.")
    (folder / "again.txt").symlink_to("a.txt")
    (folder / "out.txt").symlink_to("../secret.txt")
    (folder / "dangling.txt").symlink_to("nothing.txt")
    (folder / "dangling").symlink_to("nothing")
    listing = list_files(folder)
    assert listing.files == ("a.txt", "again.txt")
    assert "out of the folder" in reasons(listing)["out.txt"]
    assert "not there" in reasons(listing)["dangling.txt"]
    assert {it.file for it in listing.skipped} == {"out.txt", "dangling.txt", "dangling"}
    for file in ("out.txt", "../secret.txt", "a.txt/../../secret.txt"):
        with pytest.raises(ArticleUnreadable):
            read_bytes(folder, file, SETTINGS)


def test_a_pipe_or_a_socket_named_like_an_article_is_refused(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        request.addfinalizer(lambda: os.chdir(here))  # a socket's path must be short
        os.chdir(tmp_path)
        listening.bind("socket.txt")
        listing = list_files(tmp_path)
    assert listing.files == ()
    assert {"pipe.txt", "socket.txt"} == set(reasons(listing))
    with pytest.raises(ArticleUnreadable, match="not a file"):
        read_bytes(tmp_path, "pipe.txt", SETTINGS)


def test_a_file_over_the_largest_size_is_not_read_and_its_size_is_named(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"a" * 1234)
    with pytest.raises(ArticleUnreadable, match="has 1,234 bytes, and 1,233 is the largest"):
        read_bytes(tmp_path, "big.txt", replace(SETTINGS, largest_file_bytes=1233))
    assert len(read_bytes(tmp_path, "big.txt", replace(SETTINGS, largest_file_bytes=1234))) == 1234


def test_a_folder_named_like_an_article_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt/a.txt").write_text("Words.")
    assert list_files(tmp_path).files == ("x.txt/a.txt",)
    with pytest.raises(ArticleUnreadable, match="is a folder"):
        read_bytes(tmp_path, "x.txt", SETTINGS)


@pytest.fixture
def nobodys() -> Iterator[Path]:
    """A folder of a user without privileges, as whom the test goes on."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        if os.geteuid() == 0:
            os.chown(name, NOBODY, NOBODY)
        with as_nobody():
            yield Path(name)


def test_a_file_or_folder_without_permission_is_named_and_the_rest_is_read(nobodys: Path) -> None:
    (nobodys / "closed").mkdir()
    (nobodys / "closed/a.txt").write_text("Words.")
    (nobodys / "locked.txt").write_text("Words.")
    (nobodys / "open.txt").write_text("Words.")
    (nobodys / "locked.txt").chmod(0)
    (nobodys / "closed").chmod(0)
    listing = list_files(nobodys)
    assert "permission denied" in reasons(listing)["closed"]
    assert read_bytes(nobodys, "open.txt", SETTINGS) == b"Words."
    with pytest.raises(ArticleUnreadable, match="permission denied"):
        read_bytes(nobodys, "locked.txt", SETTINGS)
    with pytest.raises(FolderError, match="cannot be opened"):
        list_files(nobodys / "closed")
    (nobodys / "closed").chmod(0o700)


def test_a_folder_that_can_be_listed_and_not_entered_is_no_traceback(nobodys: Path) -> None:
    (nobodys / "half").mkdir()
    (nobodys / "half/a.txt").write_text("Words.")
    (nobodys / "half/b.txt").symlink_to("a.txt")
    (nobodys / "half").chmod(0o400)
    for listing in (
        list_files(nobodys),
        list_some(nobodys, ["half/a.txt", "half/b.txt", "half/never.txt"]),
    ):
        assert listing.files == ()
        assert "permission denied" in reasons(listing)["half/a.txt"]
        assert "permission denied" in reasons(listing)["half/b.txt"]
    assert not is_link(nobodys / "half/b.txt")
    assert not is_folder(nobodys / "half/deeper")
    (nobodys / "half").chmod(0o700)


def test_a_file_that_vanishes_during_the_build_is_said_to_have_vanished(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "b.txt").write_text("Words.")
    listing = list_files(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ArticleUnreadable, match=r"a\.txt: it vanished while it was read"):
        read_bytes(tmp_path, "a.txt", SETTINGS)
    assert read_bytes(tmp_path, listing.files[1], SETTINGS) == b"Words."


def test_a_name_that_is_not_text_is_skipped_with_a_name_that_can_be_shown(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Words.")
    except OSError as error:
        if error.errno != errno.EILSEQ:
            raise
        pytest.skip("this file system takes only names in UTF-8")
    (tmp_path / "two\nlines.txt").write_text("Words.")
    (tmp_path / "qazaq қазақ.txt").write_text("Words.")
    listing = list_files(tmp_path)
    assert listing.files == ("qazaq қазақ.txt",)
    assert set(reasons(listing)) == {"caf\\xe9.txt", "two\\nlines.txt"}
    assert all("rename it" in reason for reason in reasons(listing).values())


def test_a_name_with_a_zero_byte_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleUnreadable):
        read_bytes(tmp_path, "a\0.txt", SETTINGS)
