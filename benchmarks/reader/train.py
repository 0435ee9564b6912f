"""Train the reader: `python -m benchmarks.reader.train READING QUESTIONS --index DIR`.

First on questions written for paragraphs of an encyclopedia, answerable by them or not (READING), then on the first
passages that the archive in DIR gives for judged QUESTIONS, as they are and with what answers them removed. Five
folds of the questions are read by networks that did not see them: what they say of each passage goes to
out_of_fold.json, which `benchmarks.quality.fit.verdict` and `make quality` stand on. The network trained on all goes to
qa/models/reader/weights.safetensors. What was trained stays in build/reader, and is not trained again.
Two cores need an hour and a half. The same versions of the packages give the same weights on the same processor.
"""

import argparse
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from benchmarks.quality.fit.out_of_fold_reader import OUT_OF_FOLD, record
from benchmarks.reader.pairs import Pair, reading_pairs
from benchmarks.reader.ranked import RankedQuestion, ranked_questions, to_train_on
from benchmarks.reader.training import Schedule, train
from qa.evaluation.judged import digest
from qa.evaluation.metrics import auroc
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.model_folder import find_model
from qa.models.reader.network import ReaderNetwork
from qa.models.reader.protocol import PassageText, ReaderOutput
from qa.models.reader.trained_reader import WEIGHTS, TrainedReader
from qa.models.reader.weights import save_weights

_WORK = Path("build/reader")
_SEED, _FOLDS = 1, 5
_READING = Schedule(epochs=3, rate=2e-4, heads_rate=5e-4, span_weight=0.5, seed=_SEED)
_ARCHIVE = Schedule(epochs=2, rate=8e-5, heads_rate=8e-5, span_weight=0.3, seed=_SEED)
_NEAR = 4
"""How many of the first ten that do not answer are trained on for each question."""


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reading", type=Path, help="articles with paragraphs and questions written for them, as JSON")
    parser.add_argument("questions", type=Path, help="judged questions over the archive, one JSON object a line")
    parser.add_argument("--index", type=Path, required=True, help="the index of that archive")
    given = parser.parse_args()
    folder = find_model().path
    tokenizer: PreTrainedTokenizerBase = AutoTokenizer.from_pretrained(folder)
    _WORK.mkdir(parents=True, exist_ok=True)
    read = _WORK / f"read-{digest(given.reading)[:16]}.pt"
    if not read.exists():
        _read(folder, tokenizer, given.reading, read)
    ranked = list(ranked_questions(given.index, given.questions, find_encoder()))
    print(f"{len(ranked)} rankings", flush=True)
    notes = {"reading": digest(given.reading), "questions": digest(given.questions)}
    said: dict[tuple[str, PassageText], ReaderOutput] = {}
    fold = np.random.default_rng(_SEED).permutation(1 + max(it.place for it in ranked)) % _FOLDS
    for left_out in range(_FOLDS):
        weights = _WORK / f"fold-{left_out}.safetensors"
        _train_on(folder, tokenizer, read, [it for it in ranked if fold[it.place] != left_out], weights, notes)
        said |= _said(TrainedReader(folder, weights), [it for it in ranked if fold[it.place] == left_out])
        print(f"fold {left_out}", flush=True)
    record(OUT_OF_FOLD, said, notes)
    _train_on(folder, tokenizer, read, ranked, _WORK / WEIGHTS.name, notes)
    shutil.copyfile(_WORK / WEIGHTS.name, WEIGHTS)


def _read(folder: Path, tokenizer: PreTrainedTokenizerBase, path: Path, to: Path) -> None:
    """Train on the encyclopedia, and print how well that reads articles that were held out."""
    pairs = reading_pairs(path, _SEED)
    print(f"{len(pairs.train)} pairs to read, {len(pairs.measure)} to measure", flush=True)
    torch.manual_seed(_SEED)
    network = ReaderNetwork(folder)
    train(network, tokenizer, pairs.train, _READING)
    rounded = _WORK / "read.safetensors"
    save_weights(rounded, network.trained(), {})
    print(f"AUROC on other articles: {_auroc(TrainedReader(folder, rounded), pairs.measure):.4f}", flush=True)
    torch.save(network.state_dict(), to)


def _train_on(
    folder: Path,
    tokenizer: PreTrainedTokenizerBase,
    read: Path,
    ranked: Sequence[RankedQuestion],
    to: Path,
    notes: Mapping[str, str],
) -> None:
    """Go on from there with questions over the archive, unless that was done."""
    if to.exists():
        return
    network = ReaderNetwork(folder)
    network.load_state_dict(torch.load(read, weights_only=True))
    train(network, tokenizer, list(to_train_on(ranked, _NEAR)), _ARCHIVE)
    save_weights(to, network.trained(), notes)


def _said(reader: TrainedReader, ranked: Sequence[RankedQuestion]) -> dict[tuple[str, PassageText], ReaderOutput]:
    said: dict[tuple[str, PassageText], ReaderOutput] = {}
    for it in ranked:
        texts = [candidate.text for candidate in it.candidates]
        said |= zip([(it.question, text) for text in texts], reader.read(it.question, texts), strict=True)
    return said


def _auroc(reader: TrainedReader, pairs: Sequence[Pair]) -> float:
    """Return how often a text that answers gets more than one that does not."""
    logits = [reader.read(pair.question, [PassageText("", (pair.text,))])[0].logit for pair in pairs]
    return auroc(np.array(logits), np.array([pair.answers for pair in pairs]))


if __name__ == "__main__":
    main()
