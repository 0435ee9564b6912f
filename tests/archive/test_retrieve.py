"""The plain function finds what an archive finds, whatever has become of the index since it was opened."""

import inspect
from pathlib import Path

import pytest

import qa
from qa.archive.archive import Archive
from qa.archive.retrieve import retrieve
from qa.errors import EncoderMismatch
from tests.conftest import ROOT
from tests.support.hand_encoder import HandEncoder

QUESTION = "How long is the border along the river?"


def test_retrieve_goes_on_when_another_encoder_has_encoded_the_index(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {name: HandEncoder(name=name, fingerprint=name) for name in ("first", "other")}
    monkeypatch.setattr("qa.archive.chosen.find_encoder", lambda name, _: known[name])
    index = tmp_path / "index"
    Archive.build(folder, index, encoder="first")
    held, expected = Archive.open(index), retrieve(QUESTION, index=index)
    Archive.build(folder, index, encoder="other")
    for _ in range(2):
        assert retrieve(QUESTION, index=index) == expected
    with pytest.raises(EncoderMismatch, match="open it again"):
        held.ask(QUESTION)


def test_retrieve_says_what_to_do_where_the_encoder_itself_has_changed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"first": HandEncoder(name="first", fingerprint="1")}
    monkeypatch.setattr("qa.archive.chosen.find_encoder", lambda name, _: known[name])
    index = tmp_path / "index"
    Archive.build(folder, index, encoder="first")
    expected = retrieve(QUESTION, index=index)
    changed = HandEncoder(name="first", fingerprint="2")
    Archive.build(folder, index, encoder=changed)
    for _ in range(2):
        with pytest.raises(EncoderMismatch, match="qa build --encoder first"):
            retrieve(QUESTION, index=index)
    known["first"] = changed
    assert retrieve(QUESTION, index=index) == expected


@pytest.mark.model
def test_retrieve_answers_from_the_default_index(seeds_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_INDEX", str(seeds_index))
    evidence = retrieve("How long is the border?", limit=5)
    assert "7,591" in evidence[0].sentence.text
    assert qa.retrieve("How long is the border?") == evidence


@pytest.mark.model
def test_a_relative_index_is_one_archive_from_wherever_it_is_asked(
    seeds_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds_index.parent)
    assert retrieve("How long is the border?", index="index")
    monkeypatch.chdir(ROOT)
    assert retrieve("How long is the border?", index=seeds_index)


def test_retrieve_takes_every_keyword_of_ask(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.archive.chosen.find_encoder", lambda *_: HandEncoder())
    index = tmp_path / "index"
    archive = Archive.build(folder, index, encoder=HandEncoder())
    assert [it.article.file for it in retrieve("president", index=index, after="2021")] == ["trade.txt"] * 2
    of_ask = inspect.signature(Archive.ask).parameters
    of_retrieve = inspect.signature(retrieve).parameters
    assert set(of_retrieve) == set(of_ask) - {"self"} | {"index"}
    for more in ({"offset": 1}, {"order": "newest"}, {"articles": ["music.txt"]}, {"before": "2020-12-31"}):
        assert retrieve("president", index=index, **more) == archive.ask("president", **more).evidence
