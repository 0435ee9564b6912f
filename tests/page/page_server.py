"""Serve archives from one process, each at an address of its own: every process imports Gradio, 3 s of a processor.

That process is `python -m tests.page.page_server`, which reads and answers a line for each page; `PageServer` speaks
with it. A page that is to be real to its process is served by `served` instead.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from qa.archive.archive import Archive
from qa.evaluation.judgements import Judgements, judgements_beside
from tests.conftest import ROOT
from tests.support.hand_encoder import HandEncoder
from tests.support.ports import free_port


class PageServer:
    """Speaks with that process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    @contextmanager
    def serving(self, index: Path, *, by_hand: bool = False) -> Iterator[str]:
        """Serve an index, with the encoder computed by hand or the real one, and give the address."""
        address = self._ask("by hand" if by_hand else "real", str(index), free_port())
        yield address
        self._ask("end", address)

    def _ask(self, *order: str | int) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


@contextmanager
def page_server() -> Iterator[PageServer]:
    """Start the process, which ends when nobody speaks to it any more."""
    command = [sys.executable, "-m", "tests.page.page_server"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield PageServer(process)


def main() -> None:
    """Serve what is asked for until nothing more is."""
    from gradio import Blocks

    from qa.index.index import Index
    from qa.models.encoder.choice import find_encoder
    from qa.models.reader.choice import find_reader
    from qa.page.app import launch
    from qa.page.serving.log_limit import limited_logs
    from qa.page.serving.private_folder import private_files

    served = dict[str, tuple[Archive, Blocks]]()
    encoders, readers = cache(find_encoder), cache(find_reader)  # loaded once: each takes some 200 MB

    def opened(index: Path) -> Archive:
        name = Index(index).state().encoder_name
        return Archive.open(index, encoder=encoders(name), reader=readers(name))

    def serve(index: Path, port: int, *, by_hand: bool) -> str:
        archive = Archive.open(index, encoder=HandEncoder()) if by_hand else opened(index)
        page = launch(archive, Judgements(judgements_beside(index)), port=port)
        address = str(page.local_url)
        served[address] = archive, page
        return address

    def end(address: str) -> str:
        archive, page = served.pop(address)
        page.close(verbose=False)
        archive.close()
        return address

    with private_files(), limited_logs():
        for line in sys.stdin:
            what, which, *port = json.loads(line)
            answer = end(which) if what == "end" else serve(Path(which), *port, by_hand=what == "by hand")
            sys.stdout.write(f"{answer}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
