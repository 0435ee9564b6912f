"""Measure floors for qa/retrieval/relevance.py.

    python -m benchmarks.quality.fit.relevance_floor QUESTIONS --index DIR

Prints a table: which share of the passages that answer each floor keeps among the first candidates, and which share of
the others it drops.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.archive.archive import Archive
from qa.evaluation.judged import JudgedQuestion, read_judged_file
from qa.index.filters import Filters
from qa.index.index import Index, View
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.protocol import Encoder
from qa.retrieval.candidates import candidates, score_rows
from qa.retrieval.query import query_of
from qa.retrieval.question import parse
from qa.retrieval.ranking import Models
from qa.retrieval.relevance import RELEVANCE_FLOOR, probabilities, rivals
from qa.retrieval.scope import scope_of
from qa.settings import Settings

_FLOORS = (0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.02)


@dataclass(frozen=True, slots=True)
class Found:
    """The first candidates for a question."""

    answerable: bool
    likely: NDArray[np.float64]
    """How likely each answers."""
    golden: NDArray[np.bool_]
    """Which of them do."""


def main() -> None:
    """Find the candidates of every question and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, help="judged questions, one JSON object a line (see judged.py)")
    parser.add_argument("--index", type=Path, required=True, help="the index of the articles that they are about")
    given = parser.parse_args()
    index, settings, encoder = Index(given.index), Settings(), find_encoder()
    questions = read_judged_file(given.questions, Archive(index, Models(encoder), settings)).judged
    with index.view() as view:
        found = list(_candidates(view, settings, encoder, questions))
    answered = [it for it in found if it.answerable]
    gold = np.concatenate([it.likely[it.golden] for it in answered])
    others = np.concatenate([it.likely[~it.golden] for it in answered])
    unanswerable = np.concatenate([np.empty(0), *(it.likely for it in found if not it.answerable)])
    print(f"{len(gold)} passages that answer {len(answered)} questions among {len(gold) + len(others)} candidates")
    print("| floor | answers kept | others dropped | dropped where nothing answers | kept a question, median |")
    print("|---|---|---|---|---|")
    for floor in sorted({*_FLOORS, RELEVANCE_FLOOR}):
        kept = np.median([np.count_nonzero(it.likely >= floor) for it in answered])
        shares = ((gold >= floor).mean(), (others < floor).mean(), _share(unanswerable < floor))
        print(f"| {floor} | {' | '.join(f'{share:.3f}' for share in shares)} | {kept:.0f} |")


def _candidates(
    view: View, settings: Settings, encoder: Encoder, questions: Sequence[JudgedQuestion]
) -> Iterator[Found]:
    for judged in questions:
        question = parse(judged.question)
        query = query_of(view, encoder, question, encoder.encode_question(question.words))
        nearest = candidates(view, settings, query, scope_of(view, question, Filters()))
        cosines = dict(islice(nearest, settings.candidates))
        scored = {it.stored.row: it for it in score_rows(view, query, cosines)}
        found = [scored[row] for row in cosines]
        golden = [bool(judged.found_in(it.article, it.stored.passage)) for it in found]
        likely = probabilities(found, rivals(found[: settings.scored]))
        yield Found(judged.answerable, np.array(likely), np.array(golden))


def _share(chosen: NDArray[np.bool_]) -> float:
    return float(chosen.mean()) if len(chosen) else float("nan")


if __name__ == "__main__":
    main()
