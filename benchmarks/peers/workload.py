"""Cut the articles of a size into paragraphs for everybody.

    python -m benchmarks.peers.workload ARTICLES QUESTIONS SIZE FOLDER

A process of its own, because cutting loads a tokenizer, and with it more memory than what measures should hold.
"""

import hashlib
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers.contenders import Given
from qa.articles.folder import list_files, read_bytes
from qa.articles.parsing import read_article
from qa.articles.passages import SplitPassage, split
from qa.errors import ArticleUnreadable, QaError
from qa.evaluation.judged import tidy
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.model_folder import find_model
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings

WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Lengths:
    """The tokens of some texts, as the encoder reads them, and their squares, which attention grows with."""

    texts: int
    tokens: int
    squares: int


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a BERT encoder."""

    layers: int
    hidden: int
    intermediate: int


@dataclass(frozen=True, slots=True)
class About:
    """What a size turned out to hold."""

    paragraphs: int
    articles: int
    questions: int
    judged: int
    passage_operations: float
    """What encoding every passage once takes: what bare `encode` does."""
    sentence_operations: float
    """What encoding every sentence behind its headline takes besides."""


def prepare(articles: Path, questions: Path, size: str, given: Given, encoder: Encoder) -> About:
    """Write what every contender is given at a size.

    Raises:
        QaError: the articles cannot be used.
    """
    settings, shape = Settings(), _shape()
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = {place["article"] for row in rows for place in row.get("gold") or ()}
    cut = dict[str, tuple[SplitPassage, ...]]()

    def paragraphs_of(file: str) -> int:
        try:
            cut[file] = split(read_article(file, read_bytes(articles, file, settings)), encoder)
        except ArticleUnreadable:
            return 0
        return len(cut[file])

    files = in_order(list_files(articles, settings).files, gold)
    chosen = list(until_enough(files, paragraphs_of, None if size == WHOLE else int(size)))
    shutil.rmtree(given.folder, ignore_errors=True)
    for file in chosen:
        (given.articles / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(articles / file, given.articles / file)
    passages = [(file, it) for file in chosen for it in cut[file]]
    _write(given.paragraphs, ({"id": it.passage.id, "text": it.encoded_text} for _, it in passages))
    _write(given.passages, ({"file": file, "passage": asdict(it.passage)} for file, it in passages))
    texts = "\n".join(tidy(it.passage.text) for _, it in passages)
    judged = [row for row in rows if answerable_in(row, set(chosen), lambda quote: tidy(quote) in texts)]
    _write(given.questions, ({"question": row["question"]} for row in rows))
    _write(given.judged, judged)
    return About(
        len(passages),
        len(chosen),
        len(rows),
        len(judged),
        operations(_lengths([it.encoded_text for _, it in passages], encoder), shape),
        operations(_lengths([text for _, it in passages for text in it.encoded_sentences], encoder), shape),
    )


def operations(lengths: Lengths, shape: Shape) -> float:
    """Count the floating-point operations that encoding texts takes, without padding.

    Each layer multiplies every token with four matrices h x h and two h x f, two operations a number, and every token
    with every other of its text, twice h numbers (scores, then their sum): layers (2 n (4 h^2 + 2 h f) + 4 h n^2) for a
    text of n tokens. Everything that is no matrix product is left out, so a share is rather too low.
    """
    hidden, intermediate = shape.hidden, shape.intermediate
    dense = 2 * lengths.tokens * (4 * hidden**2 + 2 * hidden * intermediate)
    attention = 4 * hidden * lengths.squares
    return float(shape.layers * (dense + attention))


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


def _shape() -> Shape:
    config = json.loads((find_model().path / "config.json").read_text(encoding="utf-8"))
    return Shape(config["num_hidden_layers"], config["hidden_size"], config["intermediate_size"])


def _lengths(texts: Sequence[str], encoder: Encoder) -> Lengths:
    special = 2  # [CLS] and [SEP]
    counts = [min(len(encoder.tokens(text)), encoder.max_tokens) + special for text in texts]
    return Lengths(len(counts), sum(counts), sum(count * count for count in counts))


def _write(path: Path, rows: Iterator[Mapping[str, Any]] | Sequence[Mapping[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Prepare a size, and print what it holds as one line of JSON."""
    articles, questions, size, folder = sys.argv[1:]
    try:
        about = prepare(Path(articles), Path(questions), size, Given(Path(folder)), find_encoder())
    except QaError as error:
        sys.exit(f"peers: {error}")
    print(json.dumps(asdict(about)))


if __name__ == "__main__":
    main()
