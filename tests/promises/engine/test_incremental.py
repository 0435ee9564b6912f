"""An index that was changed many times answers as one that was built at once."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.build.background import rebuild
from qa.build.compact import compact_index
from qa.index.index import Index
from qa.models.encoder.protocol import Encoder
from qa.settings import Settings
from tests.promises.engine.seen import Found, dense, every_passage, lexical
from tests.promises.engine.vague_encoder import VagueEncoder
from tests.support.examples import few
from tests.support.hand_encoder import VOCABULARY, HandEncoder
from tests.support.rebuilding import rebuilding_awaited

CHANGING = Settings(rewritten_up_to=0, longest_tail=10_000, dead_share=0.49, encoding_batch=3)
FILES = ("a.txt", "b.txt", "deep/c.txt", "deep/d.txt", "e.md", "f.txt")
QUESTIONS = ("trade with the president", "a ship on the river", "music bank border visit")

words = st.sampled_from((*VOCABULARY, "the", "a", "was", "harbour", "minister", "again"))
sentence = st.lists(words, min_size=4, max_size=7).map(lambda some: f"The {' '.join(some)} happened.")
article = st.lists(sentence, min_size=1, max_size=3).map(lambda some: "\n\n".join(("A headline of some words", *some)))
name = st.sampled_from(FILES)
change = st.one_of(
    st.tuples(st.just("write"), name, article),
    st.tuples(st.just("delete"), name, st.just("")),
    st.tuples(st.just("rename"), name, name),
    st.tuples(st.just("copy"), name, name),
)
step = st.tuples(st.lists(change, min_size=1, max_size=3), st.sampled_from(("build", "update", "rebuild", "compact")))


def apply(folder: Path, how: str, file: str, other: str) -> list[Path]:
    """Change the folder, and give the paths that were touched."""
    path = folder / file
    if how == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(other)
        return [path]
    if not path.exists():
        return []
    if how == "delete":
        path.unlink()
        return [path]
    target = folder / other
    target.parent.mkdir(exist_ok=True)
    if how == "rename":
        path.rename(target)
    elif path != target:
        shutil.copy(path, target)
    return [path, target]


def same_scores(first: list[Found], second: list[Found], tolerance: float) -> None:
    """Compare two lists of hits; those with nearly the same score may stand in any order."""
    assert len(first) == len(second)
    np.testing.assert_allclose([it.score for it in first], [it.score for it in second], atol=tolerance)
    scores = {it.id: it.score for it in second}
    for it in first[:-1]:
        if it.id in scores:
            assert abs(scores[it.id] - it.score) <= tolerance
        else:
            assert abs(second[-1].score - it.score) <= tolerance, "only what ties with the last may be missing"


def same_ten_unless_within_two_per_cent(first: list[Found], second: list[Found]) -> None:
    scores = {it.id: it.score for it in second}
    for mine, other in zip(first[:10], second[:10], strict=True):
        assert mine.id == other.id or abs(scores.get(mine.id, 0.0) - other.score) <= 0.02 * other.score


@given(st.lists(article, min_size=4, max_size=6), st.lists(step, min_size=1, max_size=4))
@few(15)
def test_any_sequence_of_changes_gives_what_a_fresh_build_gives(
    first: list[str], steps: list[tuple[list[tuple[str, str, str]], str]]
) -> None:
    with tempfile.TemporaryDirectory() as name, rebuilding_awaited():
        root = Path(name)
        folder = root / "articles"
        folder.mkdir()
        (folder / "deep").mkdir()
        (folder / "stays.txt").write_text("What stays\n\nThe harbour stays as it was with trade and music.\n")
        for file, text in zip(FILES, first, strict=False):
            (folder / file).write_text(text)
        archive = Archive.build(folder, root / "changed", encoder=HandEncoder(), settings=CHANGING)
        for changes, how in steps:
            touched = [path for some in changes for path in apply(folder, *some)]
            if how == "update":
                archive.update(touched, yes=True)
            else:
                Archive.build(folder, root / "changed", encoder=HandEncoder(), settings=CHANGING, yes=True)
            if how == "rebuild":
                rebuild(root / "changed", CHANGING)
            if how == "compact":
                compact_index(root / "changed", CHANGING)
            compare(archive, folder, root, HandEncoder)


def compare(archive: Archive, folder: Path, root: Path, encoder: Callable[[], Encoder]) -> None:
    shutil.rmtree(root / "fresh", ignore_errors=True)
    fresh = Archive.build(folder, root / "fresh", encoder=encoder())
    mine, other = Index(root / "changed", CHANGING), Index(root / "fresh")
    assert every_passage(root / "changed") == every_passage(root / "fresh")
    compacted = mine.state().compacted == mine.state().revision
    for question in QUESTIONS:
        vector = encoder().encode_question(question)
        same_scores(dense(mine, vector, 1000), dense(other, vector, 1000), 1e-5)
        same_scores(dense(mine, vector, 4), dense(other, vector, 4), 1e-5)
        found, expected = lexical(mine, question.split(), 1000), lexical(other, question.split(), 1000)
        if compacted:
            same_scores(found, expected, 1e-5)
        else:
            same_ten_unless_within_two_per_cent(found, expected)
        asked = [(it.article.file, it.passage.id) for it in archive.ask(question, limit=3).evidence]
        again = [(it.article.file, it.passage.id) for it in fresh.ask(question, limit=3).evidence]
        assert asked == again


def test_an_approximate_index_that_changed_finds_nearly_what_exact_search_finds(tmp_path: Path) -> None:
    chance = np.random.default_rng(5)
    folder = tmp_path / "articles"
    folder.mkdir()
    topics = [f"topic{number}" for number in range(30)]

    def write(number: int) -> Path:
        paragraphs = (
            f"{topics[chance.integers(len(topics))]} was told by witness {chance.integers(10**9)} in town."
            for _ in range(5)
        )
        path = folder / f"{number}.txt"
        path.write_text("\n\n".join((f"Headline {number}", *paragraphs)))
        return path

    for number in range(160):
        write(number)
    approximate = Settings(rewritten_up_to=0, exact_up_to=300)
    archive = Archive.build(folder, tmp_path / "index", encoder=VagueEncoder(), settings=approximate)
    state = Index(tmp_path / "index").state()
    assert state.vectors_trained == 800
    assert state.vectors_recall is not None
    assert state.vectors_recall >= 0.99
    archive.update([write(number) for number in range(150, 170)])
    (folder / "3.txt").unlink()
    archive.update([folder / "3.txt"])
    Archive.build(folder, tmp_path / "exact", encoder=VagueEncoder())
    shared = []
    for number in range(150):
        question = VagueEncoder().encode_question(f"{topics[number % 30]} asked of {number}")
        mine = {it.id for it in dense(Index(tmp_path / "index", approximate), question, 10)}
        shared.append(len(mine & {it.id for it in dense(Index(tmp_path / "exact"), question, 10)}) / 10)
    assert np.mean(shared) >= 0.99
