import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.store.passages import StoredPassage
from qa.models.reader.protocol import ReaderOutput
from qa.records import Article, Parts, Passage, Sentence
from qa.retrieval.answer_type import answer_type_of
from qa.retrieval.query import Query
from qa.retrieval.scoring import ScoredPassage
from qa.retrieval.term_weights import TermWeights

NOTHING = TermWeights({}, frozenset())
GAP = "  \n"


def passage(asked: Query, sentences: list[str], cosines: list[float]) -> ScoredPassage:
    text, spans = "", []
    for sentence in sentences:
        text += GAP if text else ""
        spans.append(Sentence(sentence, len(text), len(text) + len(sentence)))
        text += sentence
    whole, nothing = Passage("0" * 16, text, 0, len(text), 1, None), np.zeros((len(spans), 9), dtype=np.float32)
    stored = StoredPassage(1, 1, whole, tuple(spans), np.zeros(9, dtype=np.float32), nothing)
    found = np.array(cosines, dtype=np.float32)
    article = Article("a.txt", text, "A")
    return ScoredPassage(asked, stored, article, found, common=1.0, held=frozenset(), numbers=1.0, parts=Parts())


def query(question: str, asked: TermWeights) -> Query:
    return Query(question, np.zeros(9, dtype=np.float32), asked, answer_type_of(question))


def marked(question: str, asked: TermWeights, sentences: list[str], cosines: list[float]) -> str:
    scored = passage(query(question, asked), sentences, cosines)
    found = scored.answer_sentence
    assert found.text == scored.stored.passage.text[found.start : found.end]
    return found.text


THREE = ["First one.", "Second one.", "Third one."]


def test_the_sentence_nearest_to_the_question_is_marked() -> None:
    assert marked("why", NOTHING, THREE, [0.1, 0.9, 0.3]) == "Second one."


@pytest.mark.parametrize(
    ("cosines", "text"),
    [
        ([0.1, 0.9, 0.89], f"Second one.{GAP}Third one."),
        ([0.89, 0.9, 0.1], f"First one.{GAP}Second one."),
        ([0.9, 0.1, 0.89], "First one."),
        ([0.9, 0.84, 0.1], "First one."),
        ([0.89, 0.9, 0.895], f"Second one.{GAP}Third one."),
    ],
    ids=["the one after", "the one before", "not a neighbour", "not near enough", "never three"],
)
def test_a_neighbour_is_marked_with_it_only_where_it_is_nearly_as_good(cosines: list[float], text: str) -> None:
    assert marked("why", NOTHING, THREE, cosines) == text


def test_the_questions_words_outweigh_a_small_lead_in_meaning() -> None:
    asked = TermWeights({"border": 2.0, "river": 2.0}, frozenset())
    sentences = ["Ships came.", "The border follows the river.", "Music was heard."]
    assert marked("where is the border", asked, sentences, [0.5, 0.4, 0.1]) == "The border follows the river."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How long is it?", "It runs for 300 miles."),
        ("Who guards it?", "It is left to Maria Silva."),
        ("Why is it so?", "It is very long."),
    ],
)
def test_a_number_or_a_name_is_marked_where_the_question_asks_for_one(question: str, text: str) -> None:
    between = "It was so before."
    sentences = ["It is very long.", between, "It runs for 300 miles.", between, "It is left to Maria Silva."]
    assert marked(question, NOTHING, sentences, [0.44, 0.2, 0.38, 0.2, 0.38]) == text


def test_words_of_the_headline_and_of_earlier_sentences_are_carried_to_those_that_refer_back() -> None:
    asked = TermWeights({"border": 2.0, "guard": 2.0}, frozenset())
    sentences = ["The border follows the river.", "Nobody guards it.", "Music was heard."]
    assert marked("who guards the border", asked, sentences, [0.5, 0.5, 0.5]) == "Nobody guards it."
    turned = ["Nobody guards it.", "Music was heard.", "The border follows the river."]
    assert marked("who guards the border", asked, turned, [0.4, 0.2, 0.5]) == "The border follows the river."


def test_a_passage_without_a_sentence_is_marked_whole() -> None:
    assert passage(query("why", NOTHING), [], []).answer_sentence == Sentence("", 0, 0)


@given(st.lists(st.floats(-1, 1, width=16), min_size=1, max_size=8))  # a smaller lead is lost in a sum
def test_one_or_two_neighbouring_sentences_are_marked_word_for_word(cosines: list[float]) -> None:
    sentences = [f"Sentence {at}." for at in range(len(cosines))]
    text = marked("why", NOTHING, sentences, cosines)
    pairs = [first + GAP + second for first, second in itertools.pairwise(sentences)]
    assert text in sentences + pairs
    assert sentences[int(np.argmax(np.array(cosines, dtype=np.float32)))] in text


@pytest.mark.parametrize("place", [0, 1, 2])
def test_of_sentences_that_match_alike_the_one_where_a_reader_sees_the_answer_is_marked(place: int) -> None:
    level = passage(query("why", NOTHING), THREE, [0.5, 0.5, 0.5])
    seen = tuple(float(at == place) for at in range(3))
    assert replace(level, reading=ReaderOutput(0.0, seen)).answer_sentence.text == THREE[place]
