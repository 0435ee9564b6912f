"""Measure indexes of 10 thousand, 100 thousand and a million passages.

INDEX is a real one, whose passages the others are made of (see `archive.py`); QUESTIONS are judged questions,
one JSON object a line, whose vectors the default encoder makes first: its time is in none of the figures. Every size is
measured in a process of its own.
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.scaling.archive import real_passages, write_archive
from benchmarks.scaling.known_questions import question_texts
from benchmarks.scaling.measured import measure
from qa.models.encoder.choice import find_encoder

SIZES = (10_000, 100_000, 1_000_000)
TIMED = (
    ("asking, ms: median / 95th percentile", "asking"),
    ("asking, 1% left by an outlet", "filtered"),
    ("of that, search by meaning", "dense"),
    ("search by words", "lexical"),
    ("adding an article, to the first answer that holds it", "updating"),
)


Row = dict[str, Any]


def table(rows: Sequence[Row]) -> str:
    """Write what was measured as a table, a column for each size."""
    lines = [
        ("passages", [f"{row['passages']:,}" for row in rows]),
        ("search by meaning", [row["kind"] for row in rows]),
        ("opening to the first answer, s", [f"{row['opening_seconds']:.2f}" for row in rows]),
        *((name, [times(row[key]) for row in rows]) for name, key in TIMED),
        ("recall@10 against exact search", [f"{row['recall']:.4f}" for row in rows]),
        ("the same, 1% left by an outlet", [f"{row['recall_filtered']:.4f}" for row in rows]),
        ("recall@10 as `qa status` has it", [f"{row['recall_stored'] or 1:.4f}" for row in rows]),
        ("resident memory above the start, MB", [f"{row['resident_megabytes']:,.0f}" for row in rows]),
        ("on disk a passage, bytes", [f"{row['disk_bytes_a_passage']:,.0f}" for row in rows]),
    ]
    head, *body = [f"| {name} | {' | '.join(cells)} |" for name, cells in lines]
    return "\n".join([head, "|---" * (len(rows) + 1) + "|", *body])


def times(measured: dict[str, float]) -> str:
    """Write a median and a 95th percentile."""
    return f"{measured['median']:.1f} / {measured['percentile_95']:.1f}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what is measured and where the indexes go."""
    parser.add_argument("index", type=Path, help="a real index")
    parser.add_argument("questions", type=Path, help="judged questions, one JSON object a line")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--work", type=Path, default=Path("build/scale"), help="where the indexes are written, some GB")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)


def run(given: argparse.Namespace) -> None:
    """Write and measure every size, and print a table."""
    questions, vectors = question_texts(given.questions), given.work / "questions.npy"
    if given.measure:
        print(json.dumps(asdict(measure(given.measure, questions, np.load(vectors)))))
        return
    given.work.mkdir(parents=True, exist_ok=True)
    if not vectors.exists():
        encoder = find_encoder()
        np.save(vectors, np.stack([encoder.encode_question(question) for question in questions]))
    real, measured = real_passages(given.index), list[Row]()
    for size in given.sizes:
        folder = given.work / str(size)
        shutil.rmtree(folder, ignore_errors=True)
        started = time.perf_counter()
        write_archive(real, folder / "index", size)
        print(f"{size:,} passages written in {time.perf_counter() - started:,.0f} s", file=sys.stderr)
        again = [sys.executable, "-m", "benchmarks.scaling", "growth", str(given.index), str(given.questions)]
        output = subprocess.run(
            [*again, "--work", str(given.work), "--measure", str(folder)], check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        measured.append(json.loads(output))
        print(output.strip(), file=sys.stderr)
    print(table(measured))
