"""Thumbs are kept: nobody's is lost, no line is changed, and `qa evaluate` measures with them."""

import errno
import fcntl
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.errors import FileUnwritable, InvalidJudgements
from qa.evaluation.evaluation import evaluate
from qa.evaluation.judgements import Judgements, Thumb, judgements, judgements_beside
from qa.records import Verdict
from tests.conftest import ROOT
from tests.support.examples import few
from tests.support.judgements import rows
from tests.support.nobody import as_nobody

QUESTION = "How long is the border along the river?"
PASSAGE = "The border follows the river for 300 miles. Nobody guards it."
SENTENCE = "The border follows the river for 300 miles."


@pytest.fixture
def kept(tmp_path: Path) -> Judgements:
    """A file that is not yet there."""
    return Judgements(tmp_path / "judgements.jsonl")


@pytest.mark.parametrize(
    ("verdict", "right", "answerable"),
    [
        ("answered", True, True),
        ("answered", False, False),
        ("weak", True, True),
        ("weak", False, False),
        ("none", True, False),
        ("none", False, True),
    ],
)
def test_a_thumb_on_the_verdict_says_whether_the_archive_answers(
    kept: Judgements, verdict: Verdict, right: bool, answerable: bool
) -> None:
    kept.judge_verdict(QUESTION, verdict, right)
    (row,) = rows(kept)
    assert row["question"] == QUESTION
    assert row["answerable"] is answerable
    assert row["gold_quotes"] == row["not_gold"] == []
    assert "answer" not in row


def test_a_question_has_one_row_however_it_is_typed(kept: Judgements) -> None:
    kept.judge_verdict(QUESTION, "answered", True)
    kept.judge_passage(f"  {QUESTION.upper()}\n", PASSAGE, SENTENCE, True)
    kept.judge_passage(QUESTION, "A ship passes.", "A ship passes.", False)
    kept.judge_verdict("Who won?", "none", True)
    first, second = rows(kept)
    assert (first["question"], first["answer"]) == (QUESTION, SENTENCE)
    assert (first["gold_quotes"], first["not_gold"]) == ([PASSAGE], ["A ship passes."])
    assert second["question"] == "Who won?"


def test_an_id_is_the_questions_own_and_stays(kept: Judgements, tmp_path: Path) -> None:
    other = Judgements(tmp_path / "other.jsonl")
    other.judge_verdict("Who won?", "none", True)
    other.judge_verdict(QUESTION.lower(), "weak", False)
    kept.judge_passage(QUESTION, PASSAGE, SENTENCE, True)
    assert rows(kept)[0]["id"] == rows(other)[1]["id"] != rows(other)[0]["id"]


def test_a_thumb_taken_back_is_as_if_never_given(kept: Judgements) -> None:
    kept.judge_verdict("Who won?", "none", True)
    before = rows(kept)
    kept.judge_verdict(QUESTION, "answered", True)
    kept.judge_passage(QUESTION, PASSAGE, SENTENCE, True)
    assert rows(kept) != before
    kept.judge_verdict(QUESTION, "answered", None)
    kept.judge_passage(QUESTION, PASSAGE, SENTENCE, None)
    assert rows(kept) == before


def test_every_thumb_is_one_line_and_the_same_again_is_none(kept: Judgements) -> None:
    for lines in (1, 1, 2):
        kept.judge_verdict(QUESTION, "answered", lines == 1)
        assert kept.path.read_bytes().count(b"\n") == lines
    assert kept.path.read_bytes().endswith(b"\n")


def test_what_was_never_given_can_be_taken_back(kept: Judgements) -> None:
    kept.judge_verdict(QUESTION, "answered", None)
    kept.judge_passage(QUESTION, PASSAGE, SENTENCE, None)
    assert not kept.path.exists()


