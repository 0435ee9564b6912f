"""A small archive over the seeds, with an encoder that is computed by hand: it opens at once."""

import tempfile
from pathlib import Path

from qa.archive.archive import Archive
from tests.conftest import SEEDS
from tests.support.hand_encoder import HandEncoder


def over_the_seeds() -> Archive:
    return over(SEEDS)


def over(folder: Path) -> Archive:
    """Build an archive over a folder; its index is left to whoever clears the folder of temporary files."""
    return Archive.build(folder, Path(tempfile.mkdtemp(prefix="small-archive-")) / "index", encoder=HandEncoder())
