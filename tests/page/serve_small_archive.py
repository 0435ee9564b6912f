"""Serve a small archive as a process of its own: `python -m tests.page.serve_small_archive PORT`."""

import sys
import tempfile
from pathlib import Path

from qa.archive.archive import Archive
from qa.evaluation.judgements import Judgements
from qa.page.app import serve_archive
from tests.conftest import SEEDS
from tests.support.hand_encoder import HandEncoder

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.build(SEEDS, Path(folder) / "index", encoder=HandEncoder())
        serve_archive(archive, Judgements(Path(folder) / "judgements.jsonl"), port=int(sys.argv[1]))
