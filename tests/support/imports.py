"""List what a fresh process imports: what takes seconds to import is left until it is needed."""

import subprocess
import sys

from tests.conftest import ROOT

HEAVY = {"torch", "transformers", "sentence_transformers", "gradio", "pandas", "sklearn", "scipy", "huggingface_hub"}
"""What only networks of other people, the page or the map of topics need."""


def imported_by(code: str, *arguments: str) -> set[str]:
    """Return the packages that a process has imported after running some code."""
    report = "import sys; print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    command = [sys.executable, "-c", f"{code}\n{report}", *arguments]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.splitlines()[-1].split())
