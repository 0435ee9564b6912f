"""A process that helps answers as the one that asks does, by its networks, and ends with it."""

import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa.archive.answering import Answering
from qa.archive.archive import Archive
from qa.archive.many import helper
from qa.archive.many.helper import helpers
from qa.archive.many.messages import Task
from qa.archive.many.work_pool import Lost
from qa.build.processes import start
from qa.errors import ReaderUnavailable
from qa.index.index import Index
from qa.models.reader.protocol import PassageText, ReaderOutput
from qa.records import Answer, SearchRequest
from qa.retrieval.ranking import Models
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder
from tests.support.imports import HEAVY, imported_by
from tests.support.models import Believing, Liking
from tests.support.patience import PATIENCE

ASKED = [
    SearchRequest("How long is the border along the river?"),
    SearchRequest("Who visited the music festival?", order="newest", after="2020"),
    SearchRequest("trade -bank", outlets=("Example Wire",), places=("Portville", "Nowhere")),
    SearchRequest('the "river for 300 miles"', articles=("border.txt",)),
    SearchRequest("How much did trdae rise?", limit=2, offset=1),
    SearchRequest("music", kind="topic"),
    SearchRequest("Which password opens the router?"),
]


@pytest.fixture
def index(archive: Archive, tmp_path: Path) -> Path:
    return tmp_path / "index"


def task_of(index: Path, models: Models, settings: Settings | None = None) -> Task:
    names = models.encoder.name, models.encoder.fingerprint
    reranker = models.reranker.name if models.reranker else None
    return Task(index, settings or Settings(), *names, models.reader is not None, reranker)


def answers(index: Path, models: Models, asked: Sequence[SearchRequest]) -> list[Answer | None]:
    with helpers(1, 1, task_of(index, models), models) as (slot,):
        slot.wait()
        return [slot.answer(it) for it in asked]


def test_it_answers_with_the_networks_of_the_process_that_asks(index: Path) -> None:
    models = Models(HandEncoder(), Believing("river"), Liking("music"))
    here = Answering(Index(index), models, Settings())
    assert answers(index, models, ASKED) == [here.answer(it) for it in ASKED]


def test_what_cannot_be_answered_is_handed_back_and_it_goes_on(index: Path) -> None:
    empty, no_text = SearchRequest(""), replace(ASKED[0], question=5)  # type: ignore[arg-type]
    found = answers(index, Models(HandEncoder()), [empty, ASKED[0], no_text, ASKED[1]])
    assert [it is None for it in found] == [True, False, True, False]


def test_an_index_that_another_encoder_made_is_not_answered_from(index: Path) -> None:
    models = Models(HandEncoder(fingerprint="another"))
    assert answers(index, models, ASKED[:1]) == [None]


def test_where_a_network_fails_it_is_given_up(index: Path) -> None:
    class Broken:
        languages = None

        def read(self, question: str, texts: Sequence[PassageText]) -> list[ReaderOutput]:
            raise ReaderUnavailable("broken")

    with pytest.raises(Lost, match="broken"):
        answers(index, Models(HandEncoder(), Broken()), ASKED[:1])


def test_without_an_index_it_ends(tmp_path: Path) -> None:
    with pytest.raises(Lost):
        answers(tmp_path / "none", Models(HandEncoder()), [])


def test_it_ends_where_the_process_that_asks_does(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    processes = list["subprocess.Popen[bytes]"]()

    def noted(*arguments: Any, **keywords: Any) -> "subprocess.Popen[bytes]":
        processes.append(start(*arguments, **keywords))
        return processes[0]

    monkeypatch.setattr(helper, "start", noted)
    models = Models(HandEncoder())
    with helpers(1, 2, task_of(index, models), models) as slots:
        for slot in slots:
            slot.wait()
            slot.close()  # as the system does for whoever is killed
        assert processes[0].wait(PATIENCE) == 0


def test_it_loads_no_network_of_its_own() -> None:
    imported = imported_by("import qa.archive.many.helper_process")
    assert imported & (HEAVY | {"openvino", "tokenizers", "safetensors"}) == set()
