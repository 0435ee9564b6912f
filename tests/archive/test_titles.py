import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.article_list import Titles, read_names
from qa.index.index import Index, View

NAMES = st.lists(st.text(alphabet="abé “”", max_size=6), max_size=12)


@given(NAMES, st.lists(st.text(alphabet="abé", min_size=1, max_size=2), max_size=3))
def test_a_word_of_the_name_must_begin_with_each_word(names: list[str], words: list[str]) -> None:
    held = Titles(tuple(names)).holding(words).tolist()
    begun = [re.split(r"[ “”]", name) for name in names]
    assert held == [all(any(it.startswith(word) for it in parts) for word in words) for parts in begun]


@given(NAMES)
def test_places_put_names_in_order_and_equal_ones_together(names: list[str]) -> None:
    positions = Titles(tuple(names)).positions.tolist()
    assert [name for _, name in sorted(zip(positions, names, strict=True))] == sorted(names)
    assert len(set(positions)) == len(set(names))


def files_of(view: View) -> dict[int, str]:
    return dict(view.connection.execute("SELECT id, file FROM article").fetchall())


@pytest.mark.usefixtures("archive")
def test_names_are_read_folded_in_the_order_of_the_catalogue(tmp_path: Path) -> None:
    with Index(tmp_path / "index").view() as view:
        titles, rows = Titles.of(read_names(view)), view.snapshot.catalogue.articles.tolist()
        files = files_of(view)
    assert dict(zip((files[row] for row in rows), titles.folded, strict=True)) == {
        "border.txt": "river marks the line",
        "music.txt": "festival opens",
        "trade.txt": "trade grows again",
    }
