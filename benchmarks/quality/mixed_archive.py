"""Mix our own news in four languages with articles in others: one archive, which is asked in each of the four."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

FOUR_LANGUAGES = Path(__file__).with_name("four_languages")
"""Ten articles in each language, and the questions about them, whose ids begin with the language."""


def write_mixed(folder: Path, sources: Mapping[str, Iterable[Path]]) -> None:
    """Copy files, and no others, into a folder, those of each source into a folder of its own: names may be the same.

    A link would lead out of the folder, and builds follow none that does.
    """
    if folder.exists():
        shutil.rmtree(folder)
    for name, files in sources.items():
        (folder / name).mkdir(parents=True)
        for file in files:
            shutil.copyfile(file, folder / name / file.name)


def write_asked_in(language: str, questions: Path) -> None:
    """Write the questions in one of the four languages into a file."""
    lines = (FOUR_LANGUAGES / "questions.jsonl").read_text("utf-8").splitlines()
    asked = [line for line in lines if json.loads(line)["id"].startswith(language)]
    questions.write_text("".join(f"{line}\n" for line in asked), encoding="utf-8")
