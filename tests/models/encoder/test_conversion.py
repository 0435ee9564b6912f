"""A model of another kind is converted once, beside its index, and gives the vectors it gave on torch."""

import json
import logging
import os
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from qa.errors import EncoderUnavailable
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.conversion import conversions_beside, convert
from qa.models.encoder.model_folder import ModelFolder, find_model
from qa.models.encoder.openvino_encoder import OpenVinoEncoder
from qa.models.encoder.sentence_transformer import SentenceTransformerEncoder
from tests.models.encoder.folders import damaged_copy, small_model
from tests.support.imports import HEAVY, imported_by

pytestmark = pytest.mark.model
TEXTS = ("The border is 300 miles long.", "Who came?", "Музыка", "", "The Ship " * 200)


@pytest.fixture(scope="module", params=["distilbert", "xlm-roberta"])
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_model(tmp_path_factory.mktemp("models") / "model", request.param)


@pytest.fixture(scope="module")
def index(model: Path) -> Path:
    """Beside it the model is converted by whoever asks first."""
    return model.with_name("index")


@pytest.fixture
def within_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Convert in the process that tests, where torch is imported already: each process imports it for seconds."""

    def call(command: Sequence[str], env: Mapping[str, str]) -> int:
        name, path, fingerprint, folder = command[-4:]
        with warnings.catch_warnings(action="ignore"):
            convert(ModelFolder(name, Path(path), fingerprint), Path(folder))
        return 0

    monkeypatch.setattr("qa.models.encoder.conversion.subprocess.call", call)


def conversions(index: Path) -> Sequence[str]:
    return sorted(path.name for path in conversions_beside(index).iterdir())


def test_it_gives_the_vectors_of_sentence_transformers_with_its_prompts_window_and_all_its_layers(
    model: Path, index: Path
) -> None:
    ours, theirs = find_encoder(str(model), index), SentenceTransformerEncoder(find_model(str(model)))
    assert isinstance(ours, OpenVinoEncoder)
    assert (ours.name, ours.fingerprint, ours.max_tokens) == (theirs.name, theirs.fingerprint, theirs.max_tokens)
    assert (ours.encode_passages(TEXTS) * theirs.encode_passages(TEXTS)).sum(axis=1).min() >= 0.9995
    for text in TEXTS:
        assert ours.encode_question(text) @ theirs.encode_question(text) >= 0.9995
        assert ours.tokens(text) == theirs.tokens(text)


def test_it_is_converted_once_and_then_opened_without_torch(model: Path, index: Path) -> None:
    find_encoder(str(model), index)
    made = conversions(index)
    code = (
        "from pathlib import Path; from qa.models.encoder.choice import find_encoder\n"
        f"find_encoder({str(model)!r}, Path({str(index)!r})).encode_question('Who came?')"
    )
    assert not imported_by(code) & HEAVY
    assert conversions(index) == made == [find_model(str(model)).fingerprint[:16]]


@pytest.mark.usefixtures("within_this_process")
def test_one_that_is_missing_a_part_is_made_again_and_a_damaged_one_says_what_to_do(tmp_path: Path) -> None:
    model = small_model(tmp_path / "model", "distilbert")
    folder = conversions_beside(tmp_path / "index") / find_model(str(model)).fingerprint[:16]
    folder.mkdir(parents=True)
    (folder / "network.xml").touch()
    find_encoder(str(model), tmp_path / "index").encode_question("Who came?")
    (folder / "recipe.json").write_text("{")
    with pytest.raises(EncoderUnavailable, match="delete that folder"):
        find_encoder(str(model), tmp_path / "index").encode_question("Who came?")


@pytest.mark.usefixtures("within_this_process")
def test_whoever_converts_more_slowly_leaves_what_is_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_model(str(small_model(tmp_path / "model", "distilbert")))
    find_encoder(found.name, tmp_path / "made").encode_question("Who came?")
    (made,) = conversions_beside(tmp_path / "made").iterdir()
    folder = conversions_beside(tmp_path / "index") / made.name
    in_use = set[int]()

    def slowly(_: ModelFolder, unfinished: Path) -> None:
        for there in (unfinished, folder):  # another process is done before
            shutil.copytree(made, there, dirs_exist_ok=True)
        in_use.update(it.stat().st_ino for it in folder.iterdir())

    monkeypatch.setattr("qa.models.encoder.conversion._convert", slowly)
    convert(found, folder)
    assert {it.stat().st_ino for it in folder.iterdir()} == in_use
    assert conversions(tmp_path / "index") == [folder.name]


@pytest.mark.usefixtures("within_this_process")
def test_a_conversion_that_was_killed_leaves_nothing_that_counts(tmp_path: Path) -> None:
    model = small_model(tmp_path / "model", "distilbert")
    found, beside = find_model(str(model)), conversions_beside(tmp_path / "index")
    folder = beside / found.fingerprint[:16]
    arguments = [
        sys.executable,
        "-m",
        "qa.models.encoder.conversion",
        found.name,
        str(found.path),
        found.fingerprint,
        str(folder),
    ]
    child = subprocess.Popen(arguments)
    while not beside.exists() and child.poll() is None:
        time.sleep(0.01)
    child.kill()
    child.wait()
    assert not folder.exists()
    for left in beside.iterdir():
        os.utime(left, (0, 0))
    (beside / "my-model").mkdir()
    (beside / "notes.txt").write_text("a reader's own")
    assert isinstance(find_encoder(str(model), tmp_path / "index"), OpenVinoEncoder)
    expected = sorted([folder.name, "my-model", "notes.txt"])
    assert conversions(tmp_path / "index") == expected, "what it left is removed when it is old, and nothing else"


@pytest.mark.usefixtures("within_this_process")
def test_a_model_that_would_give_other_vectors_runs_on_torch_which_is_said_and_not_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    model = small_model(tmp_path / "model", "distilbert", read_prompt=False)
    for tries in (1, 2):
        with caplog.at_level(logging.WARNING):
            assert isinstance(find_encoder(str(model), tmp_path / "index"), SentenceTransformerEncoder)
        assert sum("converting" in it for it in caplog.messages) == 1
        assert sum("runs on torch" in it and "other vectors" in it for it in caplog.messages) == tries
    (folder,) = conversions_beside(tmp_path / "index").iterdir()
    refused = json.loads((folder / "refused.json").read_text())
    (folder / "refused.json").write_text(json.dumps(refused | {"version": "an earlier one"}))
    caplog.clear()
    find_encoder(str(model), tmp_path / "index")
    assert sum("converting" in it for it in caplog.messages) == 1, "another OpenVINO may do better"


@pytest.mark.usefixtures("within_this_process")
def test_a_model_that_cannot_be_loaded_is_refused_in_one_line_when_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    found = find_encoder(str(damaged_copy(tmp_path / "model", "config.json", b"{")), tmp_path / "index")
    with pytest.raises(EncoderUnavailable, match="cannot be loaded"):
        found.encode_question("Who came?")
