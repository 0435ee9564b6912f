"""Serve the articles in `seeds/` as a web page: `python app.py`, from any directory."""

from pathlib import Path

from rich.console import Console

from qa.archive.archive import Archive
from qa.cli.build_progress import BuildProgress
from qa.cli.interruption import interruptible, unhurried
from qa.errors import QaError
from qa.evaluation.judgements import Judgements, judgements_beside
from qa.models.encoder.choice import ENGLISH, MULTILINGUAL
from qa.models.multilingual.encoder import have_multilingual
from qa.page.app import serve_archive

HERE = Path(__file__).resolve().parent
INDEX = HERE / "index"

if __name__ == "__main__":
    try:
        with interruptible("stopped; nothing is lost, run the same command to go on"):
            # Their visitors ask in Russian and Kazakh as well, which the encoder of English archives does not read.
            encoder = MULTILINGUAL if have_multilingual() else ENGLISH
            with BuildProgress(Console(stderr=True)) as progress:
                archive = Archive.build(HERE / "seeds", INDEX, encoder=encoder, progress=progress)
            judgements = Judgements(judgements_beside(INDEX))
            serve_archive(archive, judgements, beside=unhurried(), unserved=(INDEX, archive.folder))
    except QaError as error:
        raise SystemExit(str(error)) from error
