"""Who may come in, and what they may do: every case there is."""

import pytest

from qa.errors import PageError
from qa.page.serving.access import OWNER, Access, check_reachable, decide_access, security_warnings
from qa.page.serving.bind_address import BindAddress
from qa.page.serving.credentials import read_credentials

LOGIN = read_credentials("ann:secret")
HERE, OUT = BindAddress("127.0.0.1", 7860, others=False), BindAddress("0.0.0.0", 7860, others=True)
URL = "https://archive.example.org"


@pytest.mark.parametrize(
    ("bind", "login", "no_auth", "admin", "behind", "access"),
    [
        (HERE, False, False, False, None, OWNER),
        (HERE, False, False, True, None, OWNER),
        (HERE, False, True, False, None, OWNER),
        (HERE, False, True, True, None, OWNER),
        (HERE, True, False, False, None, Access(LOGIN, manage=False)),
        (HERE, True, False, True, None, Access(LOGIN, manage=True)),
        (HERE, False, True, False, URL, Access(manage=False, others=True, behind=URL)),
        (HERE, True, False, False, URL, Access(LOGIN, manage=False, others=True, behind=URL)),
        (HERE, True, False, True, URL, Access(LOGIN, manage=True, others=True, behind=URL)),
        (OUT, False, True, False, None, Access(manage=False, others=True)),
        (OUT, True, False, False, None, Access(LOGIN, manage=False, others=True)),
        (OUT, True, False, True, None, Access(LOGIN, manage=True, others=True)),
        (OUT, False, True, False, URL, Access(manage=False, others=True, behind=URL)),
        (OUT, True, False, False, URL, Access(LOGIN, manage=False, others=True, behind=URL)),
        (OUT, True, False, True, URL, Access(LOGIN, manage=True, others=True, behind=URL)),
        (HERE, False, False, False, URL, "others can reach https://archive.example.org: .*--auth FILE.*--no-auth"),
        (HERE, False, False, True, URL, "--auth FILE"),
        (HERE, False, True, True, URL, "--admin would let everyone"),
        (OUT, False, False, False, None, "others can reach 0.0.0.0: ask for a login with --auth FILE, or .*--no-auth"),
        (OUT, False, False, True, None, "--auth FILE"),
        (OUT, False, True, True, None, "--admin would let everyone"),
        (OUT, False, False, False, URL, "--auth FILE"),
        (OUT, False, False, True, URL, "--auth FILE"),
        (OUT, False, True, True, URL, "--admin would let everyone"),
        *(
            (bind, True, True, admin, behind, "cannot be used together")
            for bind in (HERE, OUT)
            for admin in (False, True)
            for behind in (None, URL)
        ),
    ],
)
def test_others_come_in_only_when_it_was_said_and_manage_only_behind_a_login(
    bind: BindAddress, login: bool, no_auth: bool, admin: bool, behind: str | None, access: Access | str
) -> None:
    def decided() -> Access:
        return decide_access(bind, LOGIN if login else None, no_auth=no_auth, admin=admin, behind=behind)

    if isinstance(access, str):
        with pytest.raises(PageError, match=access):
            decided()
    else:
        assert decided() == access


def test_whoever_calls_from_python_says_who_may_come_in_as_well() -> None:
    check_reachable(OWNER, HERE)
    check_reachable(decide_access(OUT, no_auth=True), OUT)
    with pytest.raises(PageError, match="nothing decides who may come in"):
        check_reachable(OWNER, OUT)
    with pytest.raises(PageError):
        check_reachable(decide_access(HERE, LOGIN), OUT)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://archive", "http://archive"),
        ("https://Archive.example.org:443/", "https://archive.example.org"),
        ("HTTP://archive:80/News/", "http://archive/News"),
        ("https://archive.example.org:8443/news", "https://archive.example.org:8443/news"),
        ("https://[2001:DB8::1]:443", "https://[2001:db8::1]"),
    ],
)
def test_the_address_of_a_proxy_is_written_as_browsers_write_it(url: str, address: str) -> None:
    assert decide_access(HERE, LOGIN, behind=url).behind == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "archive.example.org",
        "ftp://archive",
        "https://",
        "https://a?b",
        "https://a#b",
        "https://u@a",
        "https://a:x",
        "https://a b",
        "https://é.example",
    ],
)
def test_what_is_no_address_of_a_page_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(PageError, match=r"--behind takes one like https://archive\.example\.org"):
        decide_access(HERE, LOGIN, behind=url)


@pytest.mark.parametrize(
    ("bind", "access", "said"),
    [
        (HERE, OWNER, []),
        (HERE, Access(LOGIN), []),
        (
            OUT,
            decide_access(OUT, no_auth=True),
            ["everyone who reaches 0.0.0.0 can ask this archive: there is no login"],
        ),
        (
            OUT,
            decide_access(OUT, no_auth=True, behind=URL),
            [f"everyone who reaches {URL} can ask this archive: there is no login"],
        ),
        (OUT, decide_access(OUT, LOGIN), ["names and passwords reach 0.0.0.0 unencrypted"]),
        (
            OUT,
            decide_access(OUT, LOGIN, behind="http://archive"),
            ["names and passwords reach http://archive unencrypted"],
        ),
        (OUT, decide_access(OUT, LOGIN, behind=URL), []),
    ],
)
def test_an_open_page_and_unencrypted_passwords_are_said_aloud(
    bind: BindAddress, access: Access, said: list[str]
) -> None:
    found = security_warnings(access, bind)
    assert len(found) == len(said)
    assert all(concern.startswith(words) for concern, words in zip(found, said, strict=True))
