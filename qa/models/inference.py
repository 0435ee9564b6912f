"""Run networks on the processor with OpenVINO: several times as fast as torch, and loaded in a tenth of the time.

OpenVINO looks up an analytics host and writes to the home folder when it is imported, unless its telemetry cannot be:
this is the one place that imports it.
"""

import importlib.metadata
import importlib.util
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from qa.models.hardware import fast_bfloat16, processors
from qa.models.memory import memory_errors

if TYPE_CHECKING:
    from openvino import CompiledModel, InferRequest, Model

Array = NDArray[Any]
_MOST_SIDE_BY_SIDE = 4
"""Each more takes its time when the network is made ready; processors beyond that work on one piece together."""
_WORTH_THREADS = 2


class UnusableModel(Exception):
    """A model is not of the kind that is asked for, or its files cannot be read."""


def have_openvino() -> bool:
    """Return whether OpenVINO is installed, without importing it."""
    return importlib.util.find_spec("openvino") is not None


def openvino_version() -> str:
    """Return the version of the package that is installed."""
    return importlib.metadata.version("openvino")


def import_openvino() -> Any:
    """Import OpenVINO without its telemetry."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # what makes an import fail
    import openvino

    return openvino


class Network:
    """A network ready to run, some pieces of work side by side; any number of threads may run it at once.

    Pieces are begun in the order they came: none waits for more than those before it.
    """

    def __init__(self, model: "Model") -> None:
        """Compile the network, for bfloat16 where the processor multiplies that in hardware.

        Raises:
            UnusableModel: OpenVINO does not take it, on this machine.
            MemoryError: there is too little memory for it.
        """
        hints = {
            "INFERENCE_PRECISION_HINT": "bf16" if fast_bfloat16() else "f32",
            "NUM_STREAMS": _side_by_side(),
            "INFERENCE_NUM_THREADS": processors(),
            "ENABLE_HYPER_THREADING": True,
        }
        try:
            with memory_errors():
                self._compiled: CompiledModel = _core().compile_model(model, "CPU", hints)
        except RuntimeError as error:
            raise UnusableModel(f"OpenVINO does not take it: {' '.join(str(error).split())[:200]}") from error
        self._idle: list[InferRequest] = []

    def run(self, *inputs: Array) -> tuple[Array, ...]:
        """Return the outputs for one set of inputs, in the network's own order.

        Raises:
            MemoryError: there is too little memory for it.
        """
        with memory_errors():
            try:
                request = self._idle.pop()
            except IndexError:  # every one is at work
                request = self._compiled.create_infer_request()
            outputs: tuple[Array, ...] = request.infer(list(inputs), share_inputs=True).to_tuple()
        self._idle.append(request)
        return outputs

    def run_all(self, batches: Iterable[Sequence[Array]]) -> Iterator[tuple[Array, ...]]:
        """Run batches side by side and yield their outputs in order."""
        given = list(batches)
        if len(given) < _WORTH_THREADS:
            yield from (self.run(*inputs) for inputs in given)
            return
        with ThreadPoolExecutor(_side_by_side()) as threads:
            yield from threads.map(lambda inputs: self.run(*inputs), given)


def _side_by_side() -> int:
    return min(processors(), _MOST_SIDE_BY_SIDE)


@cache
def _core() -> Any:
    return import_openvino().Core()
