"""The examples in the docstrings of the public functions print what they show."""

import doctest
import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

from qa import Archive, retrieve
from tests.conftest import SEEDS


@pytest.mark.model
def test_the_examples_of_the_public_functions_print_what_they_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").symlink_to(SEEDS)
    monkeypatch.chdir(tmp_path)
    names = {"Archive": Archive, "retrieve": retrieve}
    shown: list[Callable[..., object]] = [Archive.build, Archive.open, Archive.ask, Archive.survey, retrieve]
    for function in shown:
        examples = doctest.DocTestParser().get_doctest(
            inspect.getdoc(function) or "", names, function.__qualname__, None, None
        )
        assert examples.examples, f"{function.__qualname__} has no example"
        said = list[str]()
        runner = doctest.DocTestRunner()
        runner.run(examples, out=said.append, clear_globs=False)
        names |= examples.globs
        assert not runner.failures, "".join(said)
