"""What fits the verdict and the floor of relevance runs, on a file of judged questions as small as it can be."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks.quality.fit import relevance_floor, verdict

pytestmark = pytest.mark.model

QUESTIONS = [
    {"id": "a", "question": "How long is the border?", "answerable": True, "gold_quotes": ["7,591 kilometers"],
     "answer": "7,591 kilometers"},
    {"id": "b", "question": "When does Tokayev visit Russia?", "answerable": True,
     "gold": [{"article": "003_f21b648a2aaaf444.txt", "paragraph": 8}], "answer": "November 12"},
    {"id": "c", "question": "Who won the football world cup?", "answerable": False, "gold_quotes": []},
    {"id": "d", "question": "How do I reset my router password?", "answerable": False, "gold_quotes": []},
]  # fmt: skip


@pytest.mark.parametrize("script", [verdict, relevance_floor])
def test_what_is_fitted_can_be_fitted_on_any_archive(
    script: ModuleType,
    seeds_index: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text("\n".join(json.dumps(question) for question in QUESTIONS))
    monkeypatch.setattr(sys, "argv", ["fit", str(questions), "--index", str(seeds_index)])
    script.main()
    assert capsys.readouterr().out
