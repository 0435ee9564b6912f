"""Measure indexes of 10 thousand, 100 thousand and a million passages: `python benchmarks/scale.py INDEX QUESTIONS`.

INDEX is a real one, whose passages the others are made of (see `scaling/archive.py`); QUESTIONS are judged questions,
one JSON object a line, whose vectors the default encoder makes first: its time is in none of the figures. Every size is
measured in a process of its own.
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
from scaling.archive import real_passages, write_archive
from scaling.measured import measure

SIZES = (10_000, 100_000, 1_000_000)


def main() -> None:
    """Make and measure every size, and print a line of JSON for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path, help="a real index")
    parser.add_argument("questions", type=Path, help="judged questions, one JSON object a line")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--work", type=Path, default=Path("build/scale"), help="where the indexes are written, some GB")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    questions = [json.loads(line)["question"] for line in wanted.questions.read_text(encoding="utf-8").splitlines()]
    vectors = wanted.work / "questions.npy"
    if wanted.measure:
        print(json.dumps(asdict(measure(wanted.measure, questions, np.load(vectors)))))
        return
    wanted.work.mkdir(parents=True, exist_ok=True)
    if not vectors.exists():
        from qa.encoder.sentence_transformer import find_encoder

        encoder = find_encoder(None)
        np.save(vectors, np.stack([encoder.encode_question(question) for question in questions]))
    real = real_passages(wanted.index)
    for size in wanted.sizes:
        folder = wanted.work / str(size)
        shutil.rmtree(folder, ignore_errors=True)
        started = time.perf_counter()
        write_archive(real, folder / "index", size)
        print(f"{size:,} passages written in {time.perf_counter() - started:,.0f} s", file=sys.stderr)
        again = [sys.executable, __file__, str(wanted.index), str(wanted.questions), "--work", str(wanted.work)]
        subprocess.run([*again, "--measure", str(folder)], check=True)


if __name__ == "__main__":
    main()
