"""Serve a small archive as a process of its own: `python -m tests.page.serve_small_archive seeds|hostile PORT`."""

import sys
import tempfile
from pathlib import Path

from qa.evaluation.judgements import Judgements
from qa.page.app import serve_archive
from tests.page.hostile import hostile_folder
from tests.page.small_archive import over, over_the_seeds

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        archive = over_the_seeds() if sys.argv[1] == "seeds" else over(hostile_folder(Path(folder)))
        serve_archive(archive, Judgements(Path(folder) / "judgements.jsonl"), port=int(sys.argv[2]))
