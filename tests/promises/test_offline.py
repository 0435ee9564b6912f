"""After set-up everything works with the network cut: building, asking, and the page."""

import os
import sys
import textwrap
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEEDS
from tests.support.namespaces import apart, run
from tests.support.ports import free_port

pytestmark = pytest.mark.model

WATCHING = """
    import sys, urllib.request
    from pathlib import Path

    reached = []
    def watch(event, arguments):
        if event in ("socket.getaddrinfo", "socket.gethostbyname") and arguments[0] not in (None, "localhost"):
            if not str(arguments[0]).startswith("127."):
                reached.append((event, arguments[0]))
        if event in ("socket.connect", "socket.sendto"):
            address = arguments[1]
            if isinstance(address, tuple) and not str(address[0]).startswith("127.") and address[0] != "::1":
                reached.append((event, address))
    sys.addaudithook(watch)
"""
WHOLE_PATH = """
    from qa import Archive, retrieve
    from qa.evaluation.judgements import Judgements, judgements_beside
    from qa.page.app import launch

    seeds, index, port, encoder = sys.argv[1:]
    archive = Archive.build(seeds, index, encoder=encoder)
    answer = archive.ask("How long is the border between Kazakhstan and Russia?")
    assert "7,591" in answer.evidence[0].sentence.text
    russian = archive.ask("Какова длина границы между Казахстаном и Россией?")
    assert russian.language == "ru"
    assert encoder == "english" or "7,591" in russian.evidence[0].passage.text
    assert retrieve("How long is the border?", index=index)
    port = int(port)
    page = launch(archive, Judgements(judgements_beside(Path(index))), port=port)
    served = urllib.request.urlopen(f"http://127.0.0.1:{port}/").read()
    assert b"Ask the archive" in served
    page.close(verbose=False)
    print("reached", reached)
    print("left in the home folder", sorted(str(path) for path in Path.home().rglob("*") if path.is_file()))
"""

FORMATS = """
    from qa import Archive
    from tests.articles.formats.made_pdf import column, make_pdf
    from tests.articles.formats.making import PROSE, packed, page

    folder, index = Path(sys.argv[1]), sys.argv[2]
    picture = '<img src="http://192.0.2.1/a.png"><script src="http://192.0.2.1/a.js"></script>'
    (folder / "page.html").write_text(page(f"<h1>Bridge closed</h1>{PROSE}{picture}"))
    (folder / "paper.pdf").write_bytes(make_pdf([column(["The tunnel was closed on Monday after a storm."])]))
    (folder / "feed.xml").write_text(
        '<rss version="2.0"><channel><item><title>Ferry</title><link>http://192.0.2.1/1</link>'
        "<description>The ferry to the island was cancelled on Tuesday.</description></item></channel></rss>"
    )
    mail = (
        "From: a@b.example\\nSubject: Port\\nDate: Tue, 05 Mar 2024 10:00:00 +0300\\nMessage-ID: <1@b.example>\\n\\n"
        "The port was closed on Tuesday, the master said.\\n"
    )
    (folder / "nested.zip").write_bytes(packed({"mail.eml": mail}))
    archive = Archive.build(folder, index, encoder="english")
    print(archive.report, [str(it) for it in archive.report.skipped])
    assert archive.ask("Why was the tunnel closed?").evidence[0].article.file == "paper.pdf"
    print("reached", reached)
"""


def clean_environment(home: Path) -> dict[str, str]:
    """An environment without CI, caches, proxies or a known home: what libraries that phone home look at."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "GRADIO_TEMP_DIR": str(home.parent / "gradio"),
    }


@pytest.fixture
def script(tmp_path: Path) -> Path:
    written = tmp_path / "whole_path.py"
    written.write_text(textwrap.dedent(WATCHING) + textwrap.dedent(WHOLE_PATH))
    (tmp_path / "home").mkdir()
    return written


@pytest.mark.parametrize("encoder", ["english", "multilingual"])
def test_no_address_but_this_machines_is_asked_for(script: Path, tmp_path: Path, encoder: str) -> None:
    command = [sys.executable, str(script), str(SEEDS), str(tmp_path / "index"), str(free_port()), encoder]
    ran = run(command, clean_environment(tmp_path / "home"))
    assert ran.returncode == 0, ran.stderr
    assert "reached []" in ran.stdout
    assert "left in the home folder []" in ran.stdout


@pytest.mark.parametrize("encoder", ["english", "multilingual"])
def test_the_whole_path_works_where_there_is_no_network_at_all(script: Path, tmp_path: Path, encoder: str) -> None:
    cut_off = apart("-rn", "ip link set lo up")
    command = [*cut_off, sys.executable, str(script), str(SEEDS), str(tmp_path / "index"), str(free_port()), encoder]
    ran = run(command, clean_environment(tmp_path / "home"))
    assert ran.returncode == 0, ran.stderr
    assert "reached []" in ran.stdout


def test_files_of_every_format_are_read_without_asking_anybody(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "formats.py").write_text(textwrap.dedent(WATCHING) + textwrap.dedent(FORMATS))
    command = [sys.executable, str(tmp_path / "formats.py"), str(tmp_path / "articles"), str(tmp_path / "index")]
    ran = run([*apart("-rn", "ip link set lo up"), *command], clean_environment(tmp_path / "home"))
    assert ran.returncode == 0, ran.stderr
    assert "4 added" in ran.stdout, ran.stdout
    assert "reached []" in ran.stdout
