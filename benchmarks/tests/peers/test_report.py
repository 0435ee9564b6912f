"""A run is written as the table in golden/; `UPDATE_GOLDEN=1 pytest benchmarks/tests/peers` writes that."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.peers.contenders import CONTENDERS
from benchmarks.peers.plots import _COLOURS, _MARKS
from benchmarks.peers.report import between, brief_report, full_report, markdown, publish
from benchmarks.peers.rows import UnusableResults, read_all
from benchmarks.tests.peers.measured_runs import CIRCUMSTANCES, RUN

GOLDEN = Path(__file__).with_name("golden") / "table.md"
TEXT = "# Head\n\n<!-- bench: written by the command -->\nold\n<!-- bench: end -->\n\ntail\n"


def test_a_run_is_written_as_the_golden_table() -> None:
    written = full_report(RUN)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(written, encoding="utf-8")
    assert written == GOLDEN.read_text(encoding="utf-8")


def test_the_readme_gets_the_largest_size_that_was_encoded_in_a_few_columns() -> None:
    written = brief_report(RUN)
    head = "| | build, paragraphs/s | peak, MB | cold, s | ask: median, ms | hit@1 | nDCG@10 |"
    assert head in written.replace("|  |", "| |")
    assert "| qa | " in written
    assert "AVX2" not in written
    assert "vectors given" not in written


def test_every_contender_has_a_colour_and_a_mark_of_its_own() -> None:
    for chosen in (_COLOURS, _MARKS):
        assert set(chosen) == {it.script for it in CONTENDERS}
        assert len(set(chosen.values())) == len(chosen)


def test_what_was_not_measured_has_no_number() -> None:
    assert "| – " in full_report(RUN)
    assert "nan" not in full_report(RUN)
    assert "None" not in full_report(RUN)


def test_a_goal_that_no_size_can_be_held_to_has_no_line() -> None:
    made = replace(RUN, rows=tuple(row for row in RUN.rows if row.step.size.startswith("made-")))
    assert [line for line in full_report(made).splitlines() if ": at " in line] == [
        "| peak memory of a build, against the leanest peer: at most 0.7 | 0.20 (met; txtai) |"
    ]


def test_a_failure_is_named_in_words() -> None:
    assert "LangChain, hybrid, serve: took over 600 s." in full_report(RUN)


def test_tables_have_as_many_cells_in_every_line() -> None:
    assert markdown(["a", "b"], [["c", "d"]]) == "| a | b |\n| --- | --: |\n| c | d |"


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    text = between(TEXT, "bench", "new")
    assert text == TEXT.replace("\nold\n", "\n\nnew\n\n")
    assert between(text, "bench", "new") == text
    with pytest.raises(UnusableResults, match="put the lines"):
        between(TEXT, "full", "new")


def test_a_run_is_published_with_its_plots_and_the_other_suites_rows_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TEXT + TEXT.replace("bench", "full"))
    full = replace(RUN, circumstances=replace(CIRCUMSTANCES, suite="full"))
    publish(full, tmp_path)
    publish(RUN, tmp_path)
    publish(RUN, tmp_path)
    assert read_all(tmp_path / "results.jsonl") == [RUN, full]
    text = (tmp_path / "README.md").read_text()
    assert text.count("### 302 paragraphs") == 2
    for name in ("speed", "quality", "growth"):
        assert f"![bench-{name}](bench-{name}.svg)" in text
        assert (tmp_path / f"bench-{name}.svg").read_text().startswith("<?xml")