BY_HAND = (
    '{"question":"Who   won?", "answerable": false,   "by": "Jane", "id": 7}\r\n'
    "\n"
    '{"id": "b", "question": "How long is\\u0020the border along the river?", "answerable": true, '
    '"answer": "300 miles", "gold": [{"article": "border.txt", "paragraph": 1}], "checked": {"by": "Jane"}}\n'
    '{"note": "no question"}\n{}'
)


def test_lines_that_others_wrote_stay_to_the_byte(kept: Judgements) -> None:
    kept.path.write_text(BY_HAND, newline="")
    kept.judge_verdict("When?", "weak", True)
    kept.judge_passage(QUESTION, "A ship passes.", "A ship passes.", False)
    kept.judge_verdict("When?", "weak", None)
    written = kept.path.read_bytes().decode()
    assert written.startswith(f"{BY_HAND}\n")
    assert written.removeprefix(f"{BY_HAND}\n").count("\n") == 3


def test_a_row_that_somebody_wrote_is_added_to_and_restored(kept: Judgements) -> None:
    kept.path.write_text(BY_HAND, newline="")
    kept.judge_passage(QUESTION, "A ship passes.", "A ship passes.", False)
    kept.judge_verdict(QUESTION, "answered", False)
    row = rows(kept)[1]
    assert (row["id"], row["checked"], row["answer"]) == ("b", {"by": "Jane"}, "300 miles")
    assert (row["answerable"], row["not_gold"]) == (False, ["A ship passes."])
    kept.judge_passage(QUESTION, "A ship passes.", "A ship passes.", None)
    kept.judge_verdict(QUESTION, "answered", None)
    assert rows(kept) == [json.loads(line) for line in BY_HAND.split("\n") if line]


def test_a_thumb_that_a_crash_cut_off_is_the_only_one_lost_and_others_follow_it(kept: Judgements) -> None:
    kept.judge_verdict("Who won?", "none", True)
    whole = kept.path.read_bytes()
    kept.judge_verdict(QUESTION, "answered", True)
    kept.path.write_bytes(kept.path.read_bytes()[:-9])
    assert [row["question"] for row in rows(kept)] == ["Who won?"]
    assert kept.thumbs_on(QUESTION) == ()
    kept.judge_passage(QUESTION, PASSAGE, SENTENCE, True)
    assert kept.path.read_bytes().startswith(whole)
    assert [row["question"] for row in rows(kept)] == ["Who won?", QUESTION]
    assert kept.thumbs_on(QUESTION) == (Thumb(True, PASSAGE, SENTENCE),)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b'{"question": "Who?", "answerable": false}\n{"question', "line 2 is not JSON"),
        (b"[1]\n", "line 1 is not a JSON object"),
        (b"\xff\xfe\n", "line 1 is not UTF-8"),
        (b'\xef\xbb\xbf{"question": "Who?"}', "line 1 is not JSON"),
        (b"[" * 100_000, "line 1 is not JSON"),
        (json.dumps({"question": QUESTION, "gold_quotes": "300 miles"}).encode(), "gold_quotes is not a list of texts"),
    ],
)
def test_a_file_that_cannot_be_read_is_never_written_over(kept: Judgements, written: bytes, said: str) -> None:
    kept.path.write_bytes(written)
    with pytest.raises(
        InvalidJudgements, match=rf"is left as it is \({said}\): correct the file, or move it out of the way"
    ) as raised:
        kept.judge_verdict(QUESTION, "answered", True)
    assert kept.path.read_bytes() == written
    assert len(str(raised.value).splitlines()) == 1


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(InvalidJudgements, match="is not a file: move it out of the way"):
            Judgements(path).judge_verdict(QUESTION, "answered", True)


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable, match=r"cannot be written \(No such file.*so nothing was written: make room"):
        Judgements(tmp_path / "none" / "judgements.jsonl").judge_verdict(QUESTION, "answered", True)


