"""Measure how good the answers are, and hold that to floors.toml: what `make quality` runs.

Exit code 1 where a figure is below its floor, 2 where something cannot be measured.
"""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console

from benchmarks.quality.curves import draw
from benchmarks.quality.fit.out_of_fold_reader import OutOfFoldReader
from benchmarks.quality.floors import Held, hold, read_floors, summary, table
from benchmarks.quality.judged_collections import WORK, Collection, bring_up_to_date, given_collections, held_back
from benchmarks.quality.measured import Measured, added_milliseconds, measure
from benchmarks.quality.read_once import ReadOnce
from qa.cli.build_progress import BuildProgress
from qa.errors import QaError
from qa.evaluation.report import evaluation_line
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.protocol import Encoder
from qa.models.reader.choice import find_reader
from qa.models.reader.protocol import Reader
from qa.retrieval.ranking import Models
from qa.settings import Settings

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
    parser.add_argument("--fast", action="store_true", help="without the reader; for the news, floors of their own")
    parser.add_argument("--work", type=Path, default=WORK, help="where indexes and results stay for the next run")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="a sample for CI: every Nth question")
    given = parser.parse_args()
    try:
        collections = _collections(given)
        settings = Settings(read=0) if given.fast else Settings()
        sys.exit(_BELOW if _below(collections, settings, given.work / "reliability.svg") else 0)
    except QaError as error:
        print(f"quality: {error}", file=sys.stderr)
        sys.exit(_FAILED)


def _collections(given: argparse.Namespace) -> Sequence[Collection]:
    if given.final:
        print(_CLOSING)
        return (held_back(given.evaluation, given.news, given.work),)
    return given_collections(given.evaluation, given.news, given.work, every=given.every)


def _below(collections: Sequence[Collection], settings: Settings, drawing: Path) -> bool:
    """Measure collections, print, and return whether a figure is below its floor."""
    rows, curves = list[Held](), {}
    for collection in collections:
        print(f"the index of {collection.name}", file=sys.stderr)
        with BuildProgress(Console(stderr=True, highlight=False)) as progress:
            bring_up_to_date(collection, find_encoder(collection.encoder), progress)
    for collection, measured in zip(collections, _side_by_side(collections, settings), strict=True):
        rows += _held(collection, measured, find_encoder(collection.encoder), settings)
        if collection.fitted:
            curves["news, out of fold"] = measured.verdict.asked
        elif collection.name == "xquad":
            curves["XQuAD, with and without its answers"] = measured.verdict.pairs
    print(summary(rows))
    if curves:
        draw(curves, drawing)
        print(f"reliability: {drawing}")
    return any(it.below for it in rows)


def _side_by_side(collections: Sequence[Collection], settings: Settings) -> Sequence[Measured]:
    """Measure collections two at a time, in processes of their own, for most of it is the work of one thread."""
    if len(collections) == 1:
        return [_measured(collections[0], settings)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        begun = [processes.submit(_measured, it, settings) for it in reversed(collections)]  # the smallest comes last
        return [it.result() for it in reversed(begun)]


def _measured(collection: Collection, settings: Settings) -> Measured:
    print(f"measuring {collection.name}", file=sys.stderr)
    encoder = find_encoder(collection.encoder)
    return measure(collection, Models(encoder, _reader(collection, encoder) if settings.read else None), settings)


def _reader(collection: Collection, encoder: Encoder) -> Reader | None:
    """Return who reads: where readers were trained on the questions, one that was trained on the others."""
    if collection.fitted:
        return OutOfFoldReader()
    reader = find_reader(encoder.name)
    return None if reader is None else ReadOnce(reader)


def _held(collection: Collection, measured: Measured, encoder: Encoder, settings: Settings) -> Sequence[Held]:
    """Time a few questions, now that nothing runs beside; write the evaluation and print the table."""
    asked = [it.question for it in measured.evaluation.outcomes]
    added = {"added to encoding and searches, ms": added_milliseconds(collection, encoder, settings, asked)}
    section, path = collection.name, collection.evaluation
    if not settings.read:
        section, path = f"{section}, fast", path.with_stem(f"{path.stem}_fast")
    path.write_text(evaluation_line(measured.evaluation), encoding="utf-8")
    held = hold({**measured.figures, **added}, read_floors(FLOORS).get(section, {}))
    print(table(_title(section, collection, measured), held), end="\n\n", flush=True)
    return held


def _title(section: str, collection: Collection, measured: Measured) -> str:
    asked = measured.evaluation.outcomes
    without = sum(not it.answerable for it in asked)
    return (
        f"{section}: {len(asked):,} questions, {without:,} without an answer "
        f"(SHA-256 {measured.evaluation.questions_digest[:16]}); {measured.articles:,} articles, "
        f"{measured.passages:,} passages{'; the verdict out of fold' if collection.fitted else ''}"
    )


if __name__ == "__main__":
    main()
