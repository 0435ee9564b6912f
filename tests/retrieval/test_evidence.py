"""What is shown of each passage beside its words: how many paragraphs its article has."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder


def paragraphs_by_file(archive: Archive, limit: int = 100) -> dict[str, set[int]]:
    found = dict[str, set[int]]()
    for it in archive.ask("trade river music", limit).evidence:
        found.setdefault(it.article.file, set()).add(it.paragraphs)
    return found


def test_an_evidence_says_how_many_paragraphs_its_article_has(archive: Archive) -> None:
    assert paragraphs_by_file(archive) == {"border.txt": {2}, "trade.txt": {2}, "music.txt": {2}}


def test_pieces_of_a_long_paragraph_count_as_one_and_dropped_lines_as_none(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    long = " ".join(f"The ship number {at} brought trade to the river." for at in range(30))
    (folder / "long.txt").write_text(f"Ships\n\nMusic was heard.\n\n{long}\n\nAll news\n\nThe bank was closed.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(40))
    passages = archive.passages("long.txt")
    assert len(passages) > 5
    assert [passage.number for passage in passages][-1] == 3
    assert paragraphs_by_file(archive) == {"long.txt": {3}}


def test_paragraphs_are_counted_anew_where_an_article_changed(folder: Path, tmp_path: Path) -> None:
    settings = Settings(rewritten_up_to=0)
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=settings)
    (folder / "trade.txt").write_text((folder / "trade.txt").read_text() + "\n\nThe ship of trade sailed.\n")
    archive.update([folder / "trade.txt"])
    assert paragraphs_by_file(archive) == {"border.txt": {2}, "trade.txt": {3}, "music.txt": {2}}
    assert max(it.number for it in archive.passages("trade.txt")) == 3


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_a_page_beyond_the_last_is_empty(archive: Archive, order: str) -> None:
    assert archive.ask("river", 5, offset=100, order=order).evidence == ()
