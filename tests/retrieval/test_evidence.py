"""What is shown of each passage beside its words, and that the words stand where the evidence says."""

from dataclasses import replace
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.errors import IndexDamaged
from qa.index.index import Index
from qa.records import SearchRequest
from qa.retrieval.candidates import score_rows
from qa.retrieval.evidence import page_of_evidence
from qa.retrieval.query import query_of
from qa.retrieval.question import parse
from qa.retrieval.ranking import RankedPassage, Ranking
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder


def paragraphs_by_file(archive: Archive, limit: int = 100) -> dict[str, set[int]]:
    found = dict[str, set[int]]()
    for it in archive.ask("Where are trade, river and music?", limit).evidence:
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


def test_paragraphs_are_counted_again_where_an_article_changed(folder: Path, tmp_path: Path) -> None:
    settings = Settings(rewritten_up_to=0)
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=settings)
    (folder / "trade.txt").write_text((folder / "trade.txt").read_text() + "\n\nThe ship of trade sailed.\n")
    archive.update([folder / "trade.txt"])
    assert paragraphs_by_file(archive) == {"border.txt": {2}, "trade.txt": {3}, "music.txt": {2}}
    assert max(it.number for it in archive.passages("trade.txt")) == 3


@pytest.mark.parametrize("question", ["Where is the river?", "river"])
@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_a_page_beyond_the_last_is_empty(archive: Archive, order: str, question: str) -> None:
    assert archive.ask(question, 5, offset=100, order=order).evidence == ()


@pytest.mark.usefixtures("archive")
def test_a_passage_that_is_not_where_its_article_has_it_is_no_evidence(tmp_path: Path, encoder: HandEncoder) -> None:
    request = SearchRequest("border river")
    with Index(tmp_path / "index").view() as view:
        query = query_of(view, encoder, parse(request.question), encoder.encode_question(request.question))
        (scored,) = score_rows(view, query, {1: 0.5})
        whole = Ranking((RankedPassage(scored, (), 0.0, relevant=True),), None)
        assert page_of_evidence(view, request, whole)
        shifted = replace(scored, article=replace(scored.article, text="x" + scored.article.text))
        with pytest.raises(IndexDamaged, match="qa build"):
            page_of_evidence(view, request, Ranking((RankedPassage(shifted, (), 0.0, relevant=True),), None))
