"""What was measured is kept line by line; a run that was killed goes on, and never with what is not comparable."""

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from benchmarks.peers.rows import Circumstances, UnusableResults, append, begin, read
from benchmarks.tests.peers.measured_runs import CIRCUMSTANCES, RUN


def test_a_run_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "rows.jsonl"
    assert begin(path, CIRCUMSTANCES).rows == ()
    for row in RUN.rows:
        append(path, row)
    assert read(path) == RUN


def test_a_run_that_goes_on_knows_what_was_measured(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    begin(path, CIRCUMSTANCES)
    for row in RUN.rows[:3]:
        append(path, row)
    assert begin(path, replace(CIRCUMSTANCES, date="2026-11-23")).done == {row.step for row in RUN.rows[:3]}


def test_sizes_are_ordered_by_what_they_hold_and_a_failure_is_known() -> None:
    assert list(RUN.sizes.items()) == [("300", 302), ("1500", 1_504)]
    assert RUN.failure("300", "LangChain, hybrid", "serve") == "took over 600 s"
    assert not RUN.failure("300", "txtai", "serve")


def test_a_row_cut_short_by_a_kill_is_measured_again(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    begin(path, CIRCUMSTANCES)
    append(path, RUN.rows[0])
    append(path, RUN.rows[1])
    path.write_text(path.read_text()[:-20])
    assert read(path).rows == RUN.rows[:1]
    append(path, RUN.rows[1])
    assert read(path).rows == RUN.rows[:2]


@pytest.mark.parametrize("name", ["suite", "machine", "code", "articles"])
def test_rows_made_under_other_circumstances_are_not_gone_on_with(tmp_path: Path, name: str) -> None:
    path = tmp_path / "rows.jsonl"
    begin(path, CIRCUMSTANCES)
    other = Circumstances(**(asdict(CIRCUMSTANCES) | {name: "other"}))
    with pytest.raises(UnusableResults, match=f"begun with other {name}.*delete it"):
        begin(path, other)


@pytest.mark.parametrize("text", ["", "nothing\n", "[]\n", "7\n", '{"step": {}}\n', '{"circumstances": {}}\n'])
def test_what_is_no_file_of_results_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(text)
    with pytest.raises(UnusableResults, match="delete it") as refused:
        read(path)
    assert "\n" not in str(refused.value)
