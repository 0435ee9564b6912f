"""Compare BM25 engines: `cd benchmarks; python -m scaling.words --texts T.json --question-texts Q.jsonl --sizes N...`.

It wants bm25s and PyStemmer, which nothing else does. Every engine is asked in processes of its own, in rounds.
The times of searches are those the processor spent, on one thread; those of building and changing are by the clock.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from scaling.engines import Bm25s, Engine, Fts5, Tantivy, question_words
from scaling.processes import apart, resident
from scaling.synthetic import perturbed_texts, scattered

ENGINES: dict[str, type[Engine]] = {"Tantivy": Tantivy, "SQLite FTS5": Fts5, "bm25s": Bm25s}
_SEED = 3
_COUNT, _COMPARED = 200, 10
_LEFT = 0.01
_ASKED = 60
_CHANGES = 5
_PATIENCE = 40.0  # seconds one process asks


@dataclass(frozen=True, slots=True)
class Built:
    """What building cost."""

    seconds: float
    bytes: int
    most_resident: int


@dataclass(frozen=True, slots=True)
class Round:
    """What one process measured of one engine."""

    resident: int
    seconds: dict[bool, list[float]]
    """By whether the filter was on."""
    found: dict[bool, list[list[int]]]


@dataclass(frozen=True, slots=True)
class Changes:
    """How long one passage took until searches showed it, and until they no longer did."""

    adding: float
    deleting: float


def main() -> None:
    """Build, ask, change and print, size by size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--question-texts", type=Path, required=True, help='JSON lines with "question"')
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=2)
    wanted, _ = parser.parse_known_args()  # the comparison of vectors takes the same arguments and more
    lines = wanted.question_texts.read_text("utf-8").splitlines()
    questions = [str(json.loads(line)["question"]) for line in lines]
    questions = questions[:: max(len(questions) // _ASKED, 1)][:_ASKED]
    for size in wanted.sizes:
        with tempfile.TemporaryDirectory(prefix="scaling-") as name:
            folder = Path(name)
            print(f"\n## {size:,} passages\n", flush=True)
            apart(_prepare, folder, size, wanted.texts)
            built = {engine: apart(_build, folder, engine, size) for engine in ENGINES}
            rounds: dict[str, list[Round]] = {engine: [] for engine in ENGINES}
            for _ in range(wanted.rounds):
                for engine in ENGINES:
                    rounds[engine].append(apart(_ask, folder, engine, questions))
            changes = {engine: apart(_change, folder, engine, size) for engine in ENGINES if engine != "bm25s"}
            _print(size, built, rounds, changes)


def _prepare(folder: Path, size: int, texts: Path) -> None:
    with (folder / "texts").open("w", encoding="utf-8") as file:
        file.writelines(f"{text}\n" for text in perturbed_texts(json.loads(texts.read_text("utf-8")), size, _SEED))


def _texts(folder: Path) -> Iterator[str]:
    with (folder / "texts").open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n")


def _build(folder: Path, name: str, size: int) -> Built:
    home = folder / name
    home.mkdir()
    left = scattered(size, _LEFT, _SEED)
    before = resident()
    started = time.perf_counter()
    ENGINES[name](home).build(_texts(folder), left)
    seconds = time.perf_counter() - started
    size_on_disk = sum(part.stat().st_size for part in home.rglob("*") if part.is_file())
    return Built(seconds, size_on_disk, resident("VmHWM") - before)


def _ask(folder: Path, name: str, questions: list[str]) -> Round:
    asked = [question_words(question) for question in questions]
    before = resident()
    engine = ENGINES[name](folder / name)
    engine.open()
    engine.search(asked[0], _COUNT, filtered=False)
    seconds: dict[bool, list[float]] = {False: [], True: []}
    found: dict[bool, list[list[int]]] = {False: [], True: []}
    for filtered in (False, True):
        began = time.perf_counter()
        for words in asked:
            started = time.thread_time()
            found[filtered].append(engine.search(words, _COUNT, filtered))
            seconds[filtered].append(time.thread_time() - started)
            if time.perf_counter() - began > _PATIENCE:
                break
    return Round(resident() - before, seconds, found)


def _change(folder: Path, name: str, size: int) -> Changes:
    engine = ENGINES[name](folder / name)
    engine.open()
    template = next(_texts(folder))
    adding, deleting = [], []
    for number in range(size, size + _CHANGES):
        word = f"unheardof{number}"
        text = f"{template} {word}"
        started = time.perf_counter()
        engine.add(number, text)
        if engine.search([word], _COUNT, filtered=False) != [number]:
            raise RuntimeError(f"{name} does not find what was added")
        added = time.perf_counter()
        engine.delete(number, text)
        if engine.search([word], _COUNT, filtered=False):
            raise RuntimeError(f"{name} finds what was deleted")
        adding.append(added - started)
        deleting.append(time.perf_counter() - added)
    return Changes(statistics.median(adding), statistics.median(deleting))


def _print(size: int, built: dict[str, Built], rounds: dict[str, list[Round]], changes: dict[str, Changes]) -> None:
    print(
        "| engine | build s | most memory then, MB | bytes/passage | resident MB | p50 ms | p95 |"
        f" {_LEFT:.0%} left: p50 | p95 | add one, ms | delete one |\n|---|" + "--:|" * 10
    )
    for name, cost in built.items():
        row = f"| {name} | {cost.seconds:.1f} | {cost.most_resident / 1e6:.0f} | {cost.bytes / size:.0f} |"
        row += f" {statistics.median(some.resident for some in rounds[name]) / 1e6:.0f} |"
        for filtered in (False, True):
            times = 1000 * np.concatenate([some.seconds[filtered] for some in rounds[name]])
            row += f" {np.median(times):.2f} | {np.percentile(times, 95):.2f} |"
        change = changes.get(name)
        row += f" {1000 * change.adding:.0f} | {1000 * change.deleting:.0f} |" if change else " a rebuild | a rebuild |"
        print(row, flush=True)
    print(f"\n| shared of the first {_COMPARED} | all | {_LEFT:.0%} left |\n|---|--:|--:|")
    for one, other in combinations(built, 2):
        pairs = [[rounds[name][0].found[filtered] for name in (one, other)] for filtered in (False, True)]
        print(f"| {one}, {other} | {' | '.join(f'{_shared(*pair):.2f}' for pair in pairs)} |", flush=True)


def _shared(one: list[list[int]], other: list[list[int]]) -> float:
    """Give the mean overlap of the first ten, over the questions that both answered in time."""
    tops = [(set(a[:_COMPARED]), set(b[:_COMPARED])) for a, b in zip(one, other, strict=False)]
    return statistics.mean(len(a & b) / max(len(a), len(b), 1) for a, b in tops)


if __name__ == "__main__":
    main()
