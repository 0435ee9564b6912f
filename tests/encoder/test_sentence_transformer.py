import itertools
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.reader import read_article
from qa.encoder import sentence_transformer
from qa.encoder.model_folder import find_model
from qa.encoder.protocol import Vectors
from qa.encoder.sentence_transformer import SentenceTransformerEncoder, find_encoder
from qa.errors import EncoderUnavailable
from qa.passages import SplitPassage, split
from qa.records import Article, Paragraph, Reading

pytestmark = pytest.mark.model
SEEDS = Path(__file__).parents[2] / "seeds"
ENCODER = find_encoder()
"""One for all tests: it loads its model when first asked to."""


def seed_passages() -> list[SplitPassage]:
    readings = [read_article(path.name, path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]
    return [it for reading in readings for it in split(reading, ENCODER)]


def encode(texts: list[str], monkeypatch: pytest.MonkeyPatch, *, bfloat16: bool) -> Vectors:
    with monkeypatch.context() as patch:
        patch.setattr(sentence_transformer, "fast_bfloat16", lambda: bfloat16)
        return ENCODER.encode_passages(texts)


def test_half_precision_gives_nearly_the_vectors_of_full_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [it.encoded_text for it in seed_passages()]
    assert len(texts) == 44
    half, full = (encode(texts, monkeypatch, bfloat16=fast) for fast in (True, False))
    assert (half * full).sum(axis=1).min() >= 0.999


def test_vectors_are_of_unit_length() -> None:
    texts = ["The border is long.", "", "?", "雨", "word " * 200]
    passages, question = ENCODER.encode_passages(texts), ENCODER.encode_question("How long is the border?")
    assert (passages.shape, question.shape) == ((5, 384), (384,))
    assert passages.dtype.name == question.dtype.name == "float32"
    assert np.linalg.norm([*passages, question], axis=1) == pytest.approx(np.ones(6), abs=1e-6)


def test_a_vector_does_not_depend_on_what_is_encoded_with_it() -> None:
    texts = [it.encoded_text for it in seed_passages()][:9]
    alone = np.concatenate([ENCODER.encode_passages([text]) for text in texts])
    assert (alone * ENCODER.encode_passages(texts)).sum(axis=1).min() >= 0.999


def test_a_question_is_nearest_to_the_passage_that_answers_it() -> None:
    passages = ["Trade rose by a tenth last year.", "The border is 300 miles long.", "The festival opened with music."]
    cosines = ENCODER.encode_passages(passages) @ ENCODER.encode_question("How long is the border?")
    assert cosines.argmax() == 1


def test_the_window_is_254_tokens_and_what_stands_beyond_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ENCODER.max_tokens == 254
    whole, beyond = ("word " * count for count in (253, 254))
    assert len(ENCODER.tokens(whole + "river")) == 254
    vectors = encode(
        [text + last for text in (whole, beyond) for last in ("river", "music")], monkeypatch, bfloat16=False
    )
    assert vectors[0] @ vectors[1] < 0.9999
    assert vectors[2] @ vectors[3] == pytest.approx(1.0, abs=1e-6)


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("Lu", "Ll", "Nd", "Po", "Ps", "Zs")), max_size=60))
def test_tokens_stand_in_order_and_cover_what_is_written(text: str) -> None:
    tokens = ENCODER.tokens(text)
    assert all(0 <= it.start < it.end <= len(text) for it in tokens)
    assert all(first.start <= second.start for first, second in itertools.pairwise(tokens))
    covered = {at for it in tokens for at in range(it.start, it.end)}
    assert all(at in covered or character.isspace() for at, character in enumerate(text))


def test_tokens_of_a_text_longer_than_the_window_are_all_counted() -> None:
    assert len(ENCODER.tokens("word " * 2_000)) == 2_000


@pytest.mark.parametrize(
    "encode",
    [ENCODER.encode_question, lambda text: ENCODER.encode_passages([text])],
    ids=["a question", "a passage"],
)
def test_what_one_thread_encodes_is_cut_to_the_window_while_another_counts_tokens(
    encode: Callable[[str], Vectors], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "word " * 2_000
    expected, shared = encode(long), ENCODER._model.tokenizer
    settle, counted = shared.set_truncation_and_padding, list[int]()

    def interrupted(**how: object) -> None:
        settle(**how)
        if not counted:
            counted.append(0)
            counted.append(len(ENCODER.tokens(long)))

    monkeypatch.setattr(shared, "set_truncation_and_padding", interrupted)
    assert np.array_equal(encode(long), expected)
    assert counted == [0, 2_000]


@pytest.mark.parametrize(
    "text",
    [
        "The ship carried nothing of note that day. " * 1_000,
        "the ship carried nothing of note that day " * 1_000,
        "x" * 20_000,
        "今天下雨" * 2_000,
        "№ 5 — 12,345.67% ½ " * 600,
        "Caf&#233;s &amp; bars; " * 600,
    ],
    ids=["sentences", "no full stop", "no space", "Chinese", "figures", "entities"],
)
def test_no_passage_is_handed_over_that_the_encoder_would_not_read_whole(text: str) -> None:
    article = Article("a.txt", text, "A", title="A headline that is rather long " * 30)
    passages = split(Reading(article, (Paragraph(0, len(text), "A heading"),), ()), ENCODER)
    assert len(passages) > 5
    assert all(len(ENCODER.tokens(text)) <= 254 for it in passages for text in (it.encoded_text, *it.encoded_sentences))
    covered = {at for it in passages for at in range(it.passage.start, it.passage.end)}
    assert all(at in covered or character.isspace() for at, character in enumerate(text))


def test_name_and_fingerprint_need_no_model() -> None:
    code = (
        "import sys; from qa.encoder.sentence_transformer import find_encoder; found = find_encoder(); "
        "print(found.name, found.fingerprint, 'torch' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [ENCODER.name, ENCODER.fingerprint, "False"]


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("modules.json", b"{"),
        ("config.json", b"{"),
        ("tokenizer.json", b"garbage"),
        ("model.safetensors", b"\xff" * 100),
        ("model.safetensors", None),
        ("1_Pooling/config.json", b"{"),
    ],
    ids=["modules", "configuration", "tokenizer", "weights", "no weights", "pooling"],
)
def test_a_model_that_cannot_be_loaded_is_refused_when_first_needed(
    name: str, damage: bytes | None, tmp_path: Path
) -> None:
    published = find_model().path
    for path in published.rglob("*"):
        if path.is_file():
            link = tmp_path / path.relative_to(published)
            link.parent.mkdir(exist_ok=True)
            link.symlink_to(path)
    (tmp_path / name).unlink()
    if damage is not None:
        (tmp_path / name).write_bytes(damage)
    damaged = SentenceTransformerEncoder(find_model(str(tmp_path)))
    with pytest.raises(EncoderUnavailable, match="cannot be loaded"):
        damaged.encode_question("Who came?")
