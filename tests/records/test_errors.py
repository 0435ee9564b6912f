"""Errors go to other processes and back, as a pool of a caller sends them."""

import copy
import pickle
from collections.abc import Iterator
from inspect import signature

import pytest

from qa.errors import QaError


def _kinds(of: type[QaError]) -> Iterator[type[QaError]]:
    yield of
    for kind in of.__subclasses__():
        if kind.__module__ == "qa.errors":
            yield from _kinds(kind)


def _made(kind: type[QaError]) -> QaError:
    if kind.__init__ is Exception.__init__:
        return kind("what is wrong, and what to do")
    return kind(*range(len(signature(kind).parameters)))


@pytest.mark.parametrize("kind", list(_kinds(QaError)), ids=lambda kind: kind.__name__)
def test_every_error_is_the_same_after_pickling_and_copying(kind: type[QaError]) -> None:
    error = _made(kind)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301  # our own bytes
        assert (type(again), str(again), again.args, vars(again)) == (kind, str(error), error.args, vars(error))
