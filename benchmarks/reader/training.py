"""Train the reader's network on pairs."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import BatchEncoding, PreTrainedTokenizerBase

from benchmarks.reader.pairs import Pair
from qa.models.reader.network import ReaderNetwork

_BATCH = 32
_LONGEST = 128
_NEITHER = -100
"""What the loss of the spans leaves out."""
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
class _Batch:
    inputs: dict[str, Tensor]
    answers: Tensor
    starts: Tensor
    ends: Tensor


def train(
    network: ReaderNetwork, tokenizer: PreTrainedTokenizerBase, pairs: Sequence[Pair], schedule: Schedule
) -> None:
    """Train by AdamW, the rate rising for the first twentieth of the steps and falling to nothing until the last."""
    torch.manual_seed(schedule.seed)
    chance = random.Random(schedule.seed)
    layers = [value for name, value in network.named_parameters() if value.requires_grad and name.startswith("bert.")]
    heads = [*network.answer.parameters(), *network.span.parameters()]
    rates = (schedule.rate, schedule.heads_rate)
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01
    )
    steps, step = schedule.epochs * math.ceil(len(pairs) / _BATCH), 0
    network.train()
    for _ in range(schedule.epochs):
        for batch in _batches(tokenizer, pairs, chance):
            share = min((step + 1) / (0.05 * steps + 1), 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            loss = _loss(network, batch, schedule.span_weight)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([*layers, *heads], 1.0)
            optimizer.step()
            step += 1
            if step % 50 == 0:
                print(f"  step {step} of {steps}: loss {loss.item():.3f}", flush=True)
    network.eval()


def _loss(network: ReaderNetwork, batch: _Batch, span_weight: float) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        read = network(**batch.inputs)
    loss = binary_cross_entropy_with_logits(read.answers, batch.answers)
    known = batch.starts != _NEITHER
    if known.any():
        spans = cross_entropy(read.starts[known], batch.starts[known]) + cross_entropy(
            read.ends[known], batch.ends[known]
        )
        loss = loss + span_weight * spans
    return loss


def _batches(tokenizer: PreTrainedTokenizerBase, pairs: Sequence[Pair], chance: random.Random) -> Iterator[_Batch]:
    order = chance.sample(range(len(pairs)), len(pairs))
    places: list[list[int]] = []
    for start in range(0, len(order), _BATCH * _SORTED_TOGETHER):
        alike = sorted(order[start : start + _BATCH * _SORTED_TOGETHER], key=lambda at: len(pairs[at].text))
        places += [alike[first : first + _BATCH] for first in range(0, len(alike), _BATCH)]
    chance.shuffle(places)
    for some in places:
        yield _batch(tokenizer, [pairs[at] for at in some])


def _batch(tokenizer: PreTrainedTokenizerBase, pairs: Sequence[Pair]) -> _Batch:
    """Encode pairs; an answer that was cut off is none."""
    encoded = tokenizer(
        [pair.question for pair in pairs],
        [pair.text for pair in pairs],
        truncation="only_second",
        max_length=_LONGEST,
        padding=True,
        pad_to_multiple_of=16,
        return_tensors="pt",
        return_token_type_ids=True,
    )
    found = [_tokens(encoded, row, pair) for row, pair in enumerate(pairs)]
    cut = [pair.span is not None and tokens[0] == _NEITHER for pair, tokens in zip(pairs, found, strict=True)]
    return _Batch(
        dict(encoded),
        torch.tensor([float(pair.answers and not off) for pair, off in zip(pairs, cut, strict=True)]),
        torch.tensor([start for start, _ in found]),
        torch.tensor([end for _, end in found]),
    )


def _tokens(encoded: BatchEncoding, row: int, pair: Pair) -> tuple[int, int]:
    """Find the tokens where the answer starts and ends."""
    if pair.span is None:
        return _NEITHER, _NEITHER
    start, end = pair.span
    text = 1  # the question is 0
    first, last = encoded.char_to_token(row, start, text), encoded.char_to_token(row, end - 1, text)
    return (_NEITHER, _NEITHER) if first is None or last is None else (first, last)
