"""Show where the time of a warm question goes, by looking at what is being done every millisecond.

    python benchmarks/asking/where_time_goes.py INDEX QUESTIONS [--fast] [--limit 10]

QUESTIONS is a file of judged questions, one JSON object a line; each is asked once after the first ten have warmed up.
An index of made-up passages, whose questions have their vectors given, as `python -m peers made` leaves both behind:

    cd build/bench/made/made-1000000
    export PYTHONPATH=../../../..:../../../../benchmarks
    python ../../../../benchmarks/asking/where_time_goes.py indexes/qa questions.jsonl --vectors questions.npy
"""

import argparse
import json
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

from qa.archive.archive import Archive
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings

_EVERY = 0.001
_WARMING = 10
_STAGES = {
    ("openvino_encoder.py", "encode_question"): "encode the question",
    ("trained_reader.py", "read"): "read the first ten",
    ("scope.py", "nearest"): "search by meaning",
    ("scope.py", "sharing"): "search by words",
    ("fusion.py", "fuse"): "fuse",
    ("copies.py", "group_copies"): "fold copies",
    ("copies.py", "wording"): "fold copies",
    ("copy_search.py", "find_copies"): "copies in the whole archive",
    ("ranking.py", "weigh_rows"): "text of the candidates",
    ("weighing.py", "weigh"): "weigh words and sentences",
    ("verdict.py", "confidence"): "verdict",
    ("spelling.py", "spell"): "spelling",
    ("evidence.py", "page_of_evidence"): "text and marks of the evidence",
    ("index.py", "view"): "look for a new revision",
}
"""What is looked for in the calls that are open, from the innermost outwards: the first that is here counts."""


def main() -> None:
    """Ask, and print the share of each stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--fast", action="store_true", help="without the reader")
    parser.add_argument("--limit", type=int, default=5, help="so many passages a question (5)")
    parser.add_argument("--vectors", type=Path, help="the vectors of the questions, where passages are made up")
    given = parser.parse_args()
    questions = [json.loads(line)["question"] for line in given.questions.read_text("utf-8").splitlines()]
    encoder = _known(questions, given.vectors) if given.vectors else None
    archive = Archive.open(given.index, encoder=encoder, settings=Settings(read=0) if given.fast else Settings())
    for question in questions[:_WARMING]:
        archive.ask(question, given.limit)
    seconds = list[float]()
    with _watched() as seen:
        for question in questions:
            began = time.perf_counter()
            archive.ask(question, given.limit)
            seconds.append(time.perf_counter() - began)
    _print(seen, np.array(seconds) * 1_000)


def _known(questions: list[str], vectors: Path) -> Encoder:
    from scaling.measured import KnownQuestions

    return KnownQuestions(questions, np.load(vectors))


def _print(seen: Counter[str], milliseconds: NDArray[np.float64]) -> None:
    mean, looks = float(np.mean(milliseconds)), seen.total()
    print(f"{len(milliseconds)} questions: median {np.median(milliseconds):.1f} ms, mean {mean:.1f} ms")
    for stage, count in seen.most_common():
        print(f"  {stage:32} {count / looks:6.1%} {mean * count / looks:7.1f} ms")


@contextmanager
def _watched() -> Iterator[Counter[str]]:
    """Look at what the calling thread is doing, again and again."""
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
        code = frame.f_code
        stage = _STAGES.get((Path(code.co_filename).name, code.co_name))
        if stage is not None:
            return stage
        frame = frame.f_back
    return "the rest"


if __name__ == "__main__":
    main()
