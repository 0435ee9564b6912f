"""Take a sample of the news for CI: some of the questions, what answers them, and some of the other articles."""

import json
import shutil
from pathlib import Path

from benchmarks.quality.squad import write_every


def write_news_sample(news: Path, judged: Path, folder: Path, questions: Path, every: int) -> None:
    """Write every nth question, and copy the articles that answer them with every nth of all, and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    write_every(judged, questions, every)
    rows = map(json.loads, questions.read_text("utf-8").splitlines())
    answering = {gold["article"] for row in rows for gold in row.get("gold", ())}
    chosen = answering.union(sorted(it.name for it in news.glob("*.txt"))[::every])
    for stale in {it.name for it in folder.iterdir()} - chosen:
        (folder / stale).unlink()
    for name in chosen:
        shutil.copyfile(news / name, folder / name)
