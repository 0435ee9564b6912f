"""Measure how good the answers are, and hold that to floors.toml: what `make quality` runs.

Exit code 1 where a figure is below its floor, 2 where something cannot be measured.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from curves import draw
from floors import Held, hold, read_floors
from judged_collections import WORK, Collection, given_collections, held_back
from measured import Measured, measure
from rich.console import Console
from table import summary, table

from qa.encoder.protocol import Encoder
from qa.encoder.sentence_transformer import find_encoder
from qa.errors import QaError
from qa.evaluation.form import evaluation_line
from qa.terminal import BuildProgress

FLOORS = Path(__file__).with_name("floors.toml")
_CLOSING = (
    "These questions were held back: ask them once, for the note that closes a release. "
    "Whoever chooses by them has nothing left to measure with."
)
_BELOW, _FAILED = 1, 2


def main() -> None:
    """Read the command line, measure, and exit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path, metavar="EVALUATION", help="the folder of judged questions")
    parser.add_argument("news", type=Path, metavar="NEWS", help="the folder of news articles that they are about")
    parser.add_argument("--final", action="store_true", help="ask the questions held back, for closing a release")
    parser.add_argument("--only", choices=("seeds", "xquad", "news"), help="measure one collection, not all")
    given = parser.parse_args()
    try:
        sys.exit(_BELOW if _below(given.evaluation, given.news, final=given.final, only=given.only) else 0)
    except QaError as error:
        print(f"quality: {error}", file=sys.stderr)
        sys.exit(_FAILED)


def _below(evaluation: Path, news: Path, *, final: bool, only: str | None) -> bool:
    """Measure the collections, print, and say whether a figure is below its floor."""
    if final:
        print(_CLOSING)
    collections = (held_back(evaluation, news),) if final else given_collections(evaluation, news)
    encoder, rows, curves = find_encoder(), list[Held](), {}
    for collection in (it for it in collections if only in (None, it.name)):
        measured, held = _held(collection, encoder)
        rows += held
        if collection.fitted:
            curves["news, out of fold"] = measured.verdict.asked
        elif collection.name == "xquad":
            curves["XQuAD, with and without its answers"] = measured.verdict.pairs
    print(summary(rows))
    if curves:
        draw(curves, WORK / "reliability.svg")
        print(f"reliability: {WORK / 'reliability.svg'}")
    return any(it.below for it in rows)


def _held(collection: Collection, encoder: Encoder) -> tuple[Measured, Sequence[Held]]:
    print(f"measuring {collection.name}", file=sys.stderr)
    with BuildProgress(Console(stderr=True, highlight=False)) as progress:
        measured = measure(collection, encoder, progress)
    collection.evaluation.write_text(evaluation_line(measured.evaluation), encoding="utf-8")
    held = hold(measured.figures, read_floors(FLOORS).get(collection.name, {}))
    print(table(_title(collection, measured), held), end="\n\n", flush=True)
    return measured, held


def _title(collection: Collection, measured: Measured) -> str:
    asked = measured.evaluation.asked
    without = sum(not it.answerable for it in asked)
    return (
        f"{collection.name}: {len(asked):,} questions, {without:,} without an answer "
        f"(SHA-256 {measured.evaluation.questions_digest[:16]}); {measured.articles:,} articles, "
        f"{measured.passages:,} passages{'; the verdict out of fold' if collection.fitted else ''}"
    )


if __name__ == "__main__":
    main()
