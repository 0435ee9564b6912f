"""Write and ask an index of made-up passages; see `benchmarks/scaling`. What is written is made up as it is written."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from harness import LIMIT, Ask, Found, Paragraph, main

from benchmarks.scaling.archive import real_passages, write_archive
from benchmarks.scaling.known_questions import KnownQuestions
from qa.archive.archive import Archive


def build(paragraphs: Sequence[Paragraph], index: Path, mode: str) -> None:
    """Refuse: the passages are made up again, and need not be given."""
    raise NotImplementedError


def write(given: Path, index: Path) -> None:
    """Write the same passages as those given to the others."""
    made = json.loads((given / "made.json").read_text(encoding="utf-8"))
    write_archive(real_passages(Path(made["index"])), index, made["passages"])


def open_index(index: Path, mode: str) -> Ask:
    """Open; there is no reader for vectors that no encoder made."""
    given = index.parent.parent
    questions = [json.loads(line)["question"] for line in (given / "questions.jsonl").read_text("utf-8").splitlines()]
    archive = Archive.open(index, encoder=KnownQuestions(questions, np.load(given / "questions.npy")))

    def ask(question: str) -> list[Found]:
        return [Found(it.passage.text, (it.passage.id,)) for it in archive.ask(question, limit=LIMIT).evidence]

    return ask


if __name__ == "__main__":
    if sys.argv[1] == "build":
        write(Path(sys.argv[2]).parent, Path(sys.argv[3]))
    else:
        main(build, open_index)
