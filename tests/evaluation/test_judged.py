"""A passage answers when it is, or holds, what was judged to answer."""

import json
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.errors import InvalidJudgements
from qa.evaluation.evaluation import evaluate
from qa.evaluation.judged import JudgedQuestion, digest, read_judged_file

ASKED = {"id": "b", "question": "How long is the border along the river?", "answerable": True, "answer": "300 miles"}
GOLD = {"gold": [{"article": "border.txt", "paragraph": 1}]}
QUOTES = {"gold_quotes": ["300 miles"]}


def questions(tmp_path: Path, archive: Archive, *rows: object) -> list[JudgedQuestion]:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return [*read_judged_file(path, archive).judged]


def test_gold_is_found_by_the_blank_line_blocks_of_the_file(archive: Archive, tmp_path: Path) -> None:
    (judged,) = questions(tmp_path, archive, ASKED | GOLD)
    answer = archive.ask("How long is the border along the river?")
    held = [bool(judged.found(evidence)) for evidence in answer.evidence]
    assert held[0]
    assert held.count(True) == 1
    assert judged.to_find == 1


def test_any_quote_will_do_whatever_the_case_and_the_shape_of_quotes(archive: Archive, tmp_path: Path) -> None:
    (judged,) = questions(tmp_path, archive, ASKED | {"gold_quotes": ["no such words", "THE RIVER  for 300"]})
    assert judged.found(archive.ask("border river").evidence[0])
    assert judged.to_find == 1


def test_what_was_judged_not_to_answer_does_not(archive: Archive, tmp_path: Path) -> None:
    (judged,) = questions(tmp_path, archive, ASKED | QUOTES | {"not_gold": ["nobody guards it"]})
    assert not judged.found(archive.ask("border river").evidence[0])


@pytest.mark.parametrize(
    "given",
    [
        GOLD | QUOTES,
        GOLD | {"gold_quotes": ["a ship passes twice a day"]},  # beside the gold paragraph
        GOLD | {"gold_quotes": ["words that stand nowhere"]},
        {"gold": [{"article": "music.txt", "paragraph": 2}]} | QUOTES,
    ],
)
def test_of_gold_and_quotes_either_will_do_and_no_measure_leaves_its_range(
    archive: Archive, tmp_path: Path, given: dict[str, object]
) -> None:
    (judged,) = questions(tmp_path, archive, ASKED | given)
    assert judged.to_find == 1
    (asked,) = evaluate(archive, tmp_path / "questions.jsonl").outcomes
    assert (asked.place, asked.answered) == (1, True)
    assert asked.measures == dict.fromkeys(asked.measures, 1.0)


@pytest.mark.parametrize("nothing", [{}, {"gold": None}, {"gold": [], "gold_quotes": [], "answer": ""}])
def test_a_question_without_an_answer_needs_no_gold(
    archive: Archive, tmp_path: Path, nothing: dict[str, object]
) -> None:
    (judged,) = questions(tmp_path, archive, {"question": "Who won?", "answerable": False} | nothing)
    assert (judged.id, judged.answerable, judged.to_find) == ("1", False, 0)


@pytest.mark.parametrize("nothing", [{"gold_quotes": []}, {"gold_quotes": [], "gold": [], "not_gold": ["Nobody"]}])
def test_a_visitor_may_say_that_a_question_is_answered_and_not_by_what(
    archive: Archive, tmp_path: Path, nothing: dict[str, object]
) -> None:
    (judged,) = questions(tmp_path, archive, ASKED | nothing)
    assert (judged.answerable, judged.to_find) == (True, 0)


def test_a_question_that_is_not_answered_has_no_gold_whatever_was_taken_for_it(
    archive: Archive, tmp_path: Path
) -> None:
    (judged,) = questions(tmp_path, archive, ASKED | GOLD | QUOTES | {"answerable": False})
    assert (judged.answerable, judged.to_find) == (False, 0)
    assert not judged.found(archive.ask("border river").evidence[0])
    with pytest.raises(InvalidJudgements, match=r"no article 'none\.txt'"):
        questions(tmp_path, archive, ASKED | gold(article="none.txt") | {"answerable": False})


def test_questions_that_nobody_has_called_answered_or_not_are_left_out_and_counted(
    archive: Archive, tmp_path: Path
) -> None:
    open_question = ASKED | {"answerable": None, "not_gold": ["nobody guards it"]}
    (judged,) = questions(tmp_path, archive, open_question, ASKED | QUOTES, open_question | {"id": "c"})
    assert judged.quotes == ("300 miles",)
    assert read_judged_file(tmp_path / "questions.jsonl", archive).not_judged == 2
    with pytest.raises(InvalidJudgements, match="holds no judged questions"):
        questions(tmp_path, archive, open_question)
    with pytest.raises(InvalidJudgements, match="line 1: not a judged question .*must be a list"):
        questions(tmp_path, archive, open_question | {"not_gold": "nobody"})


