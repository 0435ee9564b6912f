"""Make up a size as benchmarks/scaling does: `python -m benchmarks.peers.ready_made ARTICLES QUESTIONS SIZE FOLDER`.

The paragraphs and their vectors are read from an index of ours, so that everybody is given the same ones. They are
made of the passages of a real index, which is built for this.
"""

import json
import shutil
import sys
from pathlib import Path

import numpy as np

from benchmarks.peers.contenders import MADE, Given
from benchmarks.scaling.archive import real_passages, write_archive
from qa.archive.archive import Archive
from qa.errors import QaError
from qa.index.index import Index
from qa.index.store.passages import each_passage
from qa.models.encoder.choice import find_encoder


def prepare(articles: Path, questions: Path, size: str, given: Given) -> int:
    """Write what every contender is given at a size, and return how many paragraphs it has.

    Raises:
        QaError: the articles cannot be used.
    """
    wanted = int(size.removeprefix(MADE))
    real = _real_index(articles, given)
    shutil.rmtree(given.folder, ignore_errors=True)
    source = given.folder / "source"
    write_archive(real_passages(real), source, wanted)
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    asked = [row["question"] for row in rows]
    given.questions.write_text("".join(json.dumps({"question": it}) + "\n" for it in asked), encoding="utf-8")
    encoder = find_encoder()
    np.save(given.folder / "questions.npy", np.stack([encoder.encode_question(it) for it in asked]))
    given.judged.touch()  # nobody has judged what is made up
    written = _take_out(source, given)
    shutil.rmtree(source)
    (given.folder / "made.json").write_text(json.dumps({"index": str(real), "passages": wanted}), encoding="utf-8")
    return written


def _real_index(articles: Path, given: Given) -> Path:
    own = given.folder.parent / "real"
    Archive.build(articles, own)
    return own


def _take_out(source: Path, given: Given) -> int:
    with Index(source).view() as view, given.paragraphs.open("w", encoding="utf-8") as lines:
        count = view.snapshot.state.passages
        vectors: np.memmap[tuple[int, int], np.dtype[np.float16]] | None = None
        for row, it in enumerate(each_passage(view.connection)):
            if vectors is None:
                path, shape = given.folder / "vectors.npy", (count, len(it.vector))
                vectors = np.lib.format.open_memmap(path, mode="w+", dtype=np.float16, shape=shape)
            vectors[row] = it.vector
            lines.write(json.dumps({"id": it.passage.id, "text": it.passage.text}, ensure_ascii=False) + "\n")
    return count


def main() -> None:
    """Prepare a size, and print what it holds as one line of JSON."""
    articles, questions, size, folder = sys.argv[1:]
    try:
        written = prepare(Path(articles), Path(questions), size, Given(Path(folder)))
    except QaError as error:
        sys.exit(f"peers: {error}")
    print(json.dumps({"paragraphs": written}))


if __name__ == "__main__":
    main()
