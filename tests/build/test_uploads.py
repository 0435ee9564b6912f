"""Files that are handed in: whole or not at all, never over another, never outside the folder."""

import errno
import os
import resource
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.articles.folder import list_files
from qa.build.uploads import SavedUploads, Upload, save_uploads
from qa.errors import FolderError, FolderMissing
from qa.settings import Settings
from tests.conftest import ROOT
from tests.support.namespaces import apart

SETTINGS = Settings()
SHIP = "Ship leaves\n\nThe ship left the harbour on Monday.\n"


@pytest.fixture
def handed(tmp_path: Path) -> Callable[..., Upload]:
    """Hands in a file under a name, with a text or bytes."""
    arrived = tmp_path / "arrived"
    arrived.mkdir()

    def hand(name: str, content: str | bytes = SHIP) -> Upload:
        path = arrived / str(len(list(arrived.iterdir())))
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Upload(name, path)

    return hand


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def names(paths: Sequence[Path]) -> list[str]:
    return [path.name for path in paths]


def reasons(saved: SavedUploads) -> dict[str, str]:
    return {it.file: it.reason for it in saved.refused}


def test_an_article_that_is_handed_in_is_answered_from(
    archive: Archive, handed: Callable[..., Upload], folder: Path
) -> None:
    saved = save_uploads(
        [handed("Bridge: opened.txt", "Bridge opens\n\nThe bridge opened in June.\n")], folder, SETTINGS
    )
    assert saved == SavedUploads((folder / "Bridge- opened.txt",), (), ())
    report = archive.update(saved.written)
    assert (report.added, report.changed) == (1, 0)
    assert archive.ask("When did the bridge open?").evidence[0].article.file == "Bridge- opened.txt"


def test_an_article_never_takes_the_place_of_another(folder: Path, handed: Callable[..., Upload]) -> None:
    before = held(folder)
    saved = save_uploads([handed("border.txt"), handed("border.txt", SHIP + "More.\n")], folder, SETTINGS)
    assert names(saved.written) == ["border (2).txt", "border (3).txt"]
    assert held(folder) == before | {"border (2).txt": SHIP, "border (3).txt": SHIP + "More.\n"}


def test_the_same_bytes_under_the_same_name_are_said_to_be_there_already(
    folder: Path, handed: Callable[..., Upload]
) -> None:
    save_uploads([handed("border.txt")], folder, SETTINGS)
    before = held(folder)
    saved = save_uploads([handed("border.txt"), handed("new.txt"), handed("new.txt")], folder, SETTINGS)
    assert names(saved.already_there) == ["border (2).txt", "new.txt"]
    assert names(saved.written) == ["new.txt"]
    assert held(folder) == before | {"new.txt": SHIP}


def test_what_cannot_be_read_is_refused_by_the_name_it_was_given_and_the_rest_goes_on(
    folder: Path, handed: Callable[..., Upload], tmp_path: Path
) -> None:
    before = held(folder)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "away").symlink_to("/etc/passwd")
    settings = replace(SETTINGS, largest_file_bytes=1_000)
    saved = save_uploads(
        [
            handed("picture.png", b"\x89PNG"),
            handed("empty.txt", " \n"),
            handed("binary.txt", b"\0\1\2" * 100),
            handed("wrong.md", "---\ndate: 2024-13-01\n---\n\nThe ship left.\n"),
            handed("large.txt", "x" * 1_001),
            handed("good.txt"),
            Upload("gone.txt", tmp_path / "gone"),
            Upload("nowhere.txt", tmp_path / "no" / "where"),
            Upload("folder.txt", tmp_path),
            Upload("pipe.txt", tmp_path / "pipe"),
            Upload("passwd.txt", tmp_path / "away"),
        ],
        folder,
        settings,
    )
    assert names(saved.written) == ["good.txt"]
    assert not any("folder" in str(it) for it in saved.refused if it.file in ("empty.txt", "binary.txt", "picture.png"))
    assert held(folder) == before | {"good.txt": SHIP}
    said = reasons(saved)
    assert list(said) == [
        *("picture.png", "empty.txt", "binary.txt", "wrong.md", "large.txt"),
        *("gone.txt", "nowhere.txt", "folder.txt", "pipe.txt", "passwd.txt"),
    ]
    for name, words in (
        ("picture.png", "files of that ending are not read here"),
        ("empty.txt", "is empty"),
        ("binary.txt", "it is not a text file; save the article as plain text"),
        ("wrong.md", "date"),
        ("large.txt", "has 1,001 bytes"),
        ("nowhere.txt", "did not arrive"),
        ("pipe.txt", "not a file"),
        ("passwd.txt", "link"),
    ):
        assert words in said[name]


