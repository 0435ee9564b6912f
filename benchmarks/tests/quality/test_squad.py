"""A file in SQuAD form becomes articles that can be indexed, and questions that find their gold in them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality.squad import write_collection, write_every, write_translated
from qa.archive.archive import Archive
from qa.errors import InvalidJudgements
from qa.evaluation.judged import read_judged_file, text_blocks, tidy
from tests.support.hand_encoder import HandEncoder

HARBOUR = {
    "title": "Old_harbour",
    "paragraphs": [
        {"context": "The river meets the sea here.", "qas": []},
        {
            "context": "A ship brought\n\nmusic from 12 ports.\n",
            "qas": [
                {"id": "q1", "question": "How many ports?", "answers": [{"text": "12"}, {"text": "12 ports"}]},
                {"id": "q2", "question": "How many bridges?", "answers": [], "is_impossible": True},
            ],
        },
    ],
}


def written(tmp_path: Path, form: Any) -> tuple[list[str], list[dict[str, Any]]]:
    """Return the articles' texts and the questions that a form becomes."""
    source = tmp_path / "squad.json"
    source.write_text(json.dumps(form))
    write_collection(source, tmp_path / "made", tmp_path / "questions.jsonl")
    texts = [path.read_text() for path in sorted((tmp_path / "made").iterdir())]
    return texts, [json.loads(line) for line in (tmp_path / "questions.jsonl").read_text().splitlines()]


def test_an_article_is_its_title_and_its_paragraphs_parted_by_blank_lines(tmp_path: Path) -> None:
    texts, questions = written(tmp_path, {"data": [HARBOUR]})
    assert texts == ["Old harbour\n\nThe river meets the sea here.\n\nA ship brought\nmusic from 12 ports.\n"]
    assert questions == [
        {
            "id": "q1",
            "question": "How many ports?",
            "answerable": True,
            "gold": [{"article": "a00.txt", "paragraph": 2}],
            "answer": "12",
        },
        {"id": "q2", "question": "How many bridges?", "answerable": False},
    ]


def test_the_questions_find_their_gold_in_an_archive_of_the_articles(tmp_path: Path, encoder: HandEncoder) -> None:
    written(tmp_path, {"data": [HARBOUR]})
    archive = Archive.build(tmp_path / "made", tmp_path / "index", encoder=encoder)
    judged, _ = read_judged_file(tmp_path / "questions.jsonl", archive).judged
    assert judged.paragraphs == {"a ship brought music from 12 ports."}
    assert any(judged.found(evidence) for evidence in archive.ask("Did a ship bring music?").evidence)


def test_articles_of_an_earlier_file_go(tmp_path: Path) -> None:
    assert len(written(tmp_path, {"data": [HARBOUR, HARBOUR]})[0]) == 2
    assert len(written(tmp_path, {"data": [HARBOUR]})[0]) == 1


@given(contexts=st.lists(st.text("ab \n").filter(str.strip), min_size=1, max_size=5))
def test_every_paragraph_stands_where_its_questions_say(
    tmp_path_factory: pytest.TempPathFactory, contexts: list[str]
) -> None:
    asked = [
        {"context": it, "qas": [{"id": str(at), "question": "?", "answers": [{"text": "a"}]}]}
        for at, it in enumerate(contexts)
    ]
    (text,), questions = written(tmp_path_factory.mktemp("squad"), {"data": [{"title": "T", "paragraphs": asked}]})
    blocks = text_blocks(text)
    assert [blocks[it["gold"][0]["paragraph"]].words for it in questions] == [tidy(it) for it in contexts]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ([], "not in SQuAD form"),
        ({"data": [{"title": "T"}]}, "KeyError: 'paragraphs'"),
        ({"data": [{"title": "T", "paragraphs": [{"context": " ", "qas": []}]}]}, "lacks its title or the words"),
        ({"data": [{"title": "_", "paragraphs": []}]}, "lacks its title"),
        (
            {
                "data": [
                    HARBOUR | {"paragraphs": [{"context": "c", "qas": [{"id": 1, "question": "?", "answers": []}]}]}
                ]
            },
            "IndexError",
        ),
    ],
)
def test_another_form_is_refused_in_one_line(tmp_path: Path, form: Any, said: str) -> None:
    with pytest.raises(InvalidJudgements, match=re.escape(said)) as raised:
        written(tmp_path, form)
    assert "\n" not in str(raised.value)
    assert not (tmp_path / "made").exists()


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidJudgements, match="not in SQuAD form"):
        write_collection(tmp_path / "none.json", tmp_path / "made", tmp_path / "questions.jsonl")


def test_translated_questions_have_the_answers_of_their_originals_over_the_articles_they_are_about(
    tmp_path: Path,
) -> None:
    other = {"title": "Elsewhere", "paragraphs": [{"context": "Nothing is asked of this.", "qas": []}]}
    source, translated = tmp_path / "squad.json", tmp_path / "ru.jsonl"
    source.write_text(json.dumps({"data": [other, HARBOUR]}))
    translated.write_text(json.dumps({"id": "q1", "question": "Сколько портов?", "answer": "12"}) + "\n", "utf-8")
    assert write_translated(source, translated, tmp_path / "made", tmp_path / "questions.jsonl") == 1
    assert [it.name for it in (tmp_path / "made").iterdir()] == ["a01.txt"]
    assert json.loads((tmp_path / "questions.jsonl").read_text("utf-8")) == {
        "id": "q1",
        "question": "Сколько портов?",
        "answerable": True,
        "gold": [{"article": "a01.txt", "paragraph": 2}],
        "answer": "12",
    }


def test_every_nth_question_is_written(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text("".join(f"{number}\n" for number in range(10)))
    write_every(tmp_path / "all.jsonl", tmp_path / "some.jsonl", 4)
    assert (tmp_path / "some.jsonl").read_text() == "0\n4\n8\n"
