"""Train the reader's network on pairs."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from torch.nn.utils.rnn import pad_sequence
from torch.optim import Optimizer

from benchmarks.reader.pairs import Pair
from qa.models.batches import batches
from qa.models.hardware import fast_bfloat16
from qa.models.reader.network import ReaderNetwork

_BATCH = 32
_LONGEST = 128
_NEITHER = -100
"""What the loss of the spans leaves out."""
_REPORTED, _SAVED = 50, 200
"""After how many steps what was reached is printed, and saved."""
_SORTED_TOGETHER = 50
"""In how many batches' worth of pairs those of like length are put together."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How to train."""

    epochs: int
    rate: float
    heads_rate: float
    span_weight: float
    seed: int


@dataclass(frozen=True, slots=True)
class _Below:
    """A pair as the parts that are not trained leave it: they make the same of it at every epoch."""

    hidden: Tensor
    """Shape (tokens, width), in half precision."""
    segments: Tensor
    answers: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Learner:
    """A network to train, and the tokenizer of its texts."""

    network: ReaderNetwork
    tokenizer: Tokenizer
    padding: int
    """The id of the token that pads."""


def train(learner: Learner, pairs: Sequence[Pair], schedule: Schedule, checkpoint: Path) -> None:
    """Train by AdamW, the rate rising for the first twentieth of the steps and falling to nothing until the last.

    What is at the checkpoint is gone on with; it is written from time to time, and deleted at the end.
    """
    torch.manual_seed(schedule.seed)
    chance, network = random.Random(schedule.seed), learner.network
    learner.tokenizer.enable_truncation(_LONGEST, strategy="only_second")
    layers = [value for name, value in network.named_parameters() if value.requires_grad and name.startswith("bert.")]
    heads = [*network.answer.parameters(), *network.span.parameters()]
    rates = (schedule.rate, schedule.heads_rate)
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01
    )
    read = _read_below(learner, pairs)
    steps, done = schedule.epochs * math.ceil(len(pairs) / _BATCH), _go_on(checkpoint, network, optimizer)
    network.train()
    every = (some for _ in range(schedule.epochs) for some in _groups(read, chance))
    for step, some in enumerate(every):
        if step < done:
            continue
        share = min((step + 1) / (0.05 * steps + 1), 1 - step / steps)
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * share
        loss = _loss(network, some, schedule.span_weight)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([*layers, *heads], 1.0)
        optimizer.step()
        if (step + 1) % _REPORTED == 0:
            print(f"  step {step + 1} of {steps}: loss {loss.item():.3f}", flush=True)
        if (step + 1) % _SAVED == 0:
            _save(checkpoint, network, optimizer, step + 1)
    checkpoint.unlink(missing_ok=True)
    network.eval()


def _go_on(checkpoint: Path, network: ReaderNetwork, optimizer: Optimizer) -> int:
    """Return how many steps were done, what they led to being loaded."""
    if not checkpoint.exists():
        return 0
    saved = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(saved["network"], strict=False)
    optimizer.load_state_dict(saved["optimizer"])
    torch.set_rng_state(saved["chance"])
    return int(saved["steps"])


def _save(checkpoint: Path, network: ReaderNetwork, optimizer: Optimizer, steps: int) -> None:
    trained = {name: value for name, value in network.named_parameters() if value.requires_grad}
    unfinished = checkpoint.with_suffix(".new")
    state = {"network": trained, "optimizer": optimizer.state_dict(), "chance": torch.get_rng_state(), "steps": steps}
    torch.save(state, unfinished)
    unfinished.replace(checkpoint)


def _loss(network: ReaderNetwork, some: Sequence[_Below], span_weight: float) -> Tensor:
    hidden = pad_sequence([it.hidden for it in some], batch_first=True).float()
    segments = pad_sequence([it.segments for it in some], batch_first=True)
    seen = pad_sequence([torch.ones_like(it.segments) for it in some], batch_first=True)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=fast_bfloat16()):
        read = network.above(hidden, seen, segments)
    loss = binary_cross_entropy_with_logits(read.answers, torch.tensor([it.answers for it in some]))
    starts, ends = (torch.tensor(places) for places in zip(*((it.start, it.end) for it in some), strict=True))
    known = starts != _NEITHER
    if known.any():
        spans = cross_entropy(read.starts[known], starts[known]) + cross_entropy(read.ends[known], ends[known])
        loss = loss + span_weight * spans
    return loss


def _groups(read: Sequence[_Below], chance: random.Random) -> Iterator[Sequence[_Below]]:
    order = chance.sample(range(len(read)), len(read))
    places: list[list[int]] = []
    for start in range(0, len(order), _BATCH * _SORTED_TOGETHER):
        alike = sorted(order[start : start + _BATCH * _SORTED_TOGETHER], key=lambda at: len(read[at].hidden))
        places += [alike[first : first + _BATCH] for first in range(0, len(alike), _BATCH)]
    chance.shuffle(places)
    for some in places:
        yield [read[at] for at in some]


def _read_below(learner: Learner, pairs: Sequence[Pair]) -> list[_Below]:
    """Read pairs once with what is not trained; an answer that was cut off is none."""
    encodings = learner.tokenizer.encode_batch([(pair.question, pair.text) for pair in pairs])
    made: dict[int, _Below] = {}
    learner.network.eval()
    for batch in batches(encodings, _BATCH, _BATCH * _LONGEST, learner.padding):
        inputs = [torch.from_numpy(it) for it in (batch.ids, batch.seen, batch.segments)]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=fast_bfloat16()):
            below = learner.network.below(*inputs).half()
        for row, place in enumerate(batch.places):
            pair, encoding = pairs[place], encodings[place]
            start, end = _tokens(encoding, pair)
            answers = pair.answers and (pair.span is None or start != _NEITHER)
            count = len(encoding.ids)
            made[place] = _Below(below[row, :count].clone(), inputs[2][row, :count], float(answers), start, end)
    return [made[place] for place in range(len(pairs))]


def _tokens(encoding: Encoding, pair: Pair) -> tuple[int, int]:
    """Find the tokens where the answer starts and ends."""
    if pair.span is None:
        return _NEITHER, _NEITHER
    start, end = pair.span
    text = 1  # the question is 0
    first, last = encoding.char_to_token(start, text), encoding.char_to_token(end - 1, text)
    return (_NEITHER, _NEITHER) if first is None or last is None else (first, last)
