"""Many questions at once are answered as each alone is."""

import inspect
from typing import Any

import pytest

from qa.archive.archive import Archive
from qa.archive.many import AskKeywords
from qa.errors import EmptyQuestion, InvalidLimit, InvalidQuestion
from tests.support.seeds import BORDER

QUESTIONS = [
    "How long is the border along the river?",
    "Who visited the music festival?",
    "trade -bank",
    'the "river for 300 miles"',
    "Which password opens the router?",
    "How much did trdae rise?",
] * 3


@pytest.mark.parametrize(
    "keywords",
    [
        {},
        {"limit": 1, "offset": 1},
        {"order": "newest", "after": "2020"},
        {"outlets": ["Example Wire"], "places": ["Portville"]},
        {"articles": ["trade.txt", "none.txt"], "before": "2022-12"},
    ],
)
def test_the_answers_are_those_of_a_loop_in_its_order(archive: Archive, keywords: dict[str, Any]) -> None:
    assert archive.ask_many(QUESTIONS, **keywords) == tuple(archive.ask(it, **keywords) for it in QUESTIONS)


@pytest.mark.model
def test_the_answers_are_those_of_a_loop_where_passages_are_read_too(seeds_archive: Archive) -> None:
    questions = [BORDER, "When is Tokayev's state visit?", "Who won the chess match?", "What did Lavrov discuss?"] * 3
    together, alone = seeds_archive.ask_many(iter(questions)), [seeds_archive.ask(it) for it in questions]
    assert [it.verdict for it in together] == [it.verdict for it in alone]
    for ours, theirs in zip(together, alone, strict=True):
        assert ours.confidence == pytest.approx(theirs.confidence, abs=1e-5)
        assert [it.passage for it in ours.evidence] == [it.passage for it in theirs.evidence]
        assert [it.sentence for it in ours.evidence] == [it.sentence for it in theirs.evidence]
        assert [it.score for it in ours.evidence] == pytest.approx([it.score for it in theirs.evidence], abs=1e-5)


def test_names_that_can_be_looped_over_once_are_for_every_question(archive: Archive) -> None:
    names = (name for name in ["trade.txt"])
    for answer in archive.ask_many(["trade", "bank", "president"], articles=names):
        assert {it.article.file for it in answer.evidence} == {"trade.txt"}


def test_no_question_has_no_answer_and_one_text_is_not_many(archive: Archive) -> None:
    assert archive.ask_many([]) == ()
    with pytest.raises(TypeError, match=r"write ask_many\(\[question\]\)"):
        archive.ask_many("trade")


def test_what_cannot_be_asked_is_said_as_for_one(archive: Archive) -> None:
    with pytest.raises(EmptyQuestion):
        archive.ask_many(["trade", "", "-trade"])
    with pytest.raises(InvalidQuestion, match="only leaves words out"):
        archive.ask_many(["trade", "-trade", ""])
    with pytest.raises(InvalidLimit):
        archive.ask_many(["trade"], 0)
    with pytest.raises(TypeError):
        archive.ask_many(["trade", 5])  # type: ignore[list-item]


def test_every_keyword_of_ask_is_one_of_ask_many() -> None:
    of_ask = [name for name, it in inspect.signature(Archive.ask).parameters.items() if it.kind is it.KEYWORD_ONLY]
    assert list(AskKeywords.__annotations__) == of_ask
