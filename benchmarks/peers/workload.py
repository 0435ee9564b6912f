"""Cut the articles of a size into paragraphs for everybody.

    python -m benchmarks.peers.workload ARTICLES QUESTIONS SIZE FOLDER

A process of its own, because cutting loads a tokenizer, and with it more memory than what measures should hold.
"""

import hashlib
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.peers.contenders import Given
from qa.articles.folder import list_files, read_bytes
from qa.articles.parsing import read_article
from qa.articles.passages import SplitPassage, split
from qa.errors import ArticleUnreadable, QaError
from qa.evaluation.judged import tidy
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings

WHOLE = "whole"


def prepare(articles: Path, questions: Path, size: str, given: Given, encoder: Encoder) -> int:
    """Write what every contender is given at a size, and return how many paragraphs it has.

    Raises:
        QaError: the articles cannot be used.
    """
    settings = Settings()
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = {place["article"] for row in rows for place in row.get("gold") or ()}
    cut = dict[str, tuple[SplitPassage, ...]]()

    def paragraphs_of(file: str) -> int:
        try:
            cut[file] = split(read_article(file, read_bytes(articles, file, settings)), encoder)
        except ArticleUnreadable:
            return 0
        return len(cut[file])

    files = in_order(list_files(articles).files, gold)
    chosen = list(until_enough(files, paragraphs_of, None if size == WHOLE else int(size)))
    shutil.rmtree(given.folder, ignore_errors=True)
    for file in chosen:
        (given.articles / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(articles / file, given.articles / file)
    passages = [(file, it) for file in chosen for it in cut[file]]
    texts = "\n".join(tidy(it.passage.text) for _, it in passages)
    write_rows(given.paragraphs, ({"id": it.passage.id, "text": it.encoded_text} for _, it in passages))
    write_rows(given.passages, ({"file": file, "passage": asdict(it.passage)} for file, it in passages))
    write_rows(given.questions, ({"question": row["question"]} for row in rows))
    write_rows(given.judged, (row for row in rows if answerable_in(row, set(chosen), lambda it: tidy(it) in texts)))
    return len(passages)


def in_order(files: Iterable[str], with_gold: Set[str]) -> list[str]:
    """Sort articles the same way on every machine: those that questions are about first, each lot by its digest.

    Without that, 300 paragraphs of an archive would answer three of 170 questions.
    """
    return sorted(files, key=lambda file: (file not in with_gold, hashlib.sha256(file.encode()).hexdigest()))


def until_enough(files: Iterable[str], paragraphs_of: Callable[[str], int], wanted: int | None) -> Iterator[str]:
    """Yield articles, whole, until they have as many paragraphs as wanted; all of them for None."""
    have = 0
    for file in files:
        if wanted is not None and have >= wanted:
            return
        count = paragraphs_of(file)
        if count:
            have += count
            yield file


def answerable_in(row: Mapping[str, Any], files: Set[str], holds: Callable[[str], bool]) -> bool:
    """Return whether a question has an answer and the articles chosen hold all of its gold, or one of its quotes."""
    if not row.get("answerable"):
        return False
    places, quotes = row.get("gold") or (), row.get("gold_quotes") or ()
    if any(place["article"] not in files for place in places):
        return False
    return bool(places) or any(holds(quote) for quote in quotes)


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write one line of JSON a row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> None:
    """Prepare the size that the command line names, and print how many paragraphs it has as one line of JSON."""
    articles, questions, size, folder = sys.argv[1:]
    try:
        paragraphs = prepare(Path(articles), Path(questions), size, Given(Path(folder)), find_encoder())
    except QaError as error:
        sys.exit(f"peers: {error}")
    print(json.dumps({"paragraphs": paragraphs}))


if __name__ == "__main__":
    main()
