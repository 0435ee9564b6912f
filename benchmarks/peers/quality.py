"""Judge what a contender found: which places of its ranking hold gold, by the rules of `qa evaluate`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import cast

import numpy as np

from benchmarks.peers.contenders import Given
from qa.archive.archive import Archive
from qa.articles.folder import read_bytes
from qa.articles.parsing import read_article
from qa.evaluation.judged import JudgedQuestion, read_judged_file
from qa.evaluation.metrics import ranking_metrics
from qa.records import Article, Passage
from qa.settings import Settings

MEASURES = ("hit@1", "hit@5", "nDCG@10")

Found = Sequence[Sequence[str]]
"""Places, best first, each with the ids of the paragraphs that stand there."""


class Shelf:
    """The articles and passages that everybody was given."""

    def __init__(self, given: Given) -> None:
        self._articles = given.articles
        self._passages = dict(_passages(given.passages))
        self.article = cache(self._read)

    def _read(self, file: str) -> Article:
        """Read an article as `Archive.article` does."""
        return read_article(file, read_bytes(self._articles, file, Settings())).article

    def gold_in(self, judged: JudgedQuestion, ids: Sequence[str]) -> frozenset[str]:
        """Return which of the gold the paragraphs of one place hold."""
        places = [self._passages[it] for it in ids if it in self._passages]
        return frozenset[str]().union(*(judged.found_in(self.article(file), passage) for file, passage in places))


def judge(given: Given, asked: Mapping[str, Found]) -> dict[str, float]:
    """Average the measures over the judged questions among those asked; empty where there are none.

    Raises:
        InvalidJudgements: the questions cannot be used.
    """
    if not given.judged.stat().st_size:
        return {}
    shelf = Shelf(given)
    questions = read_judged_file(given.judged, cast("Archive", shelf)).judged  # all that is asked of it is `article`
    measured = [_measures(shelf, it, asked[it.question]) for it in questions if it.question in asked]
    if not measured:
        return {}
    return {name: float(np.mean([it[name] for it in measured])) for name in MEASURES} | {"judged": len(measured)}


def _measures(shelf: Shelf, judged: JudgedQuestion, found: Found) -> dict[str, float]:
    gains, known = [], frozenset[str]()
    for ids in found:
        held = shelf.gold_in(judged, ids)
        gains.append(bool(held - known))
        known |= held
    return ranking_metrics(gains, len(known), judged.to_find - len(known))


def _passages(path: Path) -> Iterator[tuple[str, tuple[str, Passage]]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["passage"]["id"], (row["file"], Passage(**row["passage"]))
