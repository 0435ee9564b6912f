"""Keep the catalogue in a file, because reading it row by row from a large database takes seconds."""

import json
import zipfile
from pathlib import Path

import numpy as np

from qa.errors import DerivedDamaged
from qa.index.catalogue import Catalogue
from qa.index.files import synchronise
from qa.index.filters import FOLDING

_ARRAYS = ("articles", "living", "dates", "outlets", "places", "article_of")


def write_catalogue(path: Path, catalogue: Catalogue) -> None:
    """Write to a new file and push it to the disk."""
    names = np.frombuffer(json.dumps(catalogue.names).encode(), dtype=np.uint8)
    with path.open("xb") as file:
        arrays = {name: getattr(catalogue, name) for name in _ARRAYS}
        np.savez(file, allow_pickle=False, folding=np.array(FOLDING), names=names, **arrays)
    synchronise(path)


def open_catalogue(path: Path) -> Catalogue:
    """Open a file whose digest has been checked.

    Raises:
        DerivedDamaged: it holds no catalogue, or one by an older version that folded names otherwise.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
            folding = int(held["folding"]) if "folding" in held else None
            names = json.loads(held["names"].tobytes())
            catalogue = Catalogue(names=tuple(names), **{name: held[name] for name in _ARRAYS})
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise DerivedDamaged(f"{path} cannot be read ({error})") from error
    if folding != FOLDING:
        raise DerivedDamaged(f"{path} was written by an older version")
    return catalogue
