"""Show where the time of a warm question goes, by looking every millisecond at what is being done.

QUESTIONS is a file of judged questions, one JSON object a line; each is asked once after the first ten have warmed up.
An index of made-up passages, whose questions have their vectors given, as `python -m benchmarks.peers made` leaves both
behind:

    made=build/bench/made/made-1000000
    python -m benchmarks.scaling stages $made/indexes/qa $made/questions.jsonl --vectors $made/questions.npy
"""

import argparse
import inspect
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import numpy as np
from numpy.typing import NDArray

from benchmarks.scaling.known_questions import KnownQuestions, question_texts
from qa.archive.archive import Archive
from qa.index.index import Index
from qa.models.encoder.openvino_encoder import OpenVinoEncoder
from qa.models.reader.trained_reader import TrainedReader
from qa.retrieval import candidates, duplicate_search, evidence, fusion, near_duplicates, scoring, spelling, verdict
from qa.retrieval.scope import Scope
from qa.settings import Settings

_EVERY = 0.001
_WARMING = 10
_STAGES = {
    inspect.unwrap(function).__code__: stage
    for function, stage in (
        (OpenVinoEncoder.encode_question, "encode the question"),
        (TrainedReader.read, "read the first ten"),
        (Scope.nearest, "search by meaning"),
        (Scope.sharing, "search by words"),
        (fusion.fuse, "fuse"),
        (near_duplicates.group_copies, "fold copies"),
        (near_duplicates.wording, "fold copies"),
        (duplicate_search.find_copies, "copies in the whole archive"),
        (candidates.score_rows, "text of the candidates"),
        (scoring.score_passages, "score words and sentences"),
        (verdict.assess, "verdict"),
        (spelling.find_corrections, "spelling"),
        (evidence.page_of_evidence, "text and marks of the evidence"),
        (Index.view, "look for a new revision"),
    )
}
"""What is looked for in the calls that are open, from the innermost outwards: the first that is here counts."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what is asked, and how."""
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--fast", action="store_true", help="without the reader")
    parser.add_argument("--limit", type=int, default=5, help="passages a question (5)")
    parser.add_argument("--vectors", type=Path, help="the vectors of the questions, where passages are made up")


def main(given: argparse.Namespace) -> None:
    """Ask, and print the share of each stage."""
    questions = question_texts(given.questions)
    encoder = KnownQuestions(questions, np.load(given.vectors)) if given.vectors else None
    archive = Archive.open(given.index, encoder=encoder, settings=Settings(read=0) if given.fast else Settings())
    for question in questions[:_WARMING]:
        archive.ask(question, given.limit, kind="question")
    seconds = list[float]()
    with _watched() as seen:
        for question in questions:
            began = time.perf_counter()
            archive.ask(question, given.limit, kind="question")
            seconds.append(time.perf_counter() - began)
    _print(seen, np.array(seconds) * 1_000)


def _print(seen: Counter[str], milliseconds: NDArray[np.float64]) -> None:
    mean, looks = float(np.mean(milliseconds)), seen.total()
    print(f"{len(milliseconds)} questions: median {np.median(milliseconds):.1f} ms, mean {mean:.1f} ms")
    for stage, count in seen.most_common():
        print(f"  {stage:32} {count / looks:6.1%} {mean * count / looks:7.1f} ms")


@contextmanager
def _watched() -> Iterator[Counter[str]]:
    """Count every millisecond which stage the calling thread is in."""
    seen, stop, watched = Counter[str](), threading.Event(), threading.get_ident()

    def look() -> None:
        while not stop.wait(_EVERY):
            seen[_stage(sys._current_frames().get(watched))] += 1

    watching = threading.Thread(target=look, daemon=True)
    watching.start()
    yield seen
    stop.set()
    watching.join()


def _stage(frame: FrameType | None) -> str:
    while frame is not None:
        stage = _STAGES.get(frame.f_code)
        if stage is not None:
            return stage
        frame = frame.f_back
    return "the rest"
