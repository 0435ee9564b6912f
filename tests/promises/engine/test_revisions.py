"""Readers see a revision all at once, whoever changes the archive."""

import re
import subprocess
import sys
import threading
from pathlib import Path

from qa.archive.archive import Archive
from qa.index.index import Index
from qa.index.store.passages import read_passages
from tests.conftest import ROOT
from tests.promises.engine.stamped import SETTINGS, write_round
from tests.support.hand_encoder import HandEncoder

ROUNDS, ARTICLES = 50, 8


def stamps(texts: list[str]) -> set[int]:
    return {int(found) for text in texts for found in re.findall(r"stamp(\d+)", text)}


def poll(index: Index, archive: Archive, stop: threading.Event, seen: list[set[int]], revisions: set[int]) -> None:
    question = HandEncoder().encode_question("trade and the river")
    while not stop.is_set():
        answer = archive.ask("trade and the river", limit=10)
        revisions.add(answer.revision)
        seen.append(stamps([it.passage.text for it in answer.evidence]) | {answer.revision})
        with index.view() as view:
            rows = view.snapshot.dense.search(question, 30).rows.tolist()
            rows += view.snapshot.lexical.search(["trade", "river", "number"], 30).rows.tolist()
            texts = [it.passage.text for it in read_passages(view.connection, sorted(set(rows))).values()]
            seen.append(stamps(texts) | {view.snapshot.state.revision})


def test_every_answer_is_wholly_from_one_revision_through_fifty_rebuilds_in_another_process(tmp_path: Path) -> None:
    folder, where = tmp_path / "articles", tmp_path / "index"
    write_round(folder, 1, ARTICLES)
    archive = Archive.build(folder, where, encoder=HandEncoder(), settings=SETTINGS)
    stop, seen, revisions, failures = threading.Event(), list[set[int]](), set[int](), list[BaseException]()

    def reader() -> None:
        try:
            poll(Index(where), archive, stop, seen, revisions)
        except BaseException as error:  # noqa: BLE001  # reported by the test, whatever it is
            failures.append(error)

    readers = [threading.Thread(target=reader) for _ in range(2)]
    for thread in readers:
        thread.start()
    changing = [sys.executable, "-m", "tests.promises.engine.stamped", str(folder), str(where)]
    try:
        subprocess.run([*changing, str(ROUNDS), str(ARTICLES)], cwd=ROOT, check=True)
    finally:
        stop.set()
        for thread in readers:
            thread.join()
    assert not failures
    assert [mixed for mixed in seen if len(mixed) != 1] == []
    assert len(revisions) > ROUNDS / 3, "the readers must have looked while the archive changed"
    assert archive.ask("trade").revision == ROUNDS + 1
