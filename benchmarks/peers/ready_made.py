"""Make up a size as benchmarks/scaling does: `python -m benchmarks.peers.ready_made ARTICLES QUESTIONS SIZE FOLDER`.

The paragraphs and their vectors are read from an index of ours, so that everybody is given the same ones. They are
made of the passages of a real index, which is built for this.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.peers.contenders import MADE, Given
from benchmarks.peers.workload import main, write_rows
from benchmarks.scaling.archive import real_passages, write_archive
from benchmarks.scaling.known_questions import question_texts, question_vectors
from qa.archive.archive import Archive
from qa.index.index import Index
from qa.index.store.passages import each_passage


def prepare(articles: Path, questions: Path, size: str, given: Given) -> int:
    """Write what every contender is given at a size, and return how many paragraphs it has.

    Raises:
        QaError: the articles cannot be used.
    """
    wanted, real = int(size.removeprefix(MADE)), given.folder.parent / "real"
    Archive.build(articles, real)
    shutil.rmtree(given.folder, ignore_errors=True)
    source = given.folder / "source"
    passages = real_passages(real)
    write_archive(passages, source, wanted)
    asked = question_texts(questions)
    write_rows(given.questions, ({"question": it} for it in asked))
    np.save(given.folder / "questions.npy", question_vectors(asked))
    given.judged.touch()  # nobody has judged what is made up
    with Index(source).view() as view:
        count = view.snapshot.state.passages
        path, shape = given.folder / "vectors.npy", (count, len(passages[0].vector))
        vectors = np.lib.format.open_memmap(path, mode="w+", dtype=np.float16, shape=shape)

        def paragraphs() -> Iterator[dict[str, str]]:
            for row, it in enumerate(each_passage(view.connection)):
                vectors[row] = it.vector
                yield {"id": it.passage.id, "text": it.passage.text}

        write_rows(given.paragraphs, paragraphs())
    shutil.rmtree(source)
    (given.folder / "made.json").write_text(json.dumps({"index": str(real), "passages": wanted}), encoding="utf-8")
    return count


if __name__ == "__main__":
    main(prepare)
