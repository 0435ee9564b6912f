"""Compare the vectors of the way that is chosen on this machine with those of Sentence Transformers in float32.

    python benchmarks/encoding/parity.py ARTICLES QUESTIONS

ARTICLES is a folder of articles, QUESTIONS a file of judged questions, one JSON object a line.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.articles.folder import list_files, read_bytes
from qa.articles.parsing import read_article
from qa.articles.passages import split
from qa.errors import ArticleUnreadable
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.model_folder import find_model
from qa.models.encoder.protocol import Encoder
from qa.models.encoder.sentence_transformer import SentenceTransformerEncoder
from qa.models.hardware import fast_bfloat16
from qa.settings import Settings

_PASSAGES = 2_000
_FIRST = 10


def main() -> None:
    """Compare, and say by how much they differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("questions", type=Path)
    given = parser.parse_args()
    chosen, torch = find_encoder(), SentenceTransformerEncoder(find_model())
    texts = _passages(given.articles, chosen)
    questions = [json.loads(line)["question"] for line in given.questions.read_text("utf-8").splitlines()]
    ours, theirs = chosen.encode_passages(texts), torch.encode_passages(texts)
    cosines = (ours * theirs).sum(axis=1)
    found = [_first(ours, chosen.encode_question(question)) for question in questions]
    expected = [_first(theirs, torch.encode_question(question)) for question in questions]
    same_order = sum(one == other for one, other in zip(found, expected, strict=True))
    same = sum(set(one) == set(other) for one, other in zip(found, expected, strict=True))
    print(f"{type(chosen).__name__}, {'bfloat16' if fast_bfloat16() else 'float32'}, {len(texts):,} passages")
    print(f"cosine to float32: least {cosines.min():.6f}, median {np.median(cosines):.6f}")
    print(f"{len(questions)} questions: the same first {_FIRST} for {same}, in the same order for {same_order}")


def _passages(folder: Path, encoder: Encoder) -> list[str]:
    settings, texts = Settings(), list[str]()
    for file in list_files(folder, settings).files:
        try:
            reading = read_article(file, read_bytes(folder, file, settings))
        except ArticleUnreadable:
            continue
        texts += [it.encoded_text for it in split(reading, encoder)]
        if len(texts) >= _PASSAGES:
            break
    return texts[:_PASSAGES]


def _first(vectors: NDArray[np.float32], question: NDArray[np.float32]) -> list[int]:
    return [int(place) for place in np.argsort(-(vectors @ question), kind="stable")[:_FIRST]]


if __name__ == "__main__":
    main()
