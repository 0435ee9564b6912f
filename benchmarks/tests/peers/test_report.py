"""A run is written as the table in golden/; `UPDATE_GOLDEN=1 pytest benchmarks/tests/peers` writes that."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.peers.report import HERE, between, brief_report, figures, full_report, publish
from benchmarks.peers.rows import Run, UnusableResults, append, begin, read
from benchmarks.peers.suites import SUITES
from benchmarks.tests.peers.measured_runs import CIRCUMSTANCES, RUN

GOLDEN = Path(__file__).with_name("golden") / "table.md"
TEXT = "# Head\n\n<!-- bench: written by the command -->\nold\n<!-- bench: end -->\n\ntail\n"


def test_a_run_is_written_as_the_golden_table() -> None:
    written = full_report(RUN)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(written, encoding="utf-8")
    assert written == GOLDEN.read_text(encoding="utf-8")


def test_the_docs_get_the_largest_size_in_a_few_columns() -> None:
    written = brief_report(RUN)
    head = "| | build, paragraphs/s | peak, MB | cold, s | ask: median, ms | hit@1 | nDCG@10 |"
    assert head in written.replace("|  |", "| |")
    assert "| qa | " in written
    assert "AVX2" not in written


def test_what_was_not_measured_has_no_number() -> None:
    assert "| – " in full_report(RUN)
    assert "nan" not in full_report(RUN)
    assert "None" not in full_report(RUN)


def test_a_failure_is_named_in_words() -> None:
    assert "LangChain, hybrid, serve: took over 600 s." in full_report(RUN)


def test_a_figure_is_the_median_of_its_alternations() -> None:
    found = figures(RUN, "300")
    assert found["qa"]["build seconds"] == 3.0
    assert found["qa"]["build rate"] == pytest.approx(302 / 3)
    assert "build seconds" not in found["txtai, hybrid"]
    assert "Haystack" not in found


def test_tables_have_as_many_cells_in_every_line() -> None:
    for table in full_report(RUN).split("### ")[1:]:
        assert len({line.count(" | ") for line in table.splitlines() if line.startswith("|")}) == 1


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    text = between(TEXT, "bench", "new")
    assert text == TEXT.replace("\nold\n", "\n\nnew\n\n")
    assert between(text, "bench", "new") == text
    with pytest.raises(UnusableResults, match="put the lines"):
        between(TEXT, "full", "new")


def written(run: Run, folder: Path) -> Path:
    path = folder / f"{run.circumstances.suite}.jsonl"
    begin(path, run.circumstances)
    for row in run.rows:
        append(path, row)
    return path


def test_a_run_is_published_with_its_plot_and_the_other_suites_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(TEXT + TEXT.replace("bench", "full"))
    full = replace(RUN, circumstances=replace(CIRCUMSTANCES, suite="full"))
    for run in (full, RUN, RUN):
        publish(written(run, tmp_path / f"work {len(list(tmp_path.iterdir()))}"), run, tmp_path)
    assert [read(tmp_path / f"{name}.jsonl") for name in ("bench", "full")] == [RUN, full]
    text = (tmp_path / "README.md").read_text()
    assert text.count("### 302 paragraphs") == 2
    assert "![bench-speed](bench-speed.svg)" in text
    assert (tmp_path / "bench-speed.svg").read_text().startswith("<?xml")


@pytest.mark.parametrize("suite", SUITES)
def test_the_committed_tables_are_those_of_the_committed_rows(suite: str) -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    assert full_report(read(HERE / f"{suite}.jsonl")).rstrip() in text