@pytest.mark.parametrize(("first", "third"), [({"id": "b"}, {"id": "b"}), ({"id": 3}, {}), ({"id": "3"}, {"id": 3})])
def test_two_questions_of_one_id_are_refused_and_both_named(
    archive: Archive, tmp_path: Path, first: dict[str, object], third: dict[str, object]
) -> None:
    """A row without an id is named by its line."""
    unanswered = {"question": "Who won?", "answerable": False}
    with pytest.raises(InvalidJudgements, match="line 3: its id '[b3]' is that of line 1 too: change one of them"):
        questions(tmp_path, archive, unanswered | first, unanswered | {"id": "other"}, unanswered | third)


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_a_question_may_hold_what_some_take_for_the_end_of_a_line(
    archive: Archive, tmp_path: Path, separator: str
) -> None:
    row = ASKED | QUOTES | {"question": f"How long{separator}is it?"}
    judged, after = questions(tmp_path, archive, json.dumps(row, ensure_ascii=False), ASKED | QUOTES | {"id": "c"})
    assert judged.question == row["question"]
    assert after.question == ASKED["question"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{"question"', "line 2 is not JSON: name a file of judged questions"),
        ('{"question": "Who?"}', "line 2: not a judged question .*answerable"),
        ("[1]", "line 2 is not a JSON object: name a file of judged questions"),
        ("[" * 100_000, "line 2 is not JSON: name a file of judged questions"),
        (
            json.dumps(ASKED | {"gold": [{"article": "none.txt", "paragraph": 1}]}),
            "line 2: .*no article 'none.txt'.*--index",
        ),
        (json.dumps(ASKED | {"gold": 7}), "line 2: not a judged question"),
    ],
)
def test_a_line_that_is_no_judged_question_is_named(archive: Archive, tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(InvalidJudgements, match=said) as raised:
        questions(tmp_path, archive, ASKED | QUOTES, row)
    assert "\n" not in str(raised.value)


def gold(**place: object) -> dict[str, object]:
    return {"gold": [{"article": "border.txt", "paragraph": 1} | place]}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"gold_quotes": "300 miles"}, "gold_quotes is '300 miles', but must be a list"),
        ({"gold_quotes": [""]}, "each of gold_quotes is '', but must be text"),
        ({"gold_quotes": [" \n"]}, r"each of gold_quotes is ' \\n', but must be text"),
        ({"gold_quotes": [300]}, "each of gold_quotes is 300, but must be text"),
        ({"not_gold": "nobody"}, "not_gold is 'nobody', but must be a list"),
        ({"not_gold": [""]}, "each of not_gold is '', but must be text"),
        ({"gold": {"article": "border.txt", "paragraph": 1}}, "gold is {.*}, but must be a list"),
        ({"gold": ["border.txt"]}, "TypeError"),
        (gold(paragraph=-1), "paragraph is -1, but must be a number from 0"),
        (gold(paragraph=True), "paragraph is True, but must be a number from 0"),
        (gold(paragraph="1"), "paragraph is '1', but must be a number from 0"),
        (gold(paragraph=1.5), "paragraph is 1.5, but must be a number from 0"),
        (gold(paragraph=99), "paragraph is 99, but the last of 'border.txt' is 2"),
        (gold(article=7), "article is 7, but must be text"),
        ({"gold_quotes": None}, "answerable, with neither gold nor gold_quotes"),
        ({"answerable": "false"}, "answerable is 'false', but must be true or false"),
        ({"answerable": 1}, "answerable is 1, but must be true or false"),
        ({"question": None}, "question is None, but must be text"),
        ({"question": " "}, "question is ' ', but must be text"),
        ({"answer": 300}, "answer is 300, but must be text"),
    ],
)
def test_what_would_give_false_figures_is_named_with_its_line(
    archive: Archive, tmp_path: Path, changed: dict[str, object], said: str
) -> None:
    with pytest.raises(InvalidJudgements, match=rf"line 2: not a judged question \(.*{said}.*it needs ") as raised:
        questions(tmp_path, archive, ASKED | QUOTES, ASKED | QUOTES | changed)
    assert "\n" not in str(raised.value)


def test_a_file_that_cannot_be_read_or_is_empty_is_one_line(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(InvalidJudgements, match="there is no file .*: name a file of judged questions"):
        read_judged_file(tmp_path / "none.jsonl", archive)
    with pytest.raises(InvalidJudgements, match=r"is a folder, not a file: name a file of judged"):
        read_judged_file(tmp_path, archive)
    (tmp_path / "none.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidJudgements, match="line 1 is not UTF-8: name a file of judged questions"):
        read_judged_file(tmp_path / "none.jsonl", archive)
    with pytest.raises(InvalidJudgements, match="holds no questions"):
        questions(tmp_path, archive, "", " ")


def test_a_file_that_is_not_there_has_no_digest(tmp_path: Path) -> None:
    with pytest.raises(InvalidJudgements, match="name a file of judged questions"):
        digest(tmp_path / "none.jsonl")
