"""Serve a small archive as a process of its own: `python -m tests.page.serve_small_archive seeds|hostile PORT`."""

import sys

from qa.page.app import serve_archive

from .hostile import hostile_archive
from .small_archive import over_the_seeds

if __name__ == "__main__":
    archive = {"seeds": over_the_seeds, "hostile": hostile_archive}[sys.argv[1]]()
    serve_archive(archive, port=int(sys.argv[2]), examples=("How long is the land border?",))
