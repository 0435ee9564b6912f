"""Keep the catalogue in a file, because reading it row by row from a large database takes seconds."""

import json
import zipfile
from pathlib import Path

import numpy as np

from qa.catalogue import Catalogue
from qa.errors import DerivedDamaged
from qa.files import synchronise

_ARRAYS = ("articles", "living", "dates", "outlets", "places", "article_of")


def write_catalogue(path: Path, catalogue: Catalogue) -> None:
    """Write to a new file and push it to the disk."""
    names = np.frombuffer(json.dumps(catalogue.names).encode(), dtype=np.uint8)
    with path.open("xb") as file:
        np.savez(file, allow_pickle=False, names=names, **{name: getattr(catalogue, name) for name in _ARRAYS})
    synchronise(path)


def open_catalogue(path: Path) -> Catalogue:
    """Open a file whose digest has been checked.

    Raises:
        DerivedDamaged: it holds no catalogue.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
            names = json.loads(held["names"].tobytes())
            return Catalogue(names=tuple(names), **{name: held[name] for name in _ARRAYS})
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise DerivedDamaged(f"{path} cannot be read ({error})") from error
