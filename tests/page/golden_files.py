"""Compare rendered HTML with the files in `golden/`; `UPDATE_GOLDEN=1 pytest tests/page` writes them again."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def assert_golden(name: str, rendered: str) -> None:
    file = GOLDEN / name
    text = rendered + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
