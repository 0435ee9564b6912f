"""List the languages that the articles of an archive are in."""

import numpy as np

from qa.index.catalogue import Catalogue

_FEW, _SMALL_SHARE, _TINY_SHARE = 5, 50, 500
"""Of 2,124 English articles one, with a list of players, is taken for French."""


def held_languages(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the languages that living articles are in, second ones too, those of most articles first."""
    return tuple(catalogue.by_language)


def main_languages(catalogue: Catalogue) -> tuple[str, ...]:
    """Return those that a fiftieth of the articles are in, or five of them and one in five hundred.

    A list of foreign names may seem to be in one more.
    """
    articles = np.count_nonzero(catalogue.living)
    least = min(articles / _SMALL_SHARE, max(_FEW, articles / _TINY_SHARE))
    return tuple(language for language, count in catalogue.by_language.items() if count >= least)
