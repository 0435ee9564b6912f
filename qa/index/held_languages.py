"""List the languages that the articles of an archive are in."""

import numpy as np

from qa.index.catalogue import Catalogue

_MAIN = 50


def held_languages(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the languages that living articles are in, second ones too, those of most articles first."""
    return tuple(catalogue.by_language)


def main_languages(catalogue: Catalogue) -> tuple[str, ...]:
    """Return those that a fiftieth of the articles are in: a list of foreign names may seem to be in one more."""
    least = np.count_nonzero(catalogue.living) / _MAIN
    return tuple(language for language, count in catalogue.by_language.items() if count >= least)
