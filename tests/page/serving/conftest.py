"""Serve a page behind a login, and one for everyone, each in a process of its own."""

from collections.abc import Iterator

import pytest

from tests.page.browsing import served
from tests.support.ports import free_port

PROXY = "https://archive.example.org/news"
EVERYWHERE = "0.0.0.0"
PASSWORDS = {"ann": "one: two", "Bob Қ": "three"}


@pytest.fixture(scope="session")
def passwords(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("passwords") / "passwords"
    file.touch(0o600)
    file.write_text("# the desk\n" + "".join(f"{name}:{word}\n" for name, word in PASSWORDS.items()))
    return str(file)


@pytest.fixture(scope="session")
def closed_page(passwords: str) -> Iterator[str]:
    yield from served("tests.page.serving.serve", EVERYWHERE, str(free_port()), passwords)


@pytest.fixture(scope="session")
def proxied_page(passwords: str) -> Iterator[str]:
    yield from served("tests.page.serving.serve", "127.0.0.1", str(free_port()), passwords, PROXY)


@pytest.fixture(scope="session")
def everyones_page() -> Iterator[str]:
    yield from served("tests.page.serving.serve", EVERYWHERE, str(free_port()))
