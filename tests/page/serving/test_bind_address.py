import socket

import pytest

from qa.errors import PageError
from qa.page.serving.bind_address import BindAddress, find_bind_address
from tests.support.ports import free_port, port_in_use


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2", "127.1", "0x7f.1", "2130706433"])
def test_only_this_machine_reaches_its_own_addresses_however_they_are_written(host: str) -> None:
    port = free_port()
    assert find_bind_address(host, port) == BindAddress(host, port, others=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "0", "00.0.0.0"])
def test_others_reach_what_stands_for_all_addresses(host: str) -> None:
    assert find_bind_address(host, free_port()).others


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
def test_ipv6_is_distinguished_in_the_same_way() -> None:
    assert not find_bind_address("::1", free_port()).others
    assert not find_bind_address("0:0::1", free_port()).others
    assert find_bind_address("::", free_port()).others


def test_a_name_is_this_machines_own_only_if_all_its_addresses_are(monkeypatch: pytest.MonkeyPatch) -> None:
    def stands_for(*addresses: str) -> None:
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    stands_for("127.0.0.1", "127.0.1.1")
    assert not find_bind_address("news-desk", 0).others
    stands_for("127.0.0.1", "0.0.0.0")
    assert find_bind_address("news-desk", 0).others


def test_a_name_with_one_address_that_this_machine_does_not_have_can_still_be_served(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [
        (family, socket.SOCK_STREAM, 6, "", address)
        for family, address in ((socket.AF_INET, ("127.0.0.1", 0)), (socket.AF_INET6, ("2001:db8::1", 0, 0, 0)))
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert find_bind_address("news-desk", 0).others


@pytest.mark.parametrize(
    "host", ["", " ", "no such host", "203.0.113.7", "name.invalid", "a..b", "x" * 300, "a\0b", "[::1]"]
)
def test_what_is_no_address_of_this_machine_is_said_with_the_remedy(host: str) -> None:
    with pytest.raises(PageError, match=r"use --host 127\.0\.0\.1, or 0\.0\.0\.0 for all"):
        find_bind_address(host, free_port())


def test_a_port_in_use_is_said_with_the_remedy() -> None:
    with (
        port_in_use() as port,
        pytest.raises(
            PageError, match=f"^port {port} is in use: stop the other program or choose another with --port$"
        ),
    ):
        find_bind_address("127.0.0.1", port)
