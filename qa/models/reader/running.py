"""Run the reader's network: with OpenVINO, or with torch where that is not installed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError

from qa.models.batches import Batch
from qa.models.bert import Bert, read_bert, reader_model
from qa.models.inference import Network, UnusableModel, have_openvino
from qa.models.memory import memory_errors
from qa.models.reader.weights import ReaderWeights, load_weights


@dataclass(frozen=True, slots=True)
class BatchOutput:
    """What the network says of a batch."""

    answers: NDArray[np.float32]
    """Shape (n,): the logit that the passage answers."""
    starts: NDArray[np.float32]
    """Shape (n, tokens): the logit that the answer starts there."""
    ends: NDArray[np.float32]


class RunningNetwork(Protocol):
    """The reader's network, ready to run."""

    def read(self, laid_out: Sequence[Batch]) -> Iterator[BatchOutput]:
        """Read batches of pairs."""
        ...


def load_network(folder: Path, path: Path) -> RunningNetwork:
    """Load what lies below the reader from an encoder's folder, and the reader's weights.

    Raises:
        UnusableModel: they cannot be read, or are not those of such a network.
    """
    if have_openvino():
        return load_network_over(read_bert(folder, "embeddings."), path)
    return _OnTorch(folder, _read_weights(path))


def load_network_over(below: Bert, path: Path) -> RunningNetwork:
    """Load the reader's weights over an encoder's, on OpenVINO.

    Raises:
        UnusableModel: they cannot be read, or are not those of such a network.
    """
    return _OnOpenVino(below, _read_weights(path))


def _read_weights(path: Path) -> ReaderWeights:
    try:
        with memory_errors():
            return load_weights(path)
    except (OSError, SafetensorError) as error:
        raise UnusableModel(str(error)) from error


class _OnOpenVino:
    def __init__(self, below: Bert, weights: ReaderWeights) -> None:
        try:
            with memory_errors():
                self._network = Network(reader_model(below, weights))
        except RuntimeError as error:  # OpenVINO's, of shapes that do not fit
            raise UnusableModel("they are those of another network") from error

    def read(self, laid_out: Sequence[Batch]) -> Iterator[BatchOutput]:
        for answers, spans in self._network.run_all((it.ids, it.seen, it.segments) for it in laid_out):
            yield BatchOutput(answers[:, 0], spans[..., 0], spans[..., 1])


class _OnTorch:
    def __init__(self, folder: Path, weights: ReaderWeights) -> None:
        from torch import from_numpy

        from qa.models.reader.network import ReaderNetwork, read_layers

        try:
            with memory_errors():
                network = ReaderNetwork(read_layers(folder))
            network.load_state_dict({name: from_numpy(it) for name, it in weights.items()}, strict=False)
        except (OSError, RuntimeError, SafetensorError) as error:
            raise UnusableModel(str(error)) from error
        if weights.keys() != network.trained().keys():
            raise UnusableModel("they are those of another network")
        self._network = network.eval()

    def read(self, laid_out: Sequence[Batch]) -> Iterator[BatchOutput]:
        from torch import from_numpy, inference_mode

        for batch in laid_out:
            with inference_mode():
                read = self._network(*map(from_numpy, (batch.ids, batch.seen, batch.segments)))
            yield BatchOutput(read.answers.numpy(), read.starts.numpy(), read.ends.numpy())
