"""`Archive.ask`, as a Python program would use it; building and single questions are `qa build` and `qa ask`.

At sizes that are made up (see `benchmarks/scaling`), `build` makes the same passages up again as those given to the
others, and there is no reader: no encoder made the vectors.
"""

import json
import sys
from pathlib import Path

from harness import LIMIT, Ask, Found, main

from qa import Archive
from qa.settings import Settings


def write(given: Path, index: Path) -> None:
    """Write the made-up passages that the others are given; nothing of them need be read."""
    from benchmarks.scaling.archive import real_passages, write_archive

    made = json.loads((given / "made.json").read_text(encoding="utf-8"))
    write_archive(real_passages(Path(made["index"])), index, made["passages"])


def open_index(index: Path, mode: str) -> Ask:
    """Open, with the reader of the first passages or fast."""
    given = index.parent.parent
    if (given / "made.json").exists():
        import numpy as np

        from benchmarks.scaling.known_questions import KnownQuestions, question_texts

        known = KnownQuestions(question_texts(given / "questions.jsonl"), np.load(given / "questions.npy"))
        archive = Archive.open(index, encoder=known)
    else:
        archive = Archive.open(index, settings=Settings(read=0) if mode == "fast" else Settings())

    def ask(question: str) -> list[Found]:
        return [
            Found(it.passage.text, (it.passage.id, *(copy.passage.id for copy in it.copies)))
            for it in archive.ask(question, limit=LIMIT, kind="question").evidence
        ]

    return ask


if __name__ == "__main__":
    if sys.argv[1] == "build":
        write(Path(sys.argv[2]).parent, Path(sys.argv[3]))
    else:
        main(None, open_index)
