"""The file that an article was read from can be had, and nothing else can; no page from elsewhere runs as ours."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from qa.archive.archive import Archive
from qa.page.originals import OriginalRoute
from qa.page.rendering.links import ORIGINAL, original_address
from tests.articles.formats.made_pdf import column, make_pdf
from tests.articles.formats.making import PROSE, page
from tests.support.hand_encoder import HandEncoder

LINES = [
    "The harbour bridge was closed on Monday after a storm had damaged",
    "two of its piers, and it will stay closed until the summer, he said.",
]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "paper 1.pdf").write_bytes(
        make_pdf([column(LINES), column([it.replace("bridge", "tunnel") for it in LINES])])
    )
    (folder / "page.html").write_text(page(f"<h1>Bridge closed</h1>{PROSE}<script>alert(1)</script>"))
    (folder / "plain.txt").write_text("River rises\n\nThe river rose by a metre.\n")
    made = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    made.add("The ship sank.", id="given")
    return made


@pytest.fixture
def client(archive: Archive) -> TestClient:
    return TestClient(Starlette(routes=[Route(ORIGINAL, OriginalRoute(archive))]))


def test_a_pdf_is_shown_in_the_browser_at_the_page_of_the_passage(archive: Archive, client: TestClient) -> None:
    article = archive.article("paper 1.pdf")
    second = article.text.index("tunnel")
    address = original_address(article, second)
    assert address == "original?article=paper%201.pdf#page=2"
    got = client.get(f"/{address}")
    assert got.content == (archive.folder / "paper 1.pdf").read_bytes()
    assert got.headers["content-type"] == "application/pdf"
    assert got.headers["content-disposition"] == "inline; filename*=UTF-8''paper%201.pdf"


def test_a_page_is_saved_and_never_run(archive: Archive, client: TestClient) -> None:
    got = client.get(f"/{original_address(archive.article('page.html'))}")
    assert b"<script>" in got.content
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"].startswith("attachment;")


def test_a_text_is_its_own_original(archive: Archive) -> None:
    assert original_address(archive.article("plain.txt")) is None
    assert original_address(archive.article("given")) is None


@pytest.mark.parametrize("name", ["", "gone.txt", "../index/archive.sqlite", "/etc/passwd", "given", "paper 1.pdf#7"])
def test_what_is_no_article_of_the_folder_is_not_handed_out(client: TestClient, name: str) -> None:
    got = client.get(ORIGINAL, params={"article": name})
    assert got.status_code == 404
    assert got.json()["error"]


def test_a_file_that_is_gone_is_said_to_be(archive: Archive, client: TestClient) -> None:
    (archive.folder / "page.html").unlink()
    got = client.get(ORIGINAL, params={"article": "page.html"})
    assert (got.status_code, "vanished" in got.json()["error"]) == (404, True)
    assert client.post(ORIGINAL).status_code == 405
