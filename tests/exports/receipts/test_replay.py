"""What a replay says has changed is what somebody has changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.errors import InvalidLimit
from qa.exports.receipts import Receipt, Replay, replay_receipt
from qa.exports.receipts.replay import SAME_SCORE
from qa.records import SearchRequest
from tests.exports.receipts.conftest import receipt_for
from tests.support.hand_encoder import HandEncoder

RIVER = "The border follows the river for 300 miles. Nobody guards it."


def fates(it: Replay) -> dict[tuple[str, int], str]:
    return {(traced.found.file, traced.found.paragraph): traced.fate for traced in it.results}


def scored(receipt: Receipt, *scores: float) -> Receipt:
    """The receipt with other scores."""
    evidence = tuple(replace(it, score=score) for it, score in zip(receipt.evidence, scores, strict=True))
    return replace(receipt, evidence=evidence)


def test_where_nothing_has_changed_all_is_the_same(archive: Archive, receipt: Receipt) -> None:
    again = replay_receipt(archive, receipt)
    assert again.same
    assert [(it.fate, it.then, it.now) for it in again.results] == [("same", place, place) for place in range(1, 7)]
    assert [it.found for it in again.results] == list(receipt.evidence)
    assert [it.score_now for it in again.results] == [it.score for it in receipt.evidence]
    assert again.models == receipt.models


def test_what_was_read_as_this_week_is_the_same_week_when_newer_articles_have_come(
    archive: Archive, folder: Path
) -> None:
    receipt = receipt_for(archive, SearchRequest("Who spoke of trade this week?"))
    assert receipt.search.asked_on == "2021-03-03"
    assert [it.file for it in receipt.evidence] == ["trade.txt", "trade.txt"]
    (folder / "newer.txt").write_text("Trade again\n\n10 May 2022\n\nThe president spoke of trade with the bank.\n")
    archive.update([folder / "newer.txt"])
    again = replay_receipt(archive, receipt)
    assert {it.found.file for it in again.results} == {"trade.txt"}
    assert again.answer.time is not None
    assert (again.answer.time.first, again.answer.time.last) == ("2021-03-01", "2021-03-03")


def test_places_count_from_the_offset(archive: Archive) -> None:
    again = replay_receipt(archive, receipt_for(archive, SearchRequest("Who saw the border?", limit=2, offset=3)))
    assert [(it.fate, it.then, it.now) for it in again.results] == [("same", 4, 4), ("same", 5, 5)]


def test_an_article_that_was_removed_is_gone_and_the_next_move_up(
    archive: Archive, receipt: Receipt, folder: Path
) -> None:
    assert receipt.evidence[0].file == "border.txt"
    (folder / "border.txt").unlink()
    archive.update([folder / "border.txt"])
    again = replay_receipt(archive, receipt)
    assert not again.same
    assert fates(again)["border.txt", 1] == "gone"
    assert again.results[0].now is None
    assert {it.fate for it in again.results if it.found.file != "border.txt"} <= {"moved", "rescored"}
    assert again.answer.revision > receipt.revision


def test_a_paragraph_that_was_rewritten_is_gone_and_another_is_new(
    archive: Archive, receipt: Receipt, folder: Path
) -> None:
    written = (folder / "border.txt").read_text().replace("300 miles", "310 miles")
    (folder / "border.txt").write_text(written)
    archive.update([folder / "border.txt"])
    again = replay_receipt(archive, receipt)
    assert [(it.fate, it.then, it.now) for it in again.results if "miles" in it.found.text] == [
        ("gone", 1, None),
        ("new", None, 1),
    ]
    assert "310 miles" in again.results[-1].found.text


def test_a_better_passage_takes_the_place_of_another_that_stays_in_the_archive(archive: Archive, folder: Path) -> None:
    receipt = receipt_for(archive, SearchRequest("Does the ship cross the border?", limit=1))
    (folder / "ship.txt").write_text("Ship and border\n\nYes, the ship does cross the border, said the ship's owner.\n")
    archive.update([folder / "ship.txt"])
    again = replay_receipt(archive, receipt)
    assert [(it.fate, it.then, it.now) for it in again.results] == [("left out", 1, None), ("new", None, 1)]
    assert again.results[0].score_now is None


def test_what_is_shown_as_a_copy_now_is_said_to_be(folder: Path, tmp_path: Path, encoder: HandEncoder) -> None:
    (folder / "again.txt").write_text(f"River marks the line\n\n{RIVER}\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=encoder)
    search = SearchRequest("How long is the border along the river?", limit=2)
    (lead, *_), (copy,) = (answer := archive.answer(search)).evidence, answer.evidence[0].copies
    alone = receipt_for(archive, replace(search, articles=(copy.article.file,)))
    again = replay_receipt(archive, replace(alone, search=search))
    traced = next(it for it in again.results if it.found.passage_id == copy.passage.id)
    assert (traced.fate, traced.then, traced.now) == ("copy", 1, 1)
    assert lead.article.file != copy.article.file


def test_other_words_than_the_archive_has_are_noticed(archive: Archive, receipt: Receipt) -> None:
    first, *others = receipt.evidence
    forged = replace(first, text=first.text.replace("300 miles", "900 miles"))
    again = replay_receipt(archive, replace(receipt, evidence=(forged, *others)))
    assert not again.same
    assert [it.fate for it in again.results] == ["altered"] + ["same"] * 5


def test_scores_that_arithmetic_makes_differ_are_the_same_and_others_are_not(
    archive: Archive, receipt: Receipt
) -> None:
    scores = [it.score for it in receipt.evidence]
    assert replay_receipt(archive, scored(receipt, *(it + 0.9 * SAME_SCORE for it in scores))).same
    changed = replay_receipt(archive, scored(receipt, scores[0] + 1.1 * SAME_SCORE, *scores[1:]))
    assert not changed.same
    assert [it.fate for it in changed.results] == ["rescored"] + ["same"] * 5


def swapped(receipt: Receipt, archive: Archive, apart: float) -> Replay:
    """Replay a receipt in which the first two stood the other way round, their scores so far apart."""
    first, second, *others = receipt.evidence
    turned = (replace(second, score=first.score), replace(first, score=first.score - apart), *others)
    return replay_receipt(archive, replace(receipt, evidence=turned))


def test_passages_of_one_score_that_have_changed_places_have_not_moved(archive: Archive, receipt: Receipt) -> None:
    assert [it.fate for it in swapped(receipt, archive, 1.9 * SAME_SCORE).results][1] != "moved"
    assert [it.fate for it in swapped(receipt, archive, 2.1 * SAME_SCORE).results][:2] == ["moved", "moved"]


def test_a_passage_that_another_has_pushed_down_has_moved_whatever_its_score(archive: Archive) -> None:
    receipt = receipt_for(archive, SearchRequest("How long is the border along the river?", limit=3))
    first, second, third = receipt.evidence
    before = replace(receipt, evidence=(second, third, replace(third, passage_id="0" * 16, score=third.score)))
    again = replay_receipt(archive, scored(before, *[third.score] * 3))
    assert [(it.fate, it.then, it.now) for it in again.results] == [
        ("moved", 1, 2),
        ("moved", 2, 3),
        ("gone", 3, None),
        ("new", None, 1),
    ]
    assert again.results[-1].found == first


def test_in_an_order_of_dates_a_change_of_places_is_one(archive: Archive, receipt: Receipt) -> None:
    search = replace(receipt.search, question="river", order="newest")
    dated = receipt_for(archive, search)
    assert replay_receipt(archive, dated).same
    assert [it.fate for it in swapped(dated, archive, 0.0).results][:2] == ["moved", "moved"]


def test_another_verdict_is_a_change_though_all_passages_are_the_same(archive: Archive, receipt: Receipt) -> None:
    other = replay_receipt(archive, replace(receipt, verdict="none" if receipt.verdict != "none" else "weak"))
    assert not other.same
    assert {it.fate for it in other.results} == {"same"}


def test_filters_are_asked_with_again(archive: Archive) -> None:
    kept = receipt_for(
        archive, SearchRequest("What did the president do?", articles=("music.txt",), after="2020", limit=10)
    )
    again = replay_receipt(archive, kept)
    assert again.same
    assert {it.found.file for it in again.results} == {"music.txt"}


def test_another_encoder_is_named(folder: Path, tmp_path: Path, receipt: Receipt) -> None:
    other = Archive.build(folder, tmp_path / "other", encoder=HandEncoder(fingerprint="hand-2"))
    again = replay_receipt(other, receipt)
    assert (again.receipt.models.fingerprint, again.models.fingerprint) == ("hand-1", "hand-2")
    assert again.same


def test_what_cannot_be_asked_is_refused(archive: Archive, receipt: Receipt) -> None:
    with pytest.raises(InvalidLimit):
        replay_receipt(archive, replace(receipt, search=replace(receipt.search, limit=2_000)))


def test_an_answer_without_passages_is_replayed_too(archive: Archive) -> None:
    kept = receipt_for(archive, SearchRequest("Who saw the border?", outlets=("No Such Outlet",)))
    assert replay_receipt(archive, kept) == replace(replay_receipt(archive, kept), results=())
    assert replay_receipt(archive, kept).same
