"""Serve the articles in `seeds/` as a web page: `python app.py`, from any directory."""

from pathlib import Path

from rich.console import Console

from qa.archive import Archive
from qa.errors import QaError
from qa.page.app import serve_archive
from qa.terminal import BuildProgress

HERE = Path(__file__).resolve().parent
EXAMPLES = (
    "How long is the border between Kazakhstan and Russia?",
    "When will Tokayev make a state visit to Russia?",
    "How much did trade with Kazakhstan grow?",
    "What is the main priority of Kazakhstan's foreign policy?",
)

if __name__ == "__main__":
    try:
        with BuildProgress(Console(stderr=True)) as progress:
            archive = Archive.build(HERE / "seeds", HERE / "index", progress=progress)
        serve_archive(archive, examples=EXAMPLES)
    except QaError as error:
        raise SystemExit(str(error)) from error
