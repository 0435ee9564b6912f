from dataclasses import replace

from qa import __version__
from qa.archive.archive import Archive
from qa.exports.receipts import receipt_of
from qa.records import Correction
from qa.retrieval.request import SearchRequest
from tests.exports.receipts.conftest import MADE
from tests.page.records_made import answer


def test_a_receipt_holds_what_was_asked_and_what_came_of_it(archive: Archive) -> None:
    search, said = SearchRequest("How long is the border?", limit=2), answer("answered", 0.84)
    kept = receipt_of(search, said, archive.models, MADE)
    assert (kept.search, kept.made, kept.version) == (search, MADE, __version__)
    assert (kept.verdict, kept.confidence, kept.revision) == ("answered", 0.84, 7)
    assert (kept.models.encoder, kept.models.fingerprint) == ("hand", "hand-1")
    for found, evidence in zip(kept.evidence, said.evidence, strict=True):
        passage, article = evidence.passage, evidence.article
        assert (found.passage_id, found.text, found.paragraph) == (passage.id, passage.text, passage.number)
        assert (found.score, found.probability) == (evidence.score, evidence.probability)
        assert found.sentence == evidence.sentence
        assert (found.file, found.headline, found.outlet, found.date) == (
            article.file,
            article.title,
            article.outlet,
            article.date,
        )


def test_words_read_as_others_are_kept(archive: Archive) -> None:
    said = replace(answer("weak", 0.5), corrections=(Correction("bordre", "border"),))
    assert receipt_of(SearchRequest("Where is the bordre?"), said, archive.models, MADE).corrections == said.corrections


def test_the_question_is_kept_as_it_was_typed(archive: Archive) -> None:
    search = SearchRequest("  How  long is the border? ")
    kept = receipt_of(search, archive.answer(search), archive.models, MADE)
    assert kept.search.question == "  How  long is the border? "
