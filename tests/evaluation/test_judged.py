"""A passage answers when it is, or holds, what was judged to answer."""

import json
from pathlib import Path

import pytest

from qa.archive import Archive
from qa.errors import InvalidJudgements
from qa.evaluation.judged import Judged, read_questions

GOOD = {"id": "b", "question": "How long is the border?", "answerable": True, "answer": "300 miles"}


def questions(tmp_path: Path, archive: Archive, *rows: object) -> list[Judged]:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return read_questions(path, archive)


def test_gold_is_found_by_the_blank_line_blocks_of_the_file(archive: Archive, tmp_path: Path) -> None:
    (judged,) = questions(tmp_path, archive, GOOD | {"gold": [{"article": "border.txt", "paragraph": 1}]})
    answer = archive.ask("How long is the border along the river?")
    held = [bool(judged.found(evidence)) for evidence in answer.evidence]
    assert held[0]
    assert held.count(True) == 1
    assert judged.to_find == 1


def test_any_quote_will_do_whatever_the_case_and_the_shape_of_quotes(archive: Archive, tmp_path: Path) -> None:
    (judged,) = questions(tmp_path, archive, GOOD | {"gold_quotes": ["no such words", "THE RIVER  for 300"]})
    assert judged.found(archive.ask("border river").evidence[0])
    assert judged.to_find == 1


def test_what_was_judged_not_to_answer_does_not(archive: Archive, tmp_path: Path) -> None:
    (judged,) = questions(tmp_path, archive, GOOD | {"gold_quotes": ["300 miles"], "not_gold": ["nobody guards it"]})
    assert not judged.found(archive.ask("border river").evidence[0])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "line 2: not a judged question"),
        ('{"question": "Who?"}', "line 2: not a judged question .*answerable"),
        ("[1]", "line 2: not a judged question"),
        (
            json.dumps(GOOD | {"gold": [{"article": "none.txt", "paragraph": 1}]}),
            "line 2: .*no article 'none.txt'.*--index",
        ),
        (json.dumps(GOOD | {"gold": [{"article": "border.txt", "paragraph": 99}]}), "line 2: not a judged question"),
        (json.dumps(GOOD | {"gold": 7}), "line 2: not a judged question"),
    ],
)
def test_a_line_that_is_no_judged_question_is_named(archive: Archive, tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(InvalidJudgements, match=said) as raised:
        questions(tmp_path, archive, GOOD, row)
    assert "\n" not in str(raised.value)


def test_a_file_that_cannot_be_read_or_is_empty_is_one_line(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(InvalidJudgements, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl", archive)
    (tmp_path / "none.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidJudgements, match="cannot be read as text"):
        read_questions(tmp_path / "none.jsonl", archive)
    with pytest.raises(InvalidJudgements, match="holds no questions"):
        questions(tmp_path, archive, "", " ")
