"""Measure indexes of 10 thousand, 100 thousand and a million passages.

INDEX is a real one, whose passages the others are made of (see `archive.py`); QUESTIONS are judged questions,
one JSON object a line, whose vectors the default encoder makes first: its time is in none of the figures. Every size is
measured in a process of its own.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks.processes import resident_megabytes
from benchmarks.scaling.archive import real_passages, write_archive
from benchmarks.scaling.known_questions import KnownQuestions, question_texts, question_vectors
from benchmarks.scaling.synthetic import Vectors
from qa.archive.archive import Archive
from qa.index.dense.calibration import ExactBest
from qa.index.filters import Filters
from qa.index.index import Index
from qa.index.lexical.asked_words import question_terms
from qa.index.store.passages import each_vectors

_SIZES = (10_000, 100_000, 1_000_000)
_WARMING, _UPDATES = 20, 10
_ONE_IN_A_HUNDRED = Filters(outlets=frozenset({"outlet 7"}))

Asked = TypeVar("Asked")
Column = Mapping[str, str]
"""What was measured at a size, as a table shows it, by the titles of its lines."""


def main() -> None:
    """Read the command line, write and measure every size, and print a table."""
    parser = argparse.ArgumentParser(
        prog="scaling", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("index", type=Path, help="a real index")
    parser.add_argument("questions", type=Path, help="judged questions, one JSON object a line")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES)
    parser.add_argument("--work", type=Path, default=Path("build/scale"), help="where the indexes are written, some GB")
    given = parser.parse_args()
    questions = question_texts(given.questions)
    vectors, real, columns = question_vectors(questions), real_passages(given.index), list[Column]()
    for size in given.sizes:
        folder = given.work / str(size)
        shutil.rmtree(folder, ignore_errors=True)
        started = time.perf_counter()
        write_archive(real, folder / "index", size)
        print(f"{size:,} passages written in {time.perf_counter() - started:,.0f} s", file=sys.stderr)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as own_process:
            columns.append(own_process.submit(measure, folder, questions, vectors).result())
        print(columns[-1], file=sys.stderr)
    print(table(columns))


def table(columns: Sequence[Column]) -> str:
    """Render a table with a column for each size; they have the same lines, of which the first is its head."""
    head, *body = [f"| {title} | {' | '.join(it[title] for it in columns)} |" for title in columns[0]]
    return "\n".join([head, "|---" * (len(columns) + 1) + "|", *body])


def measure(folder: Path, questions: Sequence[str], vectors: Vectors) -> Column:
    """Measure the index in a folder; its articles' folder lies beside it. Times are in milliseconds."""
    before, started = resident_megabytes(), time.perf_counter()
    archive = Archive.open(folder / "index", encoder=KnownQuestions(questions, vectors))
    archive.ask(questions[0])
    opening = time.perf_counter() - started
    asking = _each(questions, lambda question: archive.ask(question, kind="question"))
    filtered = _each(questions, lambda question: archive.ask(question, outlets=["Outlet 7"], kind="question"))
    resident = resident_megabytes() - before
    with Index(folder / "index").view() as view:
        dense, lexical, state = view.snapshot.dense, view.snapshot.lexical, view.snapshot.state
        mask = view.snapshot.catalogue.mask(_ONE_IN_A_HUNDRED, view.connection)
        best, best_filtered = ExactBest(vectors), ExactBest(vectors)
        for some in each_vectors(view.connection):
            best.add(some.rows, some.vectors)
            best_filtered.add(some.rows[mask[some.rows]], some.vectors[mask[some.rows]])
        recall = best.recall([dense.search(vector, 10) for vector in vectors])
        recall_filtered = best_filtered.recall([dense.search(vector, 10, mask) for vector in vectors])
        by_meaning = _each(list(vectors), lambda vector: dense.search(vector, 200))
        by_words = _each(questions, lambda question: lexical.search(question_terms(question), 200))
    size = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file())
    return {
        "passages": f"{state.passages:,}",
        "search by meaning": "approximate" if state.vectors_trained else "exact",
        "opening to the first answer, s": f"{opening:.2f}",
        "asking, ms: median / 95th percentile": asking,
        "asking, 1% left by an outlet": filtered,
        "of that, search by meaning": by_meaning,
        "search by words": by_words,
        "adding an article, to the first answer that holds it": _updates(archive, folder / "articles", questions),
        "recall@10 against exact search": f"{recall:.4f}",
        "the same, 1% left by an outlet": f"{recall_filtered:.4f}",
        "recall@10 as `qa status` has it": "–" if state.vectors_recall is None else f"{state.vectors_recall:.4f}",
        "resident memory above the start, MB": f"{resident:,.0f}",
        "on disk a passage, bytes": f"{size / state.passages:,.0f}",
    }


def _each(asked: Sequence[Asked], ask: Callable[[Asked], object]) -> str:
    """Ask every question once, after some to warm up."""
    for one in asked[:_WARMING]:
        ask(one)
    seconds = []
    for one in asked:
        started = time.perf_counter()
        ask(one)
        seconds.append(time.perf_counter() - started)
    return _times(seconds)


def _updates(archive: Archive, articles: Path, questions: Sequence[str]) -> str:
    """Add articles one by one, each until an answer holds it."""
    articles.mkdir(exist_ok=True)
    seconds = []
    for number in range(_UPDATES):
        name = f"zyx{number}{'abcdefghij'[number]}"
        path = articles / f"{name}.txt"
        paragraphs = "\n\n".join(f"The {name} said {question}" for question in questions[number * 8 : number * 8 + 8])
        path.write_text(f"About {name}\n\n{paragraphs}\n", encoding="utf-8")
        started = time.perf_counter()
        archive.update([path])
        answer = archive.ask(f"What is {name}?")
        seconds.append(time.perf_counter() - started)
        if not any(evidence.article.file == path.name for evidence in answer.evidence):
            raise RuntimeError(f"{path.name} was added and is not found")
    return _times(seconds)


def _times(seconds: Sequence[float]) -> str:
    """Write the median and the 95th percentile in milliseconds."""
    median, high = np.percentile(np.array(seconds) * 1_000, (50, 95))
    return f"{median:.1f} / {high:.1f}"
