"""Compare FAISS factories: `cd benchmarks; python -m scaling.vectors --vectors V.npy --questions Q.npy --sizes N...`.

Every index is searched in processes of its own, in rounds, one query and one thread at a time. Recall@10 is against
exact search over the vectors rounded to float16. "rs", re-scored: the first 200 found are ordered by those vectors,
read from a memory-mapped file; the times hold that, but for the exact indexes. The times of searches are those the
processor spent, which other work on the machine hardly moves; the times of training and adding are by the clock.
"""

import argparse
import math
import multiprocessing
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from scaling.processes import apart, resident
from scaling.synthetic import BLOCK, Vectors, scattered
from scaling.workspace import SEED, SHARES, Recall, Workspace, exact_cosines, prepare

_DEPTH = 200
_TRAINED_ON = 64  # vectors a list
_LISTS_FROM, _ALL_TO = 100_000, 100_000  # passages
_EXACT = ("Flat", "SQfp16")
_NUMBERED = ("IDMap,Flat", "IDMap,SQfp16")
_ONE_LIST = "IVF1,PQ192x4fs"  # FAISS takes no filter with these codes but in lists
_GRAPHS = ("HNSW32", "HNSW16_SQ8")
_CODES = ("SQfp16", "SQ8", "RaBitQ4", "PQ192x4fs")
_CALIBRATED = "PQ192x4fs"


@dataclass(frozen=True, slots=True)
class Built:
    """What building cost, in seconds and in bytes on the disk."""

    trained: float
    added: float
    bytes: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One way to search: an index, how much of it is probed, and what share a filter leaves."""

    factory: str
    effort: int
    share: float


@dataclass(frozen=True, slots=True)
class Round:
    """What one process measured of one index."""

    resident: int
    seconds: dict[Cell, list[float]]
    recall: dict[Cell, Recall]


def main() -> None:
    """Build, search and print, size by size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, help="vectors of sentences: one more stand-in for questions")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 50_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=2)
    wanted, _ = parser.parse_known_args()  # the comparison of words takes the same arguments and more
    for size in wanted.sizes:
        with tempfile.TemporaryDirectory(prefix="scaling-") as folder:
            space = Workspace(Path(folder))
            print(f"\n## {size:,} passages\n", flush=True)
            apart(prepare, space, size, wanted.vectors, wanted.questions, wanted.sentences)
            names = [*_EXACT, "SQ8", _ONE_LIST, *(_NUMBERED if size <= _ALL_TO else ())]
            names += _GRAPHS if _LISTS_FROM <= size <= _ALL_TO else ()
            built = {name: apart(_build, space, name) for name in names}
            for lists in (round(2 * math.sqrt(size)), round(4 * math.sqrt(size))) if size >= _LISTS_FROM else ():
                built |= apart(_build_lists, space, lists, ("Flat", *_CODES) if size <= _ALL_TO else _CODES)
            order = np.random.default_rng(SEED)
            rounds: dict[str, list[Round]] = {name: [] for name in built}
            for number in range(wanted.rounds):
                for name in order.permutation(list(built)).tolist():
                    rounds[name].append(apart(_measure, space, name, number == 0))
            _print(size, built, rounds)
            for name in built:
                if name.endswith(f",{_CALIBRATED}") and name != _ONE_LIST:
                    apart(_calibrate, space, name)


def _build(space: Workspace, factory: str, centroids: Vectors | None = None) -> Built:
    vectors = space.vectors
    index = faiss.index_factory(vectors.shape[1], factory, faiss.METRIC_INNER_PRODUCT)
    started = time.perf_counter()
    if centroids is not None:
        index.quantizer.add(centroids)  # trained once for all kinds of codes; FAISS then leaves it as it is
    if not index.is_trained:
        faiss.omp_set_num_threads(1)  # on busy cores two threads wait for each other: a second becomes a minute
        index.train(_some(vectors, 100_000))
        faiss.omp_set_num_threads(multiprocessing.cpu_count())
    trained = time.perf_counter()
    for first in range(0, len(vectors), 5 * BLOCK):
        block = vectors[first : first + 5 * BLOCK].astype(np.float32)
        if factory.startswith("IDMap"):
            index.add_with_ids(block, np.arange(first, first + len(block)))
        else:
            index.add(block)
    added = time.perf_counter()
    faiss.write_index(index, str(space.file(factory)))
    return Built(trained - started, added - trained, space.file(factory).stat().st_size)


def _build_lists(space: Workspace, lists: int, kinds: tuple[str, ...]) -> dict[str, Built]:
    started = time.perf_counter()
    sample = _some(space.vectors, lists * _TRAINED_ON)
    means = faiss.Kmeans(sample.shape[1], lists, niter=10, spherical=True, seed=SEED)
    means.train(sample)
    shared = time.perf_counter() - started
    found = {f"IVF{lists},{codes}": _build(space, f"IVF{lists},{codes}", means.centroids) for codes in kinds}
    return {name: Built(shared + some.trained, some.added, some.bytes) for name, some in found.items()}


