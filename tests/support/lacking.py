"""Pass over a test that this machine cannot run, and fail it where CI is set: there nothing is to go untested."""

import os
from typing import NoReturn

import pytest


def lacking(problem: str) -> NoReturn:
    """Report what the machine lacks, with the remedy."""
    if os.environ.get("CI"):
        pytest.fail(problem)
    pytest.skip(problem)
