"""What every encoder promises, kept by the English model on OpenVINO and on torch, and by the multilingual one."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.parsing import read_article
from qa.articles.passages import SplitPassage, split
from qa.models.encoder.choice import find_encoder
from qa.models.encoder.model_folder import find_model
from qa.models.encoder.protocol import Encoder
from qa.models.encoder.sentence_transformer import SentenceTransformerEncoder
from qa.records import Article, Paragraph, ParsedArticle
from tests.conftest import SEEDS
from tests.support.imports import HEAVY, imported_by

pytestmark = pytest.mark.model
ENCODERS: dict[str, Encoder] = {
    "OpenVINO": find_encoder(),
    "torch": SentenceTransformerEncoder(find_model()),
    "multilingual": find_encoder("multilingual"),
}
"""One of each for all tests: they load their models when first asked to."""
each_encoder = pytest.mark.parametrize("encoder", ENCODERS.values(), ids=ENCODERS)


def seed_passages(encoder: Encoder) -> list[SplitPassage]:
    readings = [read_article(path.name, path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]
    return [it for parsed in readings for it in split(parsed, encoder)]


def test_openvino_and_torch_give_nearly_the_same_vectors() -> None:
    pieces = seed_passages(ENCODERS["torch"])
    assert len(pieces) == 44
    texts = [text for it in pieces for text in (it.encoded_text, *it.encoded_sentences)]
    texts += ["", "?", "雨", "word " * 300, "a\u0301 ½ №"]
    ours, theirs = (ENCODERS[name].encode_passages(texts) for name in ("OpenVINO", "torch"))
    assert (ours * theirs).sum(axis=1).min() >= 0.9995
    for text in texts[:9]:
        ours, theirs = (ENCODERS[name].encode_question(text) for name in ("OpenVINO", "torch"))
        assert ours @ theirs >= 0.9995


def test_both_have_one_name_one_fingerprint_and_one_window_so_that_one_opens_the_index_of_the_other() -> None:
    both = ENCODERS["OpenVINO"], ENCODERS["torch"]
    assert len({(it.name, it.fingerprint, it.max_tokens) for it in both}) == 1


@given(st.text(max_size=60))
def test_both_cut_a_text_into_the_same_tokens(text: str) -> None:
    assert ENCODERS["OpenVINO"].tokens(text) == ENCODERS["torch"].tokens(text)


@each_encoder
def test_vectors_are_of_unit_length(encoder: Encoder) -> None:
    texts = ["The border is long.", "", "?", "雨", "word " * 200]
    passages, question = encoder.encode_passages(texts), encoder.encode_question("How long is the border?")
    assert (passages.shape, question.shape) == ((5, 384), (384,))
    assert passages.dtype.name == question.dtype.name == "float32"
    assert np.linalg.norm([*passages, question], axis=1) == pytest.approx(np.ones(6), abs=1e-6)


@each_encoder
def test_a_vector_does_not_depend_on_what_is_encoded_with_it(encoder: Encoder) -> None:
    texts = [it.encoded_text for it in seed_passages(encoder)][:9]
    alone = np.concatenate([encoder.encode_passages([text]) for text in texts])
    assert (alone * encoder.encode_passages(texts)).sum(axis=1).min() >= 0.999


@each_encoder
def test_a_question_is_nearest_to_the_passage_that_answers_it(encoder: Encoder) -> None:
    passages = ["Trade rose by a tenth last year.", "The border is 300 miles long.", "The festival opened with music."]
    cosines = encoder.encode_passages(passages) @ encoder.encode_question("How long is the border?")
    assert cosines.argmax() == 1


def test_the_window_is_256_tokens_with_those_that_stand_around_a_passage() -> None:
    assert {name: it.max_tokens for name, it in ENCODERS.items()} == {
        "OpenVINO": 254,
        "torch": 254,
        "multilingual": 252,
    }


@each_encoder
def test_what_stands_beyond_the_window_is_not_read(encoder: Encoder) -> None:
    most = encoder.max_tokens
    whole, beyond = ("word " * count for count in (most - 1, most))
    assert len(encoder.tokens(whole + "river")) == most
    vectors = encoder.encode_passages([text + last for text in (whole, beyond) for last in ("river", "music")])
    assert vectors[0] @ vectors[1] < 0.9999
    assert vectors[2] @ vectors[3] == pytest.approx(1.0, abs=1e-6)


@each_encoder
def test_tokens_of_a_text_longer_than_the_window_are_all_counted(encoder: Encoder) -> None:
    assert len(encoder.tokens(("word " * 2_000).strip())) == 2_000


@each_encoder
@given(st.text(alphabet=st.characters(codec="utf-8", categories=("Lu", "Ll", "Nd", "Po", "Ps", "Zs")), max_size=60))
def test_tokens_stand_in_order_and_cover_what_is_written(encoder: Encoder, text: str) -> None:
    tokens = encoder.tokens(text)
    assert all(0 <= it.start < it.end <= len(text) for it in tokens)
    assert all(first.start <= second.start for first, second in itertools.pairwise(tokens))
    covered = {at for it in tokens for at in range(it.start, it.end)}
    assert all(at in covered or character.isspace() for at, character in enumerate(text))


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
@pytest.mark.parametrize("encoder", [ENCODERS["OpenVINO"], ENCODERS["multilingual"]], ids=["OpenVINO", "multilingual"])
def test_no_passage_is_handed_over_that_the_encoder_would_not_read_whole(encoder: Encoder, text: str) -> None:
    article = Article("a.txt", text, "A", title="A headline that is rather long " * 30)
    passages = split(ParsedArticle(article, (Paragraph(0, len(text), "A heading"),), ()), encoder)
    assert len(passages) > 5
    assert all(
        len(encoder.tokens(text)) <= encoder.max_tokens
        for it in passages
        for text in (it.encoded_text, *it.encoded_sentences)
    )
    covered = {at for it in passages for at in range(it.passage.start, it.passage.end)}
    assert all(at in covered or character.isspace() for at, character in enumerate(text))


@pytest.mark.parametrize("name", ["english", "multilingual"])
def test_name_and_fingerprint_need_no_model(name: str) -> None:
    found = find_encoder(name)
    code = (
        f"from qa.models.encoder.choice import find_encoder; found = find_encoder({name!r})\n"
        f"assert (found.name, found.fingerprint) == {(found.name, found.fingerprint)!r}"
    )
    assert not imported_by(code) & {*HEAVY, "openvino"}