def _some(vectors: NDArray[np.float16], count: int) -> Vectors:
    rows = np.random.default_rng(SEED).permutation(len(vectors))[:count]
    return vectors[np.sort(rows)].astype(np.float32)


def _search(index: faiss.Index, cell: Cell, mask: NDArray[np.bool_], asked: Vectors) -> NDArray[np.int64]:
    """Search as qa does: the bitmap is made for every question, and a filter widens what is probed."""
    named = {}
    if cell.share < 1:
        bits = np.packbits(mask, bitorder="little")
        named["sel"] = faiss.IDSelectorBitmap(bits)
    effort = math.ceil(cell.effort / cell.share)
    if cell.factory.startswith("IVF"):
        parameters = faiss.SearchParametersIVF(nprobe=min(index.nlist, effort or index.nlist), **named)
    elif cell.factory.startswith("HNSW"):
        parameters = faiss.SearchParametersHNSW(efSearch=effort, **named)
    else:
        parameters = faiss.SearchParameters(**named)
    return index.search(asked, _DEPTH, params=parameters)[1]  # type: ignore[no-any-return]


def _measure(space: Workspace, factory: str, with_recall: bool) -> Round:
    vectors, asked = space.vectors, space.sets["questions"]
    masks = {share: scattered(len(vectors), share, SEED) for share in SHARES}
    before = resident()
    index = faiss.read_index(str(space.file(factory)))
    held = resident() - before
    efforts: tuple[int, ...] = (0,)
    if factory.startswith("HNSW"):
        efforts = (256,)
    elif factory.startswith("IVF") and factory != _ONE_LIST:
        efforts = (32, 64, 128, 256, 512)
    cells = [Cell(factory, effort, share) for effort in efforts for share in SHARES]
    faiss.omp_set_num_threads(1)
    index.search(asked[:3], _DEPTH)
    seconds: dict[Cell, list[float]] = {cell: [] for cell in cells}
    for cell in cells:
        began = time.perf_counter()
        for vector in np.random.default_rng().permutation(asked)[:, None]:
            started = time.thread_time()
            found = _search(index, cell, masks[cell.share], vector)
            if not factory.endswith(_EXACT):
                exact_cosines(vectors, found, vector).argsort()
            seconds[cell].append(time.thread_time() - started)
            if len(seconds[cell]) >= 10 and time.perf_counter() - began > 0.3:
                break
    faiss.omp_set_num_threads(multiprocessing.cpu_count())
    recall = {}
    for cell in cells if with_recall else []:
        found = _search(index, cell, masks[cell.share], asked)
        recall[cell] = space.recall("questions", cell.share, found)
    return Round(held, seconds, recall)


def _print(size: int, built: dict[str, Built], rounds: dict[str, list[Round]]) -> None:
    print("\n| factory | train s | add s | bytes/vector | resident MB |\n|---|--:|--:|--:|--:|")
    for name, cost in built.items():
        held = np.median([some.resident for some in rounds[name]]) / 1e6
        print(f"| {name} | {cost.trained:.1f} | {cost.added:.1f} | {cost.bytes / size:.0f} | {held:.0f} |")
    print("\n| factory | probes |" + "".join(f" {share:.0%} left: recall | rs | p50 ms | p95 |" for share in SHARES))
    print("|---|--:|" + "--:|" * 4 * len(SHARES))
    for name, some in rounds.items():
        for effort in dict.fromkeys(cell.effort for cell in some[0].recall):
            row = f"| {name} | {effort or 'all'} |"
            for cell in (Cell(name, effort, share) for share in SHARES):
                times = 1000 * np.concatenate([one.seconds[cell] for one in some])
                recall = some[0].recall[cell]
                row += f" {recall.plain:.3f} | {recall.scored:.3f} |"
                row += f" {np.median(times):.2f} | {np.percentile(times, 95):.2f} |"
            print(row, flush=True)


def _calibrate(space: Workspace, factory: str) -> None:
    """Print, for each set that may stand for questions, the least probes that reach .99 on it, and what they give."""
    index = faiss.read_index(str(space.file(factory)))
    probes = sorted({round(2 ** (step / 2)) for step in range(8, 21)} & set(range(index.nlist)))
    scored: dict[str, list[float]] = {}
    for name, asked in space.sets.items():
        cells = [Cell(factory, probe, 1.0) for probe in probes]
        found = [_search(index, cell, np.empty(0, np.bool_), asked) for cell in cells]
        scored[name] = [space.recall(name, 1.0, some).scored for some in found]
    print(f"\n{factory}: re-scored recall@10 by probes; the least that reach .99; what these give on real questions\n")
    print("| stand-in |" + "".join(f" {probe} |" for probe in probes) + " least | questions | odd questions |")
    print("|---|" + "--:|" * (len(probes) + 3))
    for name, values in scored.items():
        at = next((place for place, value in enumerate(values) if value >= 0.99), len(probes) - 1)
        gives = f"{scored['questions'][at]:.3f} | {scored['odd questions'][at]:.3f}"
        print(f"| {name} |" + "".join(f" {value:.3f} |" for value in values) + f" {probes[at]} | {gives} |", flush=True)


if __name__ == "__main__":
    main()
