"""Know in memory what every article is called, to look for words in it and to put articles in the order of it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from qa.index.filters import fold
from qa.index.index import View
from qa.index.store.articles import names_of_all

_BEGINNING = r"(?<![^\W_])"


@dataclass(frozen=True)
class Titles:
    """What articles are called, in the order of the catalogue's."""

    folded: tuple[str, ...]
    """Empty for articles that are gone."""

    @cached_property
    def places(self) -> NDArray[np.int64]:
        """Where each stands in the order of the names; equal names have one place."""
        places = {name: place for place, name in enumerate(sorted(set(self.folded)))}
        return np.array([places[name] for name in self.folded], dtype=np.int64)

    def holding(self, words: Collection[str]) -> NDArray[np.bool_]:
        """Say which are called something in which words begin with all of some words; the words are folded."""
        chosen = np.ones(len(self.folded), dtype=np.bool_)
        for word in words:
            begins = _beginning(word).search
            chosen &= np.array([word in name and begins(name) is not None for name in self.folded], dtype=np.bool_)
        return chosen


def _beginning(word: str) -> re.Pattern[str]:
    """Find where no letter or digit goes before; anywhere where it begins with neither itself."""
    return re.compile((_BEGINNING if word[0].isalnum() else "") + re.escape(word))


def fold_titles(view: View) -> Titles:
    """Read the names at the revision of a view."""
    names = names_of_all(view.connection)
    return Titles(tuple(fold(names.get(row)) for row in view.snapshot.catalogue.articles.tolist()))
