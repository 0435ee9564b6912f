"""Train the reader: `python benchmarks/reader/train.py READING QUESTIONS --index DIR`.

First on questions written for paragraphs of an encyclopedia, answerable by them or not (READING), then on the first
passages that the archive in DIR gives for judged QUESTIONS, as they are and with what answers them taken out. Five
folds of the questions are read by networks that did not see them: what they say of each passage goes to
out_of_fold.json, which `fit_verdict.py` and `make quality` stand on. The network trained on all goes to
qa/reader/weights.safetensors.
Two cores need an hour and a half. The same versions of the packages give the same weights on the same processor.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from pairs import reading_pairs
from ranked import RankedQuestion, ranked_questions, to_train_on
from training import Schedule, answer_logits, auroc, train
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from qa.encoder.model_folder import find_model
from qa.encoder.sentence_transformer import find_encoder
from qa.evaluation.judged import digest
from qa.reader.network import ReaderNetwork
from qa.reader.weights import load_weights, save_weights

WEIGHTS = Path(__file__).parents[2] / "qa" / "reader" / "weights.safetensors"
OUT_OF_FOLD = Path(__file__).with_name("out_of_fold.json")
_WORK = Path("build/reader")
_SEED, _FOLDS = 1, 5
_READING = Schedule(epochs=3, rate=2e-4, heads_rate=5e-4, span_weight=0.5, seed=_SEED)
_ARCHIVE = Schedule(epochs=2, rate=8e-5, heads_rate=8e-5, span_weight=0.3, seed=_SEED)
_NEAR = 4
"""So many of the first ten that do not answer are trained on for each question."""


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
    said: dict[str, dict[str, float]] = {}
    fold = np.random.default_rng(_SEED).permutation(1 + max(it.place for it in ranked)) % _FOLDS
    for left_out in range(_FOLDS):
        network = _trained(folder, tokenizer, read, [it for it in ranked if fold[it.place] != left_out])
        said |= _said(network, tokenizer, [it for it in ranked if fold[it.place] == left_out])
        print(f"fold {left_out}", flush=True)
    notes = {"reading": digest(given.reading), "questions": digest(given.questions)}
    OUT_OF_FOLD.write_text(json.dumps(notes | {"logits": said}, separators=(",", ":")) + "\n", encoding="utf-8")
    save_weights(WEIGHTS, _trained(folder, tokenizer, read, ranked).trained(), notes)


def _read(folder: Path, tokenizer: PreTrainedTokenizerBase, path: Path, to: Path) -> None:
    """Train on the encyclopedia, and say how well that reads articles that were held out."""
    pairs = reading_pairs(path, _SEED)
    print(f"{len(pairs.train)} pairs to read, {len(pairs.measure)} to measure", flush=True)
    torch.manual_seed(_SEED)
    network = ReaderNetwork(folder)
    train(network, tokenizer, pairs.train, _READING)
    print(f"AUROC on other articles: {auroc(network, tokenizer, pairs.measure):.4f}", flush=True)
    torch.save(network.state_dict(), to)


def _trained(
    folder: Path, tokenizer: PreTrainedTokenizerBase, read: Path, ranked: Sequence[RankedQuestion]
) -> ReaderNetwork:
    """Go on from there with questions over the archive."""
    network = ReaderNetwork(folder)
    network.load_state_dict(torch.load(read, weights_only=True))
    train(network, tokenizer, list(to_train_on(ranked, _NEAR)), _ARCHIVE)
    rounded = _WORK / "rounded.safetensors"
    save_weights(rounded, network.trained(), {})
    network.load_state_dict(load_weights(rounded), strict=False)
    return network


def _said(
    network: ReaderNetwork, tokenizer: PreTrainedTokenizerBase, ranked: Sequence[RankedQuestion]
) -> dict[str, dict[str, float]]:
    """Give the logit of each passage, by the question's id and kind."""
    return {
        f"{it.id} {it.kind}": dict(
            zip(
                (candidate.passage for candidate in it.candidates),
                (round(logit, 3) for logit in answer_logits(network, tokenizer, [c.pair for c in it.candidates])),
                strict=True,
            )
        )
        for it in ranked
    }


if __name__ == "__main__":
    main()