@pytest.mark.parametrize("part", ["", "judgements.jsonl"])
def test_what_may_not_be_written_is_left_alone(part: str) -> None:
    """A folder in which no file can be made, and a file that was made read-only."""
    with tempfile.TemporaryDirectory() as folder:  # pytest's own are its user's alone
        Path(folder).chmod(0o777)
        kept = Judgements(Path(folder) / "judgements.jsonl")
        if part:
            with as_nobody():
                kept.judge_verdict("Who won?", "none", True)
        before = kept.path.read_bytes() if part else None
        (Path(folder) / part).chmod(0o555)
        with as_nobody(), pytest.raises(FileUnwritable, match=r"cannot be written \(Permission denied\)"):
            kept.judge_verdict(QUESTION, "answered", True)
        assert (kept.path.read_bytes() if part else None) == before
        assert kept.path.exists() is bool(part)


def test_a_full_disk_loses_nothing(kept: Judgements, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.judge_verdict("Who won?", "none", True)
    before = kept.path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(FileUnwritable, match=r"cannot be written \(No space left on device\), so nothing was"):
            kept.judge_verdict(QUESTION, "answered", True)
    assert kept.path.read_bytes() == before
    kept.judge_verdict(QUESTION, "answered", True)
    assert len(rows(kept)) == 2


def test_a_link_stays_one(kept: Judgements, tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to(kept.path)
    Judgements(tmp_path / "link.jsonl").judge_verdict(QUESTION, "answered", True)
    assert (tmp_path / "link.jsonl").is_symlink()
    assert len(rows(kept)) == 1


@pytest.mark.parametrize("question", ["", " \n", "\u200b"])
def test_nothing_is_kept_of_no_question_and_no_passage(kept: Judgements, question: str) -> None:
    with pytest.raises(InvalidJudgements, match="the question to judge is empty: ask one first"):
        kept.judge_verdict(question, "answered", True)
    with pytest.raises(InvalidJudgements, match="the passage to judge has no text: choose one that is shown"):
        kept.judge_passage(QUESTION, question, SENTENCE, True)
    assert not kept.path.exists()


def test_threads_do_not_lose_each_others_rows(kept: Judgements) -> None:
    def judge(number: int) -> None:
        Judgements(kept.path).judge_verdict(f"Question {number % 20}?", "answered", True)
        Judgements(kept.path).judge_passage(f"Question {number % 20}?", f"Passage {number}.", "", True)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(judge, range(60)))
    found = rows(kept)
    assert sorted(row["question"] for row in found) == sorted(f"Question {number}?" for number in range(20))
    assert {quote for row in found for quote in row["gold_quotes"]} == {f"Passage {number}." for number in range(60)}
    assert {it.name for it in kept.path.parent.iterdir()} <= {"judgements.jsonl", "judgements.jsonl.lock"}


JUDGING = """
import sys
from pathlib import Path
from qa.evaluation.judgements import Judgements
from tests.support.examples import few
for number in range(20):
    Judgements(Path(sys.argv[1])).judge_verdict(f"Question {number} of {sys.argv[2]}?", "none", True)
"""


def test_processes_do_not_lose_each_others_rows(kept: Judgements) -> None:
    judging = [
        subprocess.Popen([sys.executable, "-c", JUDGING, str(kept.path), str(number)], cwd=ROOT) for number in range(3)
    ]
    assert [it.wait(120) for it in judging] == [0, 0, 0]
    assert {row["question"] for row in rows(kept)} == {f"Question {a} of {b}?" for a in range(20) for b in range(3)}


def test_nobody_waits_for_ever(kept: Judgements, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judgements, "_PATIENCE_SECONDS", 0.1)
    kept.judge_verdict(QUESTION, "answered", True)
    with (kept.path.parent / "judgements.jsonl.lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(FileUnwritable, match="is being written by another program: try again"):
            kept.judge_verdict("Who won?", "none", True)
    assert len(rows(kept)) == 1


def test_an_evaluation_measures_with_them(kept: Judgements, archive: Archive) -> None:
    kept.judge_passage(QUESTION, PASSAGE, SENTENCE, True)
    kept.judge_verdict("What music was there?", "answered", True)
    kept.judge_passage("What did the bank expect?", "A ship passes.", "A ship passes.", False)
    kept.judge_verdict("Who won the chess match?", "none", True)
    kept.judge_passage("Who won the chess match?", PASSAGE, SENTENCE, True)
    kept.judge_verdict("Who won the chess match?", "none", True)
    found = evaluate(archive, kept.path)
    assert found.not_judged == 1
    assert [(it.answerable, it.answered, it.place, bool(it.measures)) for it in found.outcomes] == [
        (True, True, 1, True),
        (True, True, None, False),
        (False, False, None, False),
    ]


texts = st.text(max_size=30) | st.sampled_from(["\u2028", "\x85", "\ud800", "\r\n", "{}", "\u202e", "“é”"])


@settings(few(50), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=texts, passage=texts, sentence=texts)
def test_whatever_is_judged_is_kept_and_can_be_evaluated(
    tmp_path: Path, archive: Archive, question: str, passage: str, sentence: str
) -> None:
    kept = Judgements(tmp_path / "any.jsonl")
    kept.path.unlink(missing_ok=True)
    kept.judge_passage(f"Who {question}?", f"A {passage}", sentence, True)
    kept.judge_verdict(f"Who {question}?", "weak", True)
    (row,) = rows(kept)
    assert (row["question"], row["gold_quotes"]) == (f"Who {question}?", [f"A {passage}"])
    assert evaluate(archive, kept.path).outcomes[0].answerable


@pytest.mark.parametrize(
    ("index", "beside"),
    [
        ("/a/index", "/a/index-judgements.jsonl"),
        ("/a/index/", "/a/index-judgements.jsonl"),
        ("/a/b/../index.v2", "/a/index.v2-judgements.jsonl"),
        ("index", f"{Path.cwd()}/index-judgements.jsonl"),
        (".", f"{Path.cwd()}-judgements.jsonl"),
        ("..", f"{Path.cwd().parent}-judgements.jsonl"),
    ],
)
def test_judgements_lie_beside_the_index_that_may_be_deleted(index: str, beside: str) -> None:
    assert judgements_beside(Path(index)) == Path(beside)


def test_an_index_behind_a_link_has_them_beside_the_link(tmp_path: Path) -> None:
    (tmp_path / "v2").mkdir()
    (tmp_path / "index").symlink_to(tmp_path / "v2")
    assert judgements_beside(tmp_path / "index") == tmp_path / "index-judgements.jsonl"


def test_the_thumbs_on_a_question_are_given_back_until_they_are_taken_back(kept: Judgements) -> None:
    assert kept.thumbs_on(QUESTION) == ()
    kept.judge_verdict("Who came?", "answered", right=True)
    kept.judge_passage(QUESTION, PASSAGE, SENTENCE, answers=True)
    kept.judge_verdict(QUESTION, "none", right=False)
    expected = (Thumb(True, PASSAGE, SENTENCE), Thumb(True))
    assert kept.thumbs_on(f"  {QUESTION.upper()} ") == kept.thumbs_on(QUESTION) == expected
    kept.judge_passage(QUESTION, PASSAGE, SENTENCE, answers=None)
    assert kept.thumbs_on(QUESTION) == (Thumb(True),)


def test_thumbs_that_another_program_keeps_are_given_back_at_once(kept: Judgements) -> None:
    assert kept.thumbs_on(QUESTION) == ()
    another = Judgements(kept.path)
    another.judge_verdict(QUESTION, "answered", right=True)
    assert kept.thumbs_on(QUESTION) == (Thumb(True),)
    another.judge_verdict(QUESTION, "answered", right=None)
    assert kept.thumbs_on(QUESTION) == ()


def test_where_the_file_cannot_be_read_no_thumbs_are_given_back(kept: Judgements) -> None:
    kept.path.write_text("no JSON")
    assert kept.thumbs_on(QUESTION) == ()
