"""Make articles and judged questions of a file in SQuAD form.

Each article is a text file, title first, its paragraphs parted by blank lines, so that `qa build FOLDER` and then
`qa evaluate QUESTIONS` do the rest. Of several answers to a question the first counts.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.errors import InvalidJudgements

_BLANK_LINES = re.compile(r"\n\s*\n")

Form = dict[str, Any]
"""A part of the file, as JSON has it."""


@dataclass(frozen=True, slots=True)
class Written:
    """An article as a text file, and the questions about it, each one line of JSON."""

    file: str
    text: str
    questions: tuple[str, ...]


def write_collection(source: Path, folder: Path, questions: Path, every: int = 1) -> int:
    """Write the articles, and no others, into a folder, and every nth question into a file; return how many.

    Raises:
        InvalidJudgements: the source cannot be read, or is not in SQuAD form.
    """
    try:
        articles = [_article(number, form) for number, form in enumerate(json.loads(source.read_text("utf-8"))["data"])]
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise InvalidJudgements(f"{source} is not in SQuAD form ({type(error).__name__}: {error})") from error
    folder.mkdir(parents=True, exist_ok=True)
    for stale in {path.name for path in folder.glob("*.txt")} - {article.file for article in articles}:
        (folder / stale).unlink()
    for article in articles:
        (folder / article.file).write_text(article.text, encoding="utf-8")
    lines = [line for article in articles for line in article.questions][::every]
    questions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)


def write_every(source: Path, questions: Path, every: int) -> None:
    """Write every nth question of a file of judged questions into another."""
    lines = source.read_text("utf-8").splitlines()[::every]
    questions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def write_translated(source: Path, translated: Path, folder: Path, questions: Path) -> int:
    """Write the articles that translated questions are about, and those questions with the answers of the source.

    The source is in SQuAD form, and a translated question has the id that it has there. Returns how many there are.
    """
    asked = {row["id"]: row["question"] for row in map(json.loads, translated.read_text("utf-8").splitlines())}
    folder.mkdir(parents=True, exist_ok=True)
    written = list[str]()
    for number, form in enumerate(json.loads(source.read_text("utf-8"))["data"]):
        article = _article(number, form)
        rows = [row for row in map(json.loads, article.questions) if row["id"] in asked]
        if rows:
            (folder / article.file).write_text(article.text, encoding="utf-8")
        written += [json.dumps(row | {"question": asked[row["id"]]}, ensure_ascii=False) for row in rows]
    questions.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    return len(written)


def _article(number: int, form: Form) -> Written:
    file, title = f"a{number:02d}.txt", str(form.get("title") or "").replace("_", " ").strip()
    blocks = [_BLANK_LINES.sub("\n", str(paragraph["context"]).strip()) for paragraph in form["paragraphs"]]
    if not title or not all(blocks):
        raise ValueError(f"article {number} lacks its title or the words of a paragraph")
    questions = (
        question
        for place, paragraph in enumerate(form["paragraphs"], start=1)  # 0 is the title
        for question in _questions(file, place, paragraph["qas"])
    )
    return Written(file, "\n\n".join([title, *blocks]) + "\n", tuple(questions))


def _questions(file: str, place: int, forms: list[Form]) -> Iterator[str]:
    for form in forms:
        row: Form = {"id": form["id"], "question": form["question"], "answerable": not form.get("is_impossible", False)}
        if row["answerable"]:
            row |= {"gold": [{"article": file, "paragraph": place}], "answer": form["answers"][0]["text"]}
        yield json.dumps(row, ensure_ascii=False)
