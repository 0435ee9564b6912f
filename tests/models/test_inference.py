"""A network may be run by any number of threads at once, and lets nobody starve."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from qa.models.encoder.model_folder import find_model
from qa.models.inference import Network, UnusableModel, import_openvino

pytestmark = pytest.mark.model
Inputs = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


@pytest.fixture(scope="module")
def network() -> Network:
    from qa.models.bert import encoder_model, read_bert

    return Network(encoder_model(read_bert(find_model().path)))


def inputs(texts: int, tokens: int) -> Inputs:
    ids = np.random.default_rng(texts * 1000 + tokens).integers(1000, 2000, (texts, tokens))
    return ids, np.ones_like(ids), np.zeros_like(ids)


def test_each_thread_gets_what_it_asked_for(network: Network) -> None:
    work = [inputs(1 + number % 3, 8 + number) for number in range(40)]
    expected = [network.run(*it)[0] for it in work]
    with ThreadPoolExecutor(8) as threads:
        for found, wanted in zip(threads.map(lambda it: network.run(*it)[0], work), expected, strict=True):
            assert np.array_equal(found, wanted)


def test_many_batches_come_back_in_order(network: Network) -> None:
    work = [inputs(2, 16 * (1 + number % 5)) for number in range(12)]
    for found, it in zip(network.run_all(work), work, strict=True):
        assert np.array_equal(found[0], network.run(*it)[0])
    assert list(network.run_all([])) == []


def test_an_output_is_not_overwritten_by_the_next_run(network: Network) -> None:
    one = network.run(*inputs(1, 8))[0]
    kept = one.copy()
    network.run(*inputs(1, 9))
    assert np.array_equal(one, kept)


def test_who_asks_while_thousands_of_passages_are_encoded_waits_for_a_few_batches_at_most(network: Network) -> None:
    stop, batch, encoded = Event(), inputs(16, 128), list[int]()

    def endless() -> Iterator[Inputs]:
        while not stop.is_set():
            yield batch

    def encode_on() -> None:
        for it in endless():
            network.run(*it)
            encoded.append(1)

    with ThreadPoolExecutor(2) as busy:
        running = [busy.submit(encode_on) for _ in range(2)]
        while not encoded:
            time.sleep(0.01)
        waits = []
        for _ in range(10):
            before = sum(encoded)
            network.run(*inputs(1, 16))
            waits.append(sum(encoded) - before)
        stop.set()
        for it in running:
            it.result()
    assert sorted(waits)[len(waits) // 2] <= 8, "batches that went before"


def test_a_model_that_openvino_does_not_take_is_said_to_be_unusable() -> None:
    openvino = import_openvino()

    class Odd(openvino.Op):  # type: ignore[misc, name-defined]  # it has no annotations
        """An operation that no processor knows."""

        def __init__(self, inputs: list[Any]) -> None:
            super().__init__(self, inputs)

        def validate_and_infer_types(self) -> None:
            self.set_output_type(0, self.get_input_element_type(0), self.get_input_partial_shape(0))

    given = openvino.opset13.parameter([4], np.float32, "given")
    model = openvino.Model([openvino.opset13.result(Odd([given]).output(0))], [given], "odd")
    with pytest.raises(UnusableModel, match="OpenVINO does not take it"):
        Network(model)


def test_too_little_memory_is_not_taken_for_a_damaged_model(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def compile_model(self, *_: object) -> None:
            raise RuntimeError("Exception from src/inference/src/cpp/core.cpp:116: std::bad_alloc")

    monkeypatch.setattr("qa.models.inference._core", Full)
    openvino = import_openvino()
    given = openvino.opset13.parameter([4], np.float32, "given")
    with pytest.raises(MemoryError):
        Network(openvino.Model([openvino.opset13.result(given.output(0))], [given], "small"))
