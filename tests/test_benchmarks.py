"""The scripts that measure quality run, on a file of judged questions as small as it can be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.model

QUESTIONS = [
    {"id": "a", "question": "How long is the border?", "answerable": True, "gold_quotes": ["7,591 kilometers"],
     "answer": "7,591 kilometers"},
    {"id": "b", "question": "When does Tokayev visit Russia?", "answerable": True,
     "gold": [{"article": "003_f21b648a2aaaf444.txt", "paragraph": 8}], "answer": "November 12"},
    {"id": "c", "question": "Who won the football world cup?", "answerable": False, "gold_quotes": []},
    {"id": "d", "question": "How do I reset my router password?", "answerable": False, "gold_quotes": []},
]  # fmt: skip


@pytest.mark.parametrize("script", ["fit_verdict.py", "relevance_floor.py"])
def test_what_is_fitted_can_be_fitted_on_any_archive(script: str, seeds_index: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text("\n".join(json.dumps(question) for question in QUESTIONS))
    ran = subprocess.run(
        [
            sys.executable,
            str(ROOT / "benchmarks" / "quality" / script),
            str(questions),
            "--index",
            str(seeds_index),
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
