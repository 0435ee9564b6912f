"""A sample stands for the whole archive, and changes no more than the archive does."""

from collections import Counter
from pathlib import Path

import numpy as np

from qa.archive.archive import Archive
from qa.archive.sample import Sample, read_sample
from qa.index.index import Index
from tests.support.hand_encoder import HandEncoder


def sample(archive: Archive, tmp_path: Path, most: int = 2_000) -> Sample:
    with Index(tmp_path / "index").view() as view:
        return read_sample(view, most)


def reports(folder: Path, count: int, passages: int = 5) -> None:
    for at in range(count):
        said = "\n\n".join(
            f"Ship {at}-{number} left port{at}q{number} for harbour{at}w{number}." for number in range(passages)
        )
        (folder / f"report{at:03}.txt").write_text(f"Report {at}\n\n{said}\n")


def test_a_small_archive_is_read_whole(archive: Archive, tmp_path: Path) -> None:
    read = sample(archive, tmp_path)
    every = {
        passage.id: passage for file in ("border.txt", "trade.txt", "music.txt") for passage in archive.passages(file)
    }
    assert {it.passage.id: it.passage for it in read.passages} == every
    assert read.vectors.shape == (6, 9)
    assert read.revision == archive.status().revision
    for it in read.passages:
        assert it.article == archive.article(it.article.file)
        assert [it.passage.text[sentence.start : sentence.end] for sentence in it.sentences] == [
            sentence.text for sentence in it.sentences
        ]


def test_vectors_stand_in_the_order_of_their_passages(archive: Archive, tmp_path: Path) -> None:
    read = sample(archive, tmp_path)
    for it, vector in zip(read.passages, read.vectors, strict=True):
        own = HandEncoder().encode_question(f"{it.article.title}\n{it.passage.text}")
        assert np.allclose(vector, own, atol=1e-3)


def test_of_copies_one_is_kept(archive: Archive, folder: Path, tmp_path: Path) -> None:
    (folder / "again.txt").write_text((folder / "music.txt").read_text())
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert len(sample(archive, tmp_path).passages) == 6


def test_a_large_archive_is_read_evenly(archive: Archive, folder: Path, tmp_path: Path) -> None:
    reports(folder, 200)
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    read = sample(archive, tmp_path, 400)
    assert len(read.passages) == 400
    of_each = Counter(it.article.file for it in read.passages)
    assert len(of_each) > 150
    early = sum(it.article.file < "report100" for it in read.passages if it.article.file.startswith("report"))
    assert 150 < early < 250


def test_the_sample_is_the_same_however_the_index_came_to_be(archive: Archive, folder: Path, tmp_path: Path) -> None:
    reports(folder, 40)
    for file in sorted(folder.glob("report*"), reverse=True):
        archive.update([file])
    other = Archive.build(folder, tmp_path / "other" / "index", encoder=HandEncoder())
    first, second = sample(archive, tmp_path, 50), sample(other, tmp_path / "other", 50)
    assert first.passages == second.passages
    assert np.array_equal(first.vectors, second.vectors)


def test_an_article_more_leaves_most_of_the_sample(archive: Archive, folder: Path, tmp_path: Path) -> None:
    reports(folder, 100)
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    before = {it.passage.id for it in sample(archive, tmp_path, 100).passages}
    (folder / "new.txt").write_text("Storm\n\nA storm sank the ferry.\n\nNobody drowned, the coastguard said.\n")
    archive.update([folder / "new.txt"])
    after = {it.passage.id for it in sample(archive, tmp_path, 100).passages}
    assert len(before & after) >= 98


def test_an_archive_without_passages_has_an_empty_sample(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "furniture.txt").write_text("---\ntitle: Storm ahead\n---\n\nAll news\n")
    archive = Archive.build(tmp_path / "articles", tmp_path / "index", encoder=HandEncoder())
    assert archive.status().passages == 0
    read = sample(archive, tmp_path)
    assert read.passages == ()
    assert len(read.vectors) == 0
