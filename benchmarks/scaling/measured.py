"""Measure an index: opening, asking, filters, recall, memory, disk, and adding an article."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.scaling.known_questions import KnownQuestions
from benchmarks.scaling.synthetic import Vectors
from qa.archive.archive import Archive
from qa.index.dense.calibration import ExactBest
from qa.index.filters import Filters
from qa.index.index import Index
from qa.index.lexical.words import question_terms
from qa.index.store.passages import each_vectors

_WARMING = 20
_UPDATES = 10
_ONE_IN_A_HUNDRED = Filters(outlets=frozenset({"outlet 7"}))


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took, in milliseconds."""

    median: float
    percentile_95: float


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one size."""

    passages: int
    kind: str
    opening_seconds: float
    asking: Times
    filtered: Times
    dense: Times
    lexical: Times
    recall: float
    recall_filtered: float
    recall_stored: float | None
    updating: Times
    resident_megabytes: float
    disk_bytes_a_passage: float


def measure(folder: Path, questions: Sequence[str], vectors: Vectors) -> Measured:
    """Measure the index in a folder; its articles' folder lies beside it."""
    encoder = KnownQuestions(questions, vectors)
    before = _resident()
    started = time.perf_counter()
    archive = Archive.open(folder / "index", encoder=encoder)
    archive.ask(questions[0])
    opening = time.perf_counter() - started
    asking = _each(questions, archive.ask)
    filtered = _each(questions, lambda question: archive.ask(question, outlets=["Outlet 7"]))
    resident = _resident() - before
    with Index(folder / "index").view() as view:
        snapshot = view.snapshot
        mask = snapshot.catalogue.mask(_ONE_IN_A_HUNDRED, view.connection)
        best, best_filtered = ExactBest(vectors), ExactBest(vectors)
        for some in each_vectors(view.connection):
            best.add(some.rows, some.vectors)
            best_filtered.add(some.rows[mask[some.rows]], some.vectors[mask[some.rows]])
        recall = best.recall([snapshot.dense.search(vector, 10) for vector in vectors])
        recall_filtered = best_filtered.recall([snapshot.dense.search(vector, 10, mask) for vector in vectors])
        places = dict(zip(questions, range(len(questions)), strict=True))
        dense = _each(questions, lambda question: snapshot.dense.search(vectors[places[question]], 200))
        lexical = _each(questions, lambda question: snapshot.lexical.search(question_terms(question), 200))
        state = snapshot.state
    size = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file())
    return Measured(
        passages=state.passages,
        kind="approximate" if state.vectors_trained else "exact",
        opening_seconds=opening,
        asking=asking,
        filtered=filtered,
        dense=dense,
        lexical=lexical,
        recall=recall,
        recall_filtered=recall_filtered,
        recall_stored=state.vectors_recall,
        updating=_updates(archive, folder, questions),
        resident_megabytes=resident,
        disk_bytes_a_passage=size / state.passages,
    )


def _each(questions: Sequence[str], ask: Callable[[str], object]) -> Times:
    """Ask every question once, after some to warm up."""
    for question in questions[:_WARMING]:
        ask(question)
    milliseconds = []
    for question in questions:
        started = time.perf_counter()
        ask(question)
        milliseconds.append((time.perf_counter() - started) * 1000)
    return _times(milliseconds)


def _updates(archive: Archive, folder: Path, questions: Sequence[str]) -> Times:
    """Add articles one by one, each until an answer holds it."""
    milliseconds = []
    for number in range(_UPDATES):
        name = f"zyx{number}{'abcdefghij'[number]}"
        path = folder / "articles" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        paragraphs = "\n\n".join(f"The {name} said {question}" for question in questions[number * 8 : number * 8 + 8])
        path.write_text(f"About {name}\n\n{paragraphs}\n", encoding="utf-8")
        started = time.perf_counter()
        archive.update([path])
        answer = archive.ask(f"What is {name}?")
        milliseconds.append((time.perf_counter() - started) * 1000)
        if not any(evidence.article.file == path.name for evidence in answer.evidence):
            raise RuntimeError(f"{path.name} was added and is not found")
    return _times(milliseconds)


def _times(milliseconds: Sequence[float]) -> Times:
    return Times(float(np.median(milliseconds)), float(np.percentile(milliseconds, 95)))


def _resident() -> float:
    """Read from the operating system (Linux) how much memory this process holds, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
