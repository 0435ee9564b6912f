"""An archive of made-up passages is measured."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.scaling.archive import real_passages, write_archive
from benchmarks.scaling.growth import measure, table

pytestmark = pytest.mark.model

QUESTIONS = [f"What was said about trade and the river in talk number {number}?" for number in range(90)]


def test_made_up_passages_are_as_many_as_wanted_and_every_figure_of_them_is_measured(
    seeds_index: Path, tmp_path: Path
) -> None:
    write_archive(real_passages(seeds_index), tmp_path / "index", 2_000)
    vectors = np.random.default_rng(0).standard_normal((len(QUESTIONS), 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    measured = measure(tmp_path, QUESTIONS, vectors)
    assert (measured["passages"], measured["search by meaning"]) == ("2,000", "exact")
    assert measured["recall@10 against exact search"] == "1.0000"
    median, high = measured["asking, ms: median / 95th percentile"].split(" / ")
    assert 0 < float(median) <= float(high)
    assert float(measured["on disk a passage, bytes"].replace(",", "")) > 768


def test_the_table_has_a_column_for_each_size() -> None:
    columns = [{"passages": passages, "search by meaning": "exact"} for passages in ("1,000", "2,000")]
    assert table(columns).splitlines() == [
        "| passages | 1,000 | 2,000 |",
        "|---|---|---|",
        "| search by meaning | exact | exact |",
    ]
