"""Write the catalogue to a file, and open it again."""

import json
import zipfile
from pathlib import Path

import numpy as np

from qa.articles.stated_names import FOLDING
from qa.errors import DerivedDamaged
from qa.index.catalogue import Catalogue
from qa.index.files import synchronise
from qa.index.versions import Versions

_ARRAYS = ("articles", "living", "dates", "updates", "outlets", "places", "languages_of", "second_of", "article_of")


def write_catalogue(path: Path, catalogue: Catalogue) -> None:
    """Write to a new file and flush it to the disk."""
    names = np.frombuffer(json.dumps(catalogue.names).encode(), dtype=np.uint8)
    with path.open("xb") as file:
        arrays = {name: getattr(catalogue, name) for name in _ARRAYS}
        np.savez(file, allow_pickle=False, folding=np.array(FOLDING), names=names, **arrays)
    synchronise(path)


def open_catalogue(path: Path) -> Catalogue:
    """Open a file whose digest has been checked; which articles are replaced, the database knows.

    Raises:
        DerivedDamaged: it holds no catalogue, or one by an older version that folded names otherwise.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
            folding = int(held["folding"]) if "folding" in held else None
            names = json.loads(held["names"].tobytes())
            arrays = {name: held[name] for name in _ARRAYS}
            catalogue = Catalogue(names=tuple(names), versions=Versions({}), **arrays)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise DerivedDamaged(f"{path} cannot be read ({error})") from error
    if folding != FOLDING:
        raise DerivedDamaged(f"{path} was written by an older version")
    if not _fits(catalogue):
        raise DerivedDamaged(f"{path} contradicts itself")
    return catalogue


def _fits(it: Catalogue) -> bool:
    """Return whether articles stand in the order of their rows, and each array refers to what is there."""
    articles, names = len(it.articles), len(it.names)
    codes_of = it.outlets, it.places, it.languages_of, it.second_of
    return (
        {len(it.living), len(it.dates), len(it.updates), *map(len, codes_of)} == {articles}
        and bool((np.diff(it.articles) > 0).all())
        and all(((codes >= 0) & (codes < names)).all() for codes in codes_of)
        and bool(((it.article_of >= -1) & (it.article_of < articles)).all())
    )
