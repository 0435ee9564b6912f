"""Everybody gets the same paragraphs and is judged by the same gold, whatever they return it with."""

import json
from pathlib import Path

import pytest

from benchmarks.peers.contenders import Given
from benchmarks.peers.quality import judge
from benchmarks.peers.workload import answerable_in, prepare
from qa.archive.archive import Archive
from qa.evaluation.evaluation import evaluate
from tests.support.hand_encoder import HandEncoder

TRADE = "Trade grows\n\nTrade across the border grew by a third.\n\nThe president praised the bank.\n"
MUSIC = "Music by the river\n\nMusic is played on a ship every evening.\n\nA visit costs nothing.\n"
QUESTIONS = [
    {"id": "a", "question": "Who praised the bank?", "answerable": True, "answer": "The president",
     "gold": [{"article": "trade.txt", "paragraph": 2}]},
    {"id": "b", "question": "What is played on a ship?", "answerable": True, "gold_quotes": ["music is played"]},
    {"id": "c", "question": "What of the moon?", "answerable": False, "gold_quotes": []},
    {"id": "d", "question": "What does a visit cost?", "answerable": True,
     "gold": [{"article": "elsewhere.txt", "paragraph": 1}]},
]  # fmt: skip


@pytest.fixture
def given(tmp_path: Path) -> Given:
    articles, questions = tmp_path / "news", tmp_path / "questions.jsonl"
    articles.mkdir()
    (articles / "trade.txt").write_text(TRADE)
    (articles / "music.txt").write_text(MUSIC)
    questions.write_text("".join(json.dumps(it) + "\n" for it in QUESTIONS))
    given = Given(tmp_path / "sizes" / "whole")
    assert prepare(articles, questions, "whole", given, HandEncoder()) == 4
    return given


def test_everybody_gets_what_we_encode_and_all_questions(given: Given) -> None:
    texts = [json.loads(line)["text"] for line in given.paragraphs.read_text().splitlines()]
    assert "Trade grows\nThe president praised the bank." in texts
    assert len(texts) == 4
    assert len(given.questions.read_text().splitlines()) == 4
    assert len(given.judged.read_text().splitlines()) == 2


def test_only_questions_whose_gold_is_there_are_judged() -> None:
    def kept(row: dict[str, object]) -> bool:
        return answerable_in(row, {"trade.txt", "music.txt"}, lambda quote: "music" in quote)

    assert [row["id"] for row in QUESTIONS if kept(row)] == ["a", "b"]


def test_a_ranking_is_judged_as_qa_evaluate_does(given: Given) -> None:
    archive = Archive.build(given.articles, given.folder / "index", encoder=HandEncoder())
    asked = {
        str(it["question"]): [[e.passage.id] for e in archive.ask(str(it["question"]), limit=10).evidence]
        for it in QUESTIONS
    }
    measures = judge(given, asked)
    expected = evaluate(archive, given.judged).figures
    assert measures == {name: expected[name].value for name in ("hit@1", "hit@5", "nDCG@10")} | {"judged": 2}


def test_gold_in_the_second_place_and_in_a_folded_copy_counts(given: Given) -> None:
    ids = {row["text"]: row["id"] for row in map(json.loads, given.paragraphs.read_text().splitlines())}
    bank = next(it for text, it in ids.items() if "praised the bank" in text)
    others = [it for it in ids.values() if it != bank]
    question = "Who praised the bank?"
    assert judge(given, {question: [[others[0]], [bank]]})["hit@1"] == 0
    assert judge(given, {question: [[others[0]], [bank]]})["nDCG@10"] == pytest.approx(0.6309, abs=1e-4)
    assert judge(given, {question: [[others[0], bank]]})["hit@1"] == 1
    assert judge(given, {question: [["unknown"]]})["hit@5"] == 0