def test_nothing_is_written_outside_the_folder_whatever_the_name(
    folder: Path, handed: Callable[..., Upload], tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "sub.txt").symlink_to(outside)
    (folder / "out.txt").symlink_to(outside / "new.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    called = ["../escaped.txt", "sub.txt/../escaped.txt", "/escaped.txt", "sub.txt", "out.txt", "loop.txt"]
    before = {path for path in tmp_path.rglob("*") if not path.is_relative_to(tmp_path / "arrived")}
    saved = save_uploads([handed(name, f"{SHIP}{number}") for number, name in enumerate(called)], folder, SETTINGS)
    assert names(saved.written) == [
        *("escaped.txt", "escaped (2).txt", "escaped (3).txt", "sub (2).txt", "out (2).txt", "loop (2).txt"),
    ]
    after = {path for path in tmp_path.rglob("*") if not path.is_relative_to(tmp_path / "arrived")}
    assert after - before == set(saved.written)


def test_a_folder_that_is_missing_or_a_file_is_one_clear_error(tmp_path: Path, handed: Callable[..., Upload]) -> None:
    (tmp_path / "file").write_text("Words.")
    for folder in (tmp_path / "gone", tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(FolderMissing, match="no such folder"):
            save_uploads([handed("a.txt")], folder, SETTINGS)


def test_a_link_to_the_folder_itself_is_obeyed(folder: Path, handed: Callable[..., Upload], tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert save_uploads([handed("new.txt")], tmp_path / "link", SETTINGS).written == (tmp_path / "link" / "new.txt",)
    assert (folder / "new.txt").read_text() == SHIP


def test_many_at_once_under_one_name_all_get_a_name_of_their_own(folder: Path, handed: Callable[..., Upload]) -> None:
    uploads = [handed("same.txt", f"{SHIP}{number}") for number in range(16)]
    start = threading.Barrier(8)

    def take(mine: Sequence[Upload]) -> SavedUploads:
        start.wait()
        return save_uploads(mine, folder, SETTINGS)

    with ThreadPoolExecutor(8) as threads:
        saved = list(threads.map(take, [uploads[at : at + 2] for at in range(0, 16, 2)]))
    written = [path for it in saved for path in it.written]
    assert len(set(written)) == 16
    assert sorted(path.read_text() for path in written) == sorted(f"{SHIP}{number}" for number in range(16))


def test_a_build_meanwhile_sees_whole_articles_only(folder: Path, handed: Callable[..., Upload]) -> None:
    text = "Ship leaves\n\n" + "The ship left. " * 60_000
    uploads = [handed(f"{number}.txt", text) for number in range(20)]
    taking = threading.Thread(target=save_uploads, args=(uploads, folder, SETTINGS))
    before, seen = set(list_files(folder).files), set[str]()
    taking.start()
    while taking.is_alive():
        for file in set(list_files(folder).files) - before - seen:
            assert (folder / file).stat().st_size == len(text)
            seen.add(file)
    taking.join()
    assert set(list_files(folder).files) - before == {f"{number}.txt" for number in range(20)}


def test_a_disk_that_gives_a_file_one_name_only_is_written_to_as_well(
    folder: Path, handed: Callable[..., Upload], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    before = held(folder)
    saved = save_uploads([handed("border.txt"), handed("new.txt"), handed("new.txt")], folder, SETTINGS)
    assert names(saved.written) == ["border (2).txt", "new.txt"]
    assert names(saved.already_there) == ["new.txt"]
    assert held(folder) == before | {"border (2).txt": SHIP, "new.txt": SHIP}


@pytest.mark.parametrize("failing", ["write", "link", "fsync"])
def test_where_the_disk_fails_at_any_moment_nothing_is_left_behind(
    folder: Path, handed: Callable[..., Upload], monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """Fails the first such call, then the second, and so on, until none fails."""
    before = held(folder)
    whole = resource.getrlimit(resource.RLIMIT_FSIZE)
    failures = 0
    while True:
        left = [failures]

        def once(call: Callable[..., object], left: list[int] = left) -> Callable[..., object]:
            def called(*given: object, **named: object) -> object:
                left[0] -= 1
                if left[0] == -1:
                    raise OSError(errno.ENOSPC, "No space left on device")
                return call(*given, **named)

            return called

        uploads = [handed("one.txt"), handed("two.txt", SHIP * 2_000)]
        with monkeypatch.context() as patched:
            if failing == "write":
                resource.setrlimit(resource.RLIMIT_FSIZE, (failures * 20_000, whole[1]))
            else:
                patched.setattr(os, failing, once(getattr(os, failing)))
            try:
                saved = save_uploads(uploads, folder, SETTINGS)
            except FolderError as error:
                assert "nothing was added" in str(error)
                assert "\n" not in str(error)
            else:
                break
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, whole)
        assert held(folder) == before
        failures += 1
    assert failures > 1
    assert names(saved.written) == ["one.txt", "two.txt"]
    assert held(folder) == before | {"one.txt": SHIP, "two.txt": SHIP * 2_000}


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        ('mount -t tmpfs -o size=8k tmpfs "{}"', "the disk is full; make room"),
        (
            'mount -t tmpfs tmpfs "{}" && mount -o remount,ro "{}"',
            "it cannot be written (Read-only file system); allow",
        ),
    ],
    ids=["full", "read-only"],
)
def test_a_full_or_read_only_disk_is_one_clear_error(
    folder: Path, handed: Callable[..., Upload], prepare: str, says: str
) -> None:
    uploads = [handed("one.txt"), handed("two.txt", SHIP * 2_000)]
    taking = textwrap.dedent(f"""
        import os, sys
        from pathlib import Path
        from qa.errors import FolderError
        from qa.settings import Settings
        from qa.build.uploads import Upload, save_uploads
        uploads = [Upload("a.txt", Path(path)) for path in {[str(it.path) for it in uploads]!r}]
        try:
            save_uploads(uploads, Path({str(folder)!r}), Settings())
        except FolderError as error:
            print(error, os.listdir({str(folder)!r}))
    """)
    command = [*apart("-rm", prepare.replace("{}", str(folder))), sys.executable, "-c", taking]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert says in ran.stdout
    assert ran.stdout.endswith("[]\n")
