import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import PageError
from qa.page.serving.credentials import Credentials, read_credentials


@pytest.fixture
def passwords(tmp_path: Path) -> Path:
    """A file for passwords that only its owner can read."""
    path = tmp_path / "passwords"
    path.touch(0o600)
    return path


def test_a_name_and_its_password_open_the_page_and_nothing_else_does() -> None:
    opened = read_credentials("ann:secret")
    assert opened.admits("ann", "secret")
    for name, password in (("ann", "Secret"), ("Ann", "secret"), ("ann", ""), ("", ""), ("ann:secret", "")):
        assert not opened.admits(name, password)
    assert not opened.admits("an", "nsecret")


def test_the_first_colon_ends_the_name_and_both_may_hold_anything_else() -> None:
    opened = read_credentials("Анна Қ #1:a:b c/é🙂 ")
    assert opened.admits("Анна Қ #1", "a:b c/é🙂 ")
    assert not opened.admits("Анна Қ #1", "a:b c/é🙂")


def test_it_does_not_matter_how_a_keyboard_composes_letters_or_what_stands_around_a_name() -> None:
    assert read_credentials(" Ren\u00e9:caf\u00e9").admits("Rene\u0301 ", "cafe\u0301")


def test_a_file_names_several_and_takes_comments_and_empty_lines(passwords: Path) -> None:
    passwords.write_bytes("\ufeff# desk\r\nann:one\r\n\r\n  # bob:never\r\nbob: two # 2 \r\nc/d:three".encode())
    opened = read_credentials(str(passwords))
    for name, password in (("ann", "one"), ("bob", " two # 2 "), ("c/d", "three")):
        assert opened.admits(name, password)
    for name, password in (("bob", "never"), ("# bob", "never"), ("ann", "one\r"), ("bob", "one"), ("", "")):
        assert not opened.admits(name, password)


def test_a_file_whose_name_holds_a_colon_is_a_file(passwords: Path) -> None:
    passwords.write_text("ann:one")
    passwords.rename(passwords.parent / "ann:secret")
    assert read_credentials(str(passwords.parent / "ann:secret")).admits("ann", "one")


def test_a_long_name_and_password_are_no_file() -> None:
    assert read_credentials("a" * 5_000 + ":" + "b" * 5_000).admits("a" * 5_000, "b" * 5_000)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "has no names and passwords"),
        (b"# nobody\n\n", "has no names and passwords"),
        (b"ann:hush\nbob\n", "line 2 of .* has no colon: write NAME:PASSWORD"),
        (b"ann:hush\n\n:hush\n", "line 3 of .* has no name before the colon"),
        (b" :hush", "line 1 of .* has no name before the colon"),
        (b"ann:\n", "line 1 of .* has no password after it"),
        (b"ann:hush\nann :hush2", "the name ann has 2 passwords"),
        (b"ann:\xff", "is not UTF-8"),
        (b"ann:" + b"x" * 1_000_000, "is too large"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_with_the_line_and_the_remedy(
    passwords: Path, content: bytes, says: str
) -> None:
    passwords.write_bytes(content)
    with pytest.raises(PageError, match=says) as refused:
        read_credentials(str(passwords))
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o777])
def test_a_file_that_is_open_to_others_is_refused_with_the_command_that_closes_it(passwords: Path, mode: int) -> None:
    passwords.write_text("ann:one")
    passwords.chmod(mode)
    with pytest.raises(PageError, match=f"run chmod 600 {passwords}"):
        read_credentials(str(passwords))
    passwords.chmod(0o600)
    assert read_credentials(str(passwords)).admits("ann", "one")


def test_what_is_no_file_is_refused_and_a_pipe_does_not_hold_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    with pytest.raises(PageError, match="is not a file"):
        read_credentials(str(tmp_path / "pipe"))
    with pytest.raises(PageError, match="is not a file|cannot be read"):
        read_credentials(str(tmp_path))


@pytest.mark.parametrize(
    "value", ["", "ann", "/no/such/file", "no/such:secret", ":secret", "ann:", " :x", "ann:\udcff", "a\0b"]
)
def test_a_value_that_is_neither_is_refused_and_its_password_is_not_repeated(value: str) -> None:
    with pytest.raises(PageError, match="NAME:PASSWORD") as refused:
        read_credentials(value)
    assert "secret" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_what_is_kept_shows_no_name_and_no_password() -> None:
    opened = read_credentials("ann:secret")
    assert repr(opened) == "Credentials()"
    assert not {"ann", "secret"} & {str(getattr(opened, name)) for name in Credentials.__slots__}


@given(st.text(), st.text())
def test_whatever_is_typed_is_compared_without_an_error(name: str, password: str) -> None:
    assert read_credentials("ann:secret").admits(name, password) == ((name.strip(), password) == ("ann", "secret"))
