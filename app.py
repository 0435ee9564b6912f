"""Serve the articles in `seeds/` as a web page: `python app.py`, from any directory."""

from pathlib import Path

from rich.console import Console

from qa.archive.archive import Archive
from qa.cli.terminal import BuildProgress
from qa.errors import QaError
from qa.evaluation.judgements import Judgements, judgements_beside
from qa.page.app import serve_archive

HERE = Path(__file__).resolve().parent
INDEX = HERE / "index"

if __name__ == "__main__":
    try:
        with BuildProgress(Console(stderr=True)) as progress:
            archive = Archive.build(HERE / "seeds", INDEX, progress=progress)
        serve_archive(archive, Judgements(judgements_beside(INDEX)), unserved=(INDEX, archive.folder))
    except QaError as error:
        raise SystemExit(str(error)) from error
