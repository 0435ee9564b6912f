"""A sample of the news holds what answers its questions, and as small a part of everything else."""

import json
from pathlib import Path

from benchmarks.quality.news_sample import write_news_sample


def test_a_sample_holds_some_questions_what_answers_them_and_some_other_articles(tmp_path: Path) -> None:
    news, sample = tmp_path / "news", tmp_path / "sample"
    news.mkdir()
    for number in range(9):
        (news / f"{number}.txt").write_text(f"Article {number}")
    gold = ["7.txt", "1.txt", "5.txt"]
    rows = [{"id": it, "gold": [{"article": it, "paragraph": 1}]} for it in gold] + [
        {"id": "none", "answerable": False}
    ]
    (tmp_path / "judged.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    for _ in range(2):  # what a former sample left is replaced
        sample.mkdir(exist_ok=True)
        (sample / "stale.txt").write_text("Of another sample")
        write_news_sample(news, tmp_path / "judged.jsonl", sample, tmp_path / "questions.jsonl", 4)
        asked = [json.loads(line)["id"] for line in (tmp_path / "questions.jsonl").read_text().splitlines()]
        assert asked == ["7.txt"]
        assert {it.name: it.read_text() for it in sample.iterdir()} == {
            f"{number}.txt": f"Article {number}" for number in (0, 4, 7, 8)
        }
