"""The reader that comes with the package reads: it tells an answer from its like, and where it stands."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import ReaderUnavailable
from qa.models.encoder.model_folder import find_model
from qa.models.reader.choice import ENGLISH_WEIGHTS, english_reader, find_reader
from qa.models.reader.protocol import PassageText, ReaderOutput
from qa.models.reader.trained_reader import TrainedReader
from tests.support.examples import few

pytestmark = pytest.mark.model

READER = english_reader()
"""One for all tests: it loads its network when first asked to."""
BORDER = PassageText(
    "Two presidents meet",
    (
        "The presidents met on Monday in Astana.",
        "Both spoke of the border between their countries, which is 7,591 kilometres long.",
        "They will meet again next year.",
    ),
)
LIKE = PassageText(
    "Two presidents meet", ("The presidents spoke of the border.", "Both called it a long and peaceful one.")
)
MUSIC = PassageText("A festival opens", ("Music was heard in every street of the town.",))
HOW_LONG = "How long is the border between the two countries?"


def test_an_answer_is_likelier_than_what_only_sounds_like_one_and_that_than_something_else() -> None:
    answer, like, other = (reading.logit for reading in READER.read(HOW_LONG, [BORDER, LIKE, MUSIC]))
    assert answer > like > other


@pytest.mark.parametrize(("question", "place"), [(HOW_LONG, 1), ("Where did the presidents meet?", 0)])
def test_the_sentence_that_answers_is_the_likeliest(question: str, place: int) -> None:
    (reading,) = READER.read(question, [BORDER])
    assert int(np.argmax(reading.sentences)) == place


def _near(one: ReaderOutput, other: ReaderOutput) -> None:
    assert one.logit == pytest.approx(other.logit, abs=0.15)
    assert one.sentences == pytest.approx(other.sentences, abs=0.05)


def test_what_is_read_beside_a_text_and_in_which_order_makes_no_difference() -> None:
    texts = [MUSIC, BORDER, LIKE] * 4
    together = READER.read(HOW_LONG, texts)
    for text, reading in zip(texts, together, strict=True):
        _near(reading, READER.read(HOW_LONG, [text])[0])
    assert READER.read(HOW_LONG, []) == []


def test_what_several_threads_bring_is_read_as_if_each_were_alone() -> None:
    asked = [
        (question, [MUSIC, BORDER, LIKE][: 1 + place % 3]) for place, question in enumerate([HOW_LONG, "Who?"] * 8)
    ]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda it: READER.read(*it), asked))
    for (question, texts), readings in zip(asked, together, strict=True):
        for one, other in zip(readings, READER.read(question, texts), strict=True):
            _near(one, other)


@few(20)
@given(st.text(max_size=300), st.text(max_size=40), st.lists(st.text(max_size=400), max_size=4))
def test_whatever_the_texts_each_sentence_gets_a_share_and_no_more_is_shared_out(
    question: str, headline: str, sentences: list[str]
) -> None:
    (reading,) = READER.read(question, [PassageText(headline, tuple(sentences))])
    assert len(reading.sentences) == len(sentences)
    assert np.isfinite(reading.logit)
    assert all(0 <= share <= 1 for share in reading.sentences)
    assert sum(reading.sentences) <= 1.001


def test_the_end_of_what_is_too_long_is_cut_off() -> None:
    sentences = tuple(f"Ship number {number} sailed up the river to trade." for number in range(60))
    (reading,) = READER.read("Which ship sailed? " * 50, [PassageText("Ships", sentences)])
    assert len(reading.sentences) == 60
    assert sum(reading.sentences[:10]) > 0
    assert sum(reading.sentences[30:]) == 0


def test_only_the_default_encoder_has_a_reader() -> None:
    assert isinstance(find_reader("all-MiniLM-L6-v2"), TrainedReader)
    assert find_reader("sentence-transformers/all-mpnet-base-v2") is None


def test_the_english_reader_reads_english_beside_the_multilingual_encoder_too() -> None:
    reader = find_reader("multilingual-e5-small")
    assert reader is not None
    assert reader.languages == frozenset({"en"})


@pytest.mark.parametrize(
    "damage", ["missing", "no weights", "cut", "of another network", "of other names", "without a head"]
)
def test_weights_that_cannot_be_used_are_named_with_the_remedy(tmp_path: Path, damage: str) -> None:
    from numpy import zeros
    from safetensors.numpy import save_file

    from qa.models.reader.network import ReaderNetwork, read_layers
    from qa.models.reader.weights import save_weights

    weights = tmp_path / "weights.safetensors"
    if damage == "no weights":
        weights.write_text("these are no weights")
    elif damage == "cut":
        shutil.copyfile(ENGLISH_WEIGHTS, weights)
        with weights.open("r+b") as file:
            file.truncate(1_000_000)
    elif damage == "of another network":
        save_file({"answer.weight": zeros((3, 3), "float32")}, weights)
    elif damage == "of other names":
        save_file({"head.weight": zeros((3, 3), "float32")}, weights)
    elif damage == "without a head":
        trained = ReaderNetwork(read_layers(find_model().path)).trained()
        save_weights(weights, {name: value for name, value in trained.items() if name != "span.bias"}, {})
    with pytest.raises(ReaderUnavailable, match=r"weights\.safetensors.*--fast") as refused:
        english_reader(weights).read("Why?", [MUSIC])
    assert "\n" not in str(refused.value)


def test_a_tokenizer_that_cannot_be_read_is_named_with_the_remedy(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(find_model().path, folder)
    (folder / "tokenizer.json").write_text("{")
    with pytest.raises(ReaderUnavailable, match=r"tokenizer\.json.*--fast"):
        english_reader(ENGLISH_WEIGHTS, folder).read("Why?", [MUSIC])
