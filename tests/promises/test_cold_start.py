"""Building and asking begin at once: what takes seconds to import is not imported."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.model
HEAVY = ("torch", "transformers", "sentence_transformers", "gradio", "pandas", "sklearn", "scipy", "huggingface_hub")


def loaded_by(*arguments: str) -> str:
    """Run the command in a process, as the shell does, and name what it should have done without."""
    code = (
        "import sys, qa.cli.__main__\n"
        f"sys.argv = ['qa', *{arguments!r}]\n"
        "try:\n    qa.cli.__main__.main()\n"
        "finally:\n"
        f"    print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip()
    return ran.stderr.strip()


def test_the_whole_path_from_articles_to_a_printed_answer_needs_no_torch(tmp_path: Path) -> None:
    index = str(tmp_path / "index")
    assert loaded_by("build", "seeds", "--index", index) == ""
    assert loaded_by("ask", "What did the presidents discuss?", "--index", index) == ""
    assert loaded_by("ask", "Waht did the presidnets discuss?", "--index", index, "--json") == ""
    assert loaded_by("ask", "trade", "--index", index, "--after", "2000-01-01", "--export", "bibtex") == ""
    assert loaded_by("status", "--index", index) == ""
