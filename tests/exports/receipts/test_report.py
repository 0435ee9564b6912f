"""A replay reads as a report: what was asked, whether all is the same, and what has become of every result."""

import json
from dataclasses import replace

import pytest

from qa import __version__
from qa.archive.archive import Archive
from qa.exports.receipts import Receipt, Replay, replay_receipt
from qa.exports.receipts.replay import ReplayedResult
from qa.exports.receipts.report import replay_line, replay_text


@pytest.fixture
def changed(archive: Archive, receipt: Receipt) -> Replay:
    """Every fate there is, of other models, another version and another verdict."""
    same = replay_receipt(archive, receipt)
    first, second, third, fourth, fifth, sixth = same.results
    results: tuple[ReplayedResult, ...] = (
        first,
        replace(second, fate="moved", now=3),
        replace(third, fate="rescored", score_now=third.found.score + 1),
        replace(fourth, fate="copy", now=1, score_now=None),
        replace(fifth, fate="left out", now=None, score_now=None),
        replace(sixth, fate="gone", now=None, score_now=None),
        replace(sixth, fate="altered", then=7, now=7),
        replace(sixth, fate="new", then=None, now=8),
    )
    models = replace(receipt.models, fingerprint="f" * 100, reader=True, reranker="judge")
    then = replace(receipt, verdict="weak", confidence=0.5, version="0.0.9", search=replace(receipt.search, limit=20))
    now = replace(same.answer, verdict="answered", confidence=0.7, revision=9)
    return Replay(then, now, models, __version__, results)


def test_every_change_is_said_in_words(changed: Replay) -> None:
    lines = replay_text(changed).splitlines()
    assert lines[:8] == [
        "How long is the border along the river?",
        "asked on 22 November 2026 of revision 1, and again of revision 9",
        "Something has changed.",
        f"version 0.0.9, now {__version__}",
        f"fingerprint hand-1, now {'f' * 60}",
        "reader none, now used",
        "reranker none, now judge",
        "possibly answered, 50% likely; now answered, 70% likely",
    ]
    assert lines[8] == "  1. River marks the line · paragraph 1 · border.txt: the same"
    third = changed.results[2].found.score
    assert [line.split(": ", 1)[1] for line in lines[8:]] == [
        "the same",
        "moved to 3",
        f"score {third:.3f}, now {third + 1:.3f}",
        "now a copy of 1",
        "still in the archive, no longer among the results",
        "no longer in the archive: its article was changed or removed",
        "the receipt has other words than the archive",
        "new",
    ]
    assert [line.split(".")[0].strip() for line in lines[8:]] == list("12345678")


def test_what_is_the_same_is_said_shortly(archive: Archive, receipt: Receipt) -> None:
    lines = replay_text(replay_receipt(archive, receipt)).splitlines()
    assert lines[2] == "The same."
    assert not any(", now" in line or "; now" in line for line in lines)


def test_what_a_receipt_holds_cannot_steer_a_terminal(archive: Archive, receipt: Receipt) -> None:
    evil = "\x1b[2Jevil\u202e\n"
    first, *others = receipt.evidence
    hostile = replace(
        receipt,
        version=evil,
        models=replace(receipt.models, encoder=evil),
        evidence=(replace(first, passage_id=evil, headline=evil, file=evil), *others),
    )
    text = replay_text(replay_receipt(archive, hostile))
    assert not set(text) & set("\x1b\u202e")
    assert "[2Jevil · paragraph 1 · [2Jevil: no longer in the archive" in text


def test_a_replay_is_one_line_of_json(changed: Replay) -> None:
    line = replay_line(changed)
    assert len(line.splitlines()) == 1
    form = json.loads(line)
    assert form["same"] is False
    assert form["verdict"] == {"then": "weak", "now": "answered"}
    assert form["revision"] == {"then": 1, "now": 9}
    assert form["models"]["now"]["reranker"] == "judge"
    assert [it["fate"] for it in form["results"]] == [it.fate for it in changed.results]
    assert form["results"][-1]["place"] == {"then": None, "now": 8}
    assert form["results"][-1]["score"]["then"] is None
    assert form["results"][0]["passage_id"] == changed.results[0].found.passage_id
