import subprocess
import sys

import pytest

import qa
from tests.support.imports import HEAVY, imported_by

EXPORTED = [
    "Answer",
    "Archive",
    "Article",
    "Copy",
    "Evidence",
    "Passage",
    "QaError",
    "Sentence",
    "__version__",
    "errors",
    "retrieve",
]
SEARCH = {"faiss", "numpy", "tantivy"}


def test_the_exported_names_are_these_and_no_others() -> None:
    assert qa.__all__ == EXPORTED
    assert dir(qa) == EXPORTED


@pytest.mark.parametrize("name", EXPORTED)
def test_every_exported_name_is_there(name: str) -> None:
    assert getattr(qa, name) is not None


def test_a_name_that_is_not_exported_is_missing_as_from_any_module() -> None:
    with pytest.raises(AttributeError, match="module 'qa' has no attribute 'ask'"):
        _ = qa.ask  # type: ignore[attr-defined]


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not imported_by("import qa") & {*HEAVY, *SEARCH}


def test_errors_and_records_load_nothing_heavy() -> None:
    code = "import qa; qa.errors.IndexMissing; qa.Answer; from qa import QaError, Evidence"
    assert not imported_by(code) & {*HEAVY, *SEARCH}


def test_the_archive_loads_no_model_and_no_page_until_one_is_needed() -> None:
    assert not imported_by("from qa import Archive, retrieve") & HEAVY


def test_every_name_comes_with_a_star() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from qa import *; print(Archive.__name__, retrieve.__name__, errors.__name__)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["Archive", "retrieve", "qa.errors"]
