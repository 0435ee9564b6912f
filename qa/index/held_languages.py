"""List the languages that the articles of an archive are in."""

from collections import Counter

import numpy as np

from qa.index.catalogue import Catalogue

_MAIN = 50


def held_languages(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the languages that living articles are in, second ones too, those of most articles first."""
    return tuple(articles_by_language(catalogue))


def main_languages(catalogue: Catalogue) -> tuple[str, ...]:
    """Return those that a fiftieth of the articles are in: a list of foreign names may seem to be in one more."""
    least = np.count_nonzero(catalogue.living) / _MAIN
    return tuple(language for language, count in articles_by_language(catalogue).items() if count >= least)


def articles_by_language(catalogue: Catalogue) -> dict[str, int]:
    """Count the living articles in each language, that of most first; one in two languages counts for both."""
    counts = Counter[str]()
    for column in (catalogue.languages_of, catalogue.second_of):
        for code, count in enumerate(np.bincount(column[catalogue.living]).tolist()):
            counts[catalogue.names[code]] += count
    held = sorted((it for it in counts if it and counts[it]), key=lambda it: (-counts[it], it))
    return {language: counts[language] for language in held}
