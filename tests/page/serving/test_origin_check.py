import pytest

from qa.page.serving.access import OWNER, Access
from qa.page.serving.bind_address import BindAddress
from qa.page.serving.origin_check import allowed_hosts

OWN = {"localhost", "127.0.0.1", "[::1]"}


@pytest.mark.parametrize(
    ("host", "behind", "names"),
    [
        ("127.0.0.1", None, OWN),
        ("127.0.0.2", None, OWN | {"127.0.0.2"}),
        ("::1", None, OWN),
        ("News-Desk", None, OWN | {"news-desk"}),
        ("127.0.0.1", "https://Archive.example.org:8443/news", OWN | {"archive.example.org"}),
        ("127.0.0.1", "https://[2001:db8::1]", OWN | {"[2001:db8::1]"}),
    ],
)
def test_a_page_of_this_machine_is_served_under_its_own_names_and_its_proxys(
    host: str, behind: str | None, names: set[str]
) -> None:
    access = OWNER if behind is None else Access(others=True, behind=behind)
    assert allowed_hosts(BindAddress(host, 7860, others=False), access) == names
