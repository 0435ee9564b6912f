"""Folders, files and patterns choose the files that a shell's would."""

import glob
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.folder import list_files
from qa.articles.selection import Selection, folders_of, is_chosen, may_hold, select, with_file
from qa.errors import FolderMissing

FILES = ("a/1.txt", "a/x/2.txt", "a/x/y/3.html", "b/4.txt", "b/5.md", "c/6.txt", "7.txt", "b/[8].txt")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("A text.")
    return tmp_path


def chosen(root: Path, *sources: str) -> set[str]:
    selection = select([root / it for it in sources])
    below = selection.folder.relative_to(root).as_posix()
    found = list_files(selection.folder, selection.patterns).files
    return {it if below == "." else f"{below}/{it}" for it in found}


def test_one_folder_is_itself(root: Path) -> None:
    assert select([root]) == Selection(root)
    assert chosen(root, ".") == set(FILES)


@pytest.mark.parametrize(
    ("sources", "files"),
    [
        (("a", "c"), {"a/1.txt", "a/x/2.txt", "a/x/y/3.html", "c/6.txt"}),
        (("a/1.txt",), {"a/1.txt"}),
        (("a/x", "7.txt"), {"a/x/2.txt", "a/x/y/3.html", "7.txt"}),
        (("b/*.txt",), {"b/4.txt", "b/[8].txt"}),
        (("b/[8].txt", "c"), {"b/[8].txt", "c/6.txt"}),
        (("b/?.md", "a/*/*.txt"), {"b/5.md", "a/x/2.txt"}),
        (("a/**/*.html",), {"a/x/y/3.html"}),
        (("**/*.txt",), {"a/1.txt", "a/x/2.txt", "b/4.txt", "c/6.txt", "7.txt", "b/[8].txt"}),
        (("a/x/../1.txt", "c"), {"a/1.txt", "c/6.txt"}),
    ],
)
def test_folders_files_and_patterns_can_be_mixed(root: Path, sources: tuple[str, ...], files: set[str]) -> None:
    assert chosen(root, *sources) == files


@pytest.mark.parametrize("missing", ["nothere", "nothere/*.txt", "a/nothere.txt"])
def test_what_is_not_there_is_named(root: Path, missing: str) -> None:
    with pytest.raises(FolderMissing, match="no such file or folder"):
        select([root / "a", root / missing])


def test_nothing_is_no_folder() -> None:
    with pytest.raises(FolderMissing):
        select([])


PARTS = st.sampled_from(["a", "b", "x", "*", "?", "**", "a*", "[ab]"])
PATTERNS = st.lists(PARTS, min_size=1, max_size=4).map("/".join).filter(lambda it: not it.endswith("**"))


@given(PATTERNS)
def test_a_pattern_chooses_what_glob_finds(pattern: str) -> None:
    names = ["a", "b", "x", "ab", "a/b", "a/x", "b/a", "x/ab", "a/b/x", "a/x/b", "x/a/b/a", "b/b/b/b"]
    assert {it for it in names if is_chosen(it, [pattern])} == globbed(names, pattern)


def globbed(names: list[str], pattern: str) -> set[str]:
    """Return what Python's own glob finds among files of some names, each alone, for some are above others."""
    found = set[str]()
    for name in names:
        with TemporaryDirectory() as folder:
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_text("")
            if name in glob.glob(pattern, root_dir=folder, recursive=True):  # noqa: PTH207  takes ** as shells do
                found.add(name)
    return found


@given(st.sampled_from(FILES), PATTERNS)
def test_a_folder_is_entered_where_something_in_it_is_chosen(file: str, pattern: str) -> None:
    if is_chosen(file, [pattern]):
        parts = file.split("/")[:-1]
        assert all(may_hold("/".join(parts[: at + 1]), [pattern]) for at in range(len(parts)))
        assert any(it == "." or file.startswith(f"{it}/") for it in folders_of([pattern]))


@given(PATTERNS, st.sampled_from(FILES))
def test_a_file_more_is_chosen_and_no_other(pattern: str, file: str) -> None:
    more = with_file([pattern], file)
    assert {it for it in FILES if is_chosen(it, more)} == {it for it in FILES if is_chosen(it, [pattern])} | {file}
