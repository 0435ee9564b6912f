"""Building and asking begin at once: what takes seconds to import is not imported."""

from pathlib import Path

import pytest

from tests.support.imports import HEAVY, imported_by

pytestmark = pytest.mark.model
COMMAND = """
import sys, qa.cli.__main__
sys.argv[0] = "qa"
try:
    qa.cli.__main__.main()
except SystemExit as ended:
    assert not ended.code, ended.code
"""


def heavy(*arguments: str) -> set[str]:
    """Run a command as the shell does, and name what it should have done without."""
    return imported_by(COMMAND, *arguments) & HEAVY


def test_the_whole_path_from_articles_to_a_printed_answer_needs_no_torch(tmp_path: Path) -> None:
    index = str(tmp_path / "index")
    assert heavy("build", "seeds", "--index", index) == set()
    assert heavy("ask", "What did the presidents discuss?", "--index", index) == set()
    assert heavy("ask", "Waht did the presidnets discuss?", "--index", index, "--json") == set()
    assert heavy("ask", "trade", "--index", index, "--after", "2000-01-01", "--export", "bibtex") == set()
    assert heavy("status", "--index", index) == set()
