"""Too little memory is told from a fault of what is loaded, however a library says it."""

import errno

import pytest

from qa.errors import EncoderUnavailable, InvalidFilter
from qa.models.memory import memory_errors, short_of_memory

OF_MEMORY = [
    MemoryError(),
    OSError(errno.ENOMEM, "Cannot allocate memory"),
    ImportError("libopenblas.so: failed to map segment from shared object"),
    ImportError("libgomp.so.1: cannot allocate memory in static TLS block"),
    OSError("libtorch.so: failed to map segment from shared object"),
    RuntimeError("Exception from src/inference/src/core.cpp:117: std::bad_alloc"),
    RuntimeError("plugin.cpp:54: can't alloc"),
    RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 16 bytes"),
    RuntimeError("CUDA out of memory"),
    RuntimeError("can't start new thread"),
]
OF_ANOTHER_KIND = [
    OSError(errno.ENOENT, "No such file or directory", "out of memory.txt"),
    ImportError("No module named 'torch'"),
    RuntimeError("shapes do not fit"),
    ValueError("could not convert 'out of memory'"),
    InvalidFilter("outlets holds 'bad_alloc', which is empty"),
]


@pytest.mark.parametrize("error", OF_MEMORY, ids=repr)
def test_too_little_memory_is_known_by_what_is_said(error: Exception) -> None:
    assert short_of_memory(error)
    with pytest.raises(MemoryError), memory_errors():
        raise error


@pytest.mark.parametrize("error", OF_ANOTHER_KIND, ids=repr)
def test_another_fault_stays_what_it_is(error: Exception) -> None:
    assert not short_of_memory(error)
    with pytest.raises(type(error)), memory_errors():
        raise error


def test_it_is_known_by_what_led_to_an_error() -> None:
    error = EncoderUnavailable("the model cannot be loaded: reinstall it")
    error.__cause__ = RuntimeError("std::bad_alloc")
    error.__cause__.__context__ = error  # a ring ends
    assert short_of_memory(error)
