import os
import shutil
from pathlib import Path

import pytest

from qa.errors import EncoderUnavailable
from qa.models.encoder import model_folder
from qa.models.encoder.model_folder import find_model
from qa.models.languages import DEFAULT_ENCODER

FILES = {
    "modules.json": "[]",
    "config.json": "{}",
    "tokenizer.json": "{}",
    "vocab.txt": "a\nb",
    "1_Pooling/config.json": '{"pooling_mode_mean_tokens": true}',
    "config_sentence_transformers.json": '{"prompts": {}}',
    "sentence_bert_config.json": '{"max_seq_length": 256}',
    "model.safetensors": "weights",
    "README.md": "About",
    "train_script.py": "pass",
    "data_config.json": "{}",
    "onnx/model.json": "{}",
    "openvino/model.bin": "weights",
    ".cache/seen.json": "{}",
}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder that looks like a model and has something in every kind of file."""
    for name, text in FILES.items():
        path = tmp_path / "model" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "model"


def fingerprint(folder: Path) -> str:
    return find_model(str(folder)).fingerprint


@pytest.mark.parametrize("name", list(FILES)[:8])
def test_another_tokenizer_pooling_prompt_window_or_weights_is_another_encoder(name: str, model: Path) -> None:
    before = fingerprint(model)
    (model / name).write_text(FILES[name] + " ")
    assert fingerprint(model) != before


@pytest.mark.parametrize("name", list(FILES)[8:])
def test_documentation_and_copies_for_other_back_ends_do_not_make_another_encoder(name: str, model: Path) -> None:
    before = fingerprint(model)
    (model / name).write_text("something else")
    assert fingerprint(model) == before
    (model / name).unlink()
    assert fingerprint(model) == before


def test_a_file_more_or_under_another_name_is_another_encoder(model: Path) -> None:
    before = fingerprint(model)
    (model / "added_tokens.json").write_text("{}")
    more = fingerprint(model)
    (model / "added_tokens.json").rename(model / "other_tokens.json")
    assert len({before, more, fingerprint(model)}) == 3


def test_the_same_model_in_another_folder_is_the_same_encoder(model: Path, tmp_path: Path) -> None:
    shutil.copytree(model, tmp_path / "elsewhere")
    assert fingerprint(tmp_path / "elsewhere") == fingerprint(model)


def test_a_model_is_found_by_its_folder(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_model(str(model))
    assert (found.name, found.path) == (str(model), model)
    monkeypatch.setenv("HOME", str(model.parent))
    assert find_model("~/model").fingerprint == found.fingerprint


def test_a_folder_that_holds_no_model_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(EncoderUnavailable, match=r"no Sentence Transformers model .*name another folder"):
        find_model(str(tmp_path))


def pose_as_default(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a folder of Python's path the default encoder's package."""
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(folder.parent))
    monkeypatch.setattr(model_folder, "DEFAULT_PACKAGE", folder.name)


@pytest.mark.model
@pytest.mark.parametrize("name", [None, DEFAULT_ENCODER])
def test_the_default_encoder_is_found_with_the_published_weights(name: str | None) -> None:
    found = find_model(name)
    assert found.name == DEFAULT_ENCODER
    assert (found.path / "model.safetensors").is_file()
    assert found.fingerprint == fingerprint(found.path)


@pytest.mark.model
def test_a_default_encoder_with_one_flipped_byte_is_refused_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "posing_encoder"
    shutil.copytree(find_model().path, package / "model")
    pose_as_default(package, monkeypatch)
    assert find_model().path == package / "model"
    with (package / "model" / "model.safetensors").open("r+b") as weights:
        weights.seek(-1_000, os.SEEK_END)
        (byte,) = weights.read(1)
        weights.seek(-1, os.SEEK_CUR)
        weights.write(bytes([byte ^ 1]))
    for name in (None, DEFAULT_ENCODER):
        with pytest.raises(EncoderUnavailable, match=r"not the published ones .*--force-reinstall"):
            find_model(name)


def test_a_default_encoder_without_weights_is_refused_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bare_encoder" / "model").mkdir(parents=True)
    pose_as_default(tmp_path / "bare_encoder", monkeypatch)
    with pytest.raises(EncoderUnavailable, match="holds no weights: reinstall"):
        find_model()


def test_a_default_encoder_that_is_not_installed_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_folder, "DEFAULT_PACKAGE", "an_encoder_that_nobody_installed")
    with pytest.raises(EncoderUnavailable, match=r"not installed: run `pip install .* choose another with --encoder"):
        find_model()
