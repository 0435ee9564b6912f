"""Train a reader: `python -m benchmarks.reader.train READING QUESTIONS --index DIR [--sentences FILE] [--base NAME]`.

First on questions written for paragraphs of an encyclopedia, answerable by them or not (READING), and for single
sentences, then on the first passages that the archive in DIR gives for judged QUESTIONS, as they are and with what
answers them removed. Five folds of the questions are read by networks that did not see them: what they say of each
passage goes to out_of_fold.json, which `benchmarks.quality.fit.verdict` and `make quality` stand on. The network
trained on all goes to qa/models/reader. What was trained stays in build/reader, and is not trained again; what was
interrupted goes on. Two cores need an hour and a half. The same versions of the packages give the same weights on the
same processor.
"""

import argparse
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from benchmarks.quality.fit.out_of_fold_reader import record
from benchmarks.reader.bases import BASES, Base
from benchmarks.reader.pairs import Pair, ReadingPairs, reading_pairs, sentence_pairs
from benchmarks.reader.ranked import RankedQuestion, ranked_questions, to_train_on
from benchmarks.reader.training import Schedule, train
from qa.evaluation.judged import digest
from qa.evaluation.metrics import auroc
from qa.models.reader.protocol import PassageText, Reader, ReaderOutput
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
    parser.add_argument("--sentences", type=Path, help="sentences with questions written for them, one object a line")
    parser.add_argument("--base", choices=BASES, default="english", help="the encoder whose layers are trained")
    given = parser.parse_args()
    base, work = BASES[given.base], _WORK / given.base
    work.mkdir(parents=True, exist_ok=True)
    notes = {name: digest(path) for name in ("reading", "sentences", "questions") if (path := getattr(given, name))}
    read = work / f"read-{'-'.join(notes[it][:8] for it in ('reading', 'sentences') if it in notes)}.pt"
    if not read.exists():
        pairs = reading_pairs(given.reading, _SEED)
        sentences = () if given.sentences is None else tuple(sentence_pairs(given.sentences, _SEED))
        _read(base, ReadingPairs((*pairs.train, *sentences), pairs.measure), read)
    ranked = list(ranked_questions(given.index, given.questions, base.encoder()))
    print(f"{len(ranked)} rankings", flush=True)
    said: dict[tuple[str, PassageText], ReaderOutput] = {}
    fold = np.random.default_rng(_SEED).permutation(1 + max(it.place for it in ranked)) % _FOLDS
    for left_out in range(_FOLDS):
        weights = work / f"fold-{left_out}.safetensors"
        _train_on(base, read, [it for it in ranked if fold[it.place] != left_out], weights, notes)
        said |= _said(base.reader(weights), [it for it in ranked if fold[it.place] == left_out])
        print(f"fold {left_out}", flush=True)
    record(base.out_of_fold, said, notes)
    _train_on(base, read, ranked, work / base.weights.name, notes)
    shutil.copyfile(work / base.weights.name, base.weights)


def _read(base: Base, pairs: ReadingPairs, to: Path) -> None:
    """Train on what was written for paragraphs, and print how well that reads articles that were held out."""
    print(f"{len(pairs.train)} pairs to read, {len(pairs.measure)} to measure", flush=True)
    torch.manual_seed(_SEED)
    learner = base.learner()
    train(learner, pairs.train, _READING, to.with_suffix(".checkpoint"))
    rounded = to.with_name("read.safetensors")
    save_weights(rounded, learner.network.trained(), {})
    print(f"AUROC on other articles: {_auroc(base.reader(rounded), pairs.measure):.4f}", flush=True)
    torch.save(dict(learner.network.named_parameters()), to)


def _train_on(base: Base, read: Path, ranked: Sequence[RankedQuestion], to: Path, notes: Mapping[str, str]) -> None:
    """Go on from there with questions over the archive, unless that was done."""
    if to.exists():
        return
    learner = base.learner()
    learner.network.load_state_dict(torch.load(read, weights_only=True), strict=False)
    train(learner, list(to_train_on(ranked, _NEAR)), _ARCHIVE, to.with_suffix(".checkpoint"))
    save_weights(to, learner.network.trained(), notes)


def _said(reader: Reader, ranked: Sequence[RankedQuestion]) -> dict[tuple[str, PassageText], ReaderOutput]:
    said: dict[tuple[str, PassageText], ReaderOutput] = {}
    for it in ranked:
        texts = [candidate.text for candidate in it.candidates]
        said |= zip([(it.question, text) for text in texts], reader.read(it.question, texts), strict=True)
    return said


def _auroc(reader: Reader, pairs: Sequence[Pair]) -> float:
    """Return how often a text that answers gets more than one that does not."""
    logits = [reader.read(pair.question, [PassageText("", (pair.text,))])[0].logit for pair in pairs]
    return auroc(np.array(logits), np.array([pair.answers for pair in pairs]))


if __name__ == "__main__":
    main()
