"""Serve a small archive to others: `python -m tests.page.serving.serve HOST PORT [AUTH [BEHIND]]`; or to everyone."""

import sys
import tempfile
from pathlib import Path

import qa
from qa.archive.archive import Archive
from qa.evaluation.judgements import Judgements
from qa.page.app import serve_archive
from qa.page.serving.access import decide_access
from qa.page.serving.bind_address import find_bind_address
from qa.page.serving.credentials import read_credentials
from tests.conftest import SEEDS
from tests.support.hand_encoder import HandEncoder

if __name__ == "__main__":
    host, port, *more = sys.argv[1:]
    access = decide_access(
        find_bind_address(host, int(port)),
        read_credentials(more[0]) if more else None,
        no_auth=not more,
        behind=more[1] if more[1:] else None,
    )
    with tempfile.TemporaryDirectory() as folder:
        serve_archive(
            Archive.build(SEEDS, Path(folder) / "index", encoder=HandEncoder()),
            Judgements(Path(folder) / "judgements.jsonl"),
            host,
            int(port),
            access=access,
            unserved=[SEEDS, Path(qa.__file__).parent],
        )
