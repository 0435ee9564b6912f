"""Results join up from page to page, however many copies there are; relevant ones are as likely as the floor asks."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.index.store.passages import StoredPassage
from qa.records import Article, Parts, Passage
from qa.retrieval.answer_type import answer_type_of
from qa.retrieval.query import Query
from qa.retrieval.relevance import RELEVANCE_FLOOR, probabilities, relevant, rivals
from qa.retrieval.scoring import ScoredPassage
from qa.retrieval.term_weights import TermWeights
from tests.support.hand_encoder import HandEncoder

QUESTION = "What trade goes by river?"
CROWD = "The river carries the trade of the whole valley, as every child that was born beside it could tell a stranger."


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """450 articles with one paragraph in common, which is nearest to the question, and one of their own each."""
    folder = tmp_path_factory.mktemp("crowded")
    articles = folder / "articles"
    articles.mkdir()
    for number in range(450):
        own = f"Clerk n{number}th of ward w{number}th counted kettles k{number}th and oxen o{number}th and left."
        stated = f"---\ndate: 20{number % 20 + 1:02}-03-{number % 28 + 1:02}\n---\n"
        (articles / f"{number:03}.txt").write_text(f"{stated}Ward {number}\n\n{CROWD}\n\n{own}\n")
    return Archive.build(articles, folder / "index", encoder=HandEncoder(200))


def pages(archive: Archive, size: int, most: int, order: str = "relevance") -> list[str]:
    found: list[str] = []
    for offset in range(0, most, size):
        found += [it.passage.id for it in archive.ask(QUESTION, limit=size, offset=offset, order=order).evidence]
    return found


def test_a_passage_with_hundreds_of_copies_leaves_room_for_others(crowded: Archive) -> None:
    evidence = crowded.ask(QUESTION, limit=5).evidence
    assert len(evidence) == 5
    assert evidence[0].passage.text == CROWD
    assert len(evidence[0].copies) > 400
    assert sum(it.passage.text == CROWD for it in evidence) == 1


def test_every_passage_is_reached_from_page_to_page_once(crowded: Archive) -> None:
    found = pages(crowded, 50, 600)
    assert len(found) == len(set(found)) == 451


def test_no_passage_is_likelier_than_the_archive_however_far_down_it_stands(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(120):
        (articles / f"{number:03}.txt").write_text(
            f"Ward {number}\n\nRiver trade n{number}th m{number}th k{number}th.\n"
        )
    own = " ".join(f"z{number}th" for number in range(60))
    (articles / "last.txt").write_text(f"Ward last\n\nThe river trade, {own}, went on.\n")
    archive = Archive.build(articles, tmp_path / "index", encoder=HandEncoder(200))
    for order in ("relevance", "newest"):
        answer = archive.ask("What of the river trade?", 1_000, order=order)
        assert answer.confidence is not None
        assert max(it.probability or 0.0 for it in answer.evidence) <= answer.confidence


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_the_verdict_names_the_place_of_the_passage_that_carries_it(valley: Archive, order: str) -> None:
    answer = valley.ask(QUESTION, 1_000, order=order)
    assert answer.best is not None
    best = answer.evidence[answer.best - 1]
    assert best.probability == max(it.probability or 0.0 for it in answer.evidence)
    pages = [valley.ask(QUESTION, 10, offset=at, order=order) for at in (0, 10, 50)]
    assert {page.best for page in pages} == {answer.best}
    assert {page.lacking for page in pages} == {answer.lacking}


def test_a_vague_question_is_never_called_answered_though_its_passages_are_as_likely(archive: Archive) -> None:
    answer = archive.ask("What did he say?", kind="question")
    assert answer.vague == "leaning"
    assert answer.verdict != "answered"
    assert archive.ask("What did the president say?").vague is None


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """130 articles with one relevant paragraph each, no two alike, and two that do not."""
    folder = tmp_path_factory.mktemp("valley")
    articles = folder / "articles"
    articles.mkdir()
    for number in range(130):
        stated = f"---\ndate: 20{number % 20 + 1:02}-03-{number % 28 + 1:02}\n---\n" if number % 10 else ""
        names = [f"{letter}{number}th" for letter in "abcdefghijklmnopqrst"]
        near = f"By river the trade of {' '.join(names[:8])} went on, {' and '.join(names[8:])} said."
        far = f"Clerk {names[0]} of ward {names[1]} counted kettles {names[2]} and oxen {names[3]} and left."
        (articles / f"{number:03}.txt").write_text(f"{stated}Ward {number}\n\n{near}\n\n{far}\n\n{far[::-1]}\n")
    return Archive.build(articles, folder / "index", encoder=HandEncoder(200))


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_what_is_ordered_by_date_joins_up_from_page_to_page(valley: Archive, order: str) -> None:
    found = pages(valley, 30, 300, order)
    answer = valley.ask(QUESTION, limit=1_000, order=order)
    whole, far = answer.evidence[:130], answer.evidence[130:]
    assert found == [it.passage.id for it in answer]
    assert len(found) == len(set(found)) == valley.settings.candidates
    for some, undated in ((whole, 13), (far, sum(it.article.date is None for it in far))):
        dates = [it.article.date for it in some if it.article.date]
        assert dates == sorted(dates, reverse=order == "newest")
        assert [it.article.date for it in some[len(dates) :]] == [None] * undated


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_what_does_not_bear_on_the_question_stands_behind_all_that_does(valley: Archive, order: str) -> None:
    answer = valley.ask(QUESTION, limit=1_000, order=order)
    assert [it.relevant for it in answer] == ["trade" in it.passage.text for it in answer]
    assert answer.relevant == sum(it.relevant for it in answer) == 130
    assert len(answer) == (390 if order == "relevance" else valley.settings.candidates)


def test_the_order_does_not_change_the_verdict(valley: Archive) -> None:
    answers = [valley.ask(QUESTION, order=order) for order in ("relevance", "newest", "oldest")]
    assert len({(it.verdict, it.confidence) for it in answers}) == 1


def test_of_hundreds_of_copies_one_result_is_put_in_order_of_date(crowded: Archive) -> None:
    answer = crowded.ask(QUESTION, limit=1_000, order="newest")
    (only,) = answer.evidence
    assert answer.relevant == crowded.survey(QUESTION).passages == crowded.settings.candidates, "copies count too"
    assert only.passage.text == CROWD
    assert len(only.copies) > 400


def test_where_nothing_is_relevant_the_nearest_are_put_in_order_of_date(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(70):
        stated = f"---\ndate: 20{number % 20 + 10:02}-03-{number % 28 + 1:02}\n---\n"
        (articles / f"{number:03}.txt").write_text(f"{stated}Ward {number}\n\nClerk {number:03} counted kettles.\n")
    archive = Archive.build(articles, tmp_path / "index", encoder=HandEncoder())
    question = "Is there music on the ship?"
    assert archive.survey(question).passages == 0
    by_date = archive.ask(question, limit=1_000, order="newest").evidence
    nearest = archive.ask(question, limit=100).evidence
    assert sorted(it.passage.id for it in by_date) == sorted(it.passage.id for it in nearest)
    assert not any(it.relevant for it in by_date)
    dates = [it.article.date or "" for it in by_date]
    assert dates == sorted(dates, reverse=True)


NOTHING = np.zeros((1, 9), dtype=np.float32)
COMPARED = 50
ASKED = Query("Why?", NOTHING[0], TermWeights({}, frozenset()), answer_type_of("Why?"))


def candidate(row: int, score: float, text: str | None = None) -> ScoredPassage:
    words = text or " ".join(f"w{row}x{at}" for at in range(12))
    passage = Passage(f"{row:016x}", words, 0, len(words), 1, None)
    stored = StoredPassage(row, row, passage, (), NOTHING[0], NOTHING)
    cosines = np.array([score], dtype=np.float32)
    return ScoredPassage(
        ASKED, stored, Article(f"{row}.txt", words, "A"), cosines, 0.5, frozenset(), 0.5, Parts({"passage": score})
    )


CANDIDATES = st.lists(st.floats(0, 1), max_size=80).map(lambda scores: list(map(candidate, range(len(scores)), scores)))


def against(found: list[ScoredPassage]) -> list[float]:
    return rivals(found[:COMPARED])


@given(CANDIDATES)
def test_what_is_relevant_is_at_least_as_likely_as_the_floor_and_keeps_its_order(found: list[ScoredPassage]) -> None:
    likely = probabilities(found, against(found))
    assert relevant(found, against(found)) == [
        it for it, its_own in zip(found, likely, strict=True) if its_own >= RELEVANCE_FLOOR
    ]


@given(CANDIDATES, st.randoms())
def test_the_order_of_those_compared_changes_nothing(found: list[ScoredPassage], random: Random) -> None:
    shuffled = found[:COMPARED]
    random.shuffle(shuffled)
    kept = {it.stored.row for it in relevant(found, against(found))}
    again = [*shuffled, *found[COMPARED:]]
    assert {it.stored.row for it in relevant(again, against(again))} == kept


def test_the_best_of_many_is_relevant_and_what_is_far_behind_does_not() -> None:
    found = [candidate(0, 0.9), *(candidate(row, 0.1) for row in range(1, 60))]
    assert relevant(found, against(found)) == found[:1]


def test_a_report_in_two_hundred_outlets_does_not_crowd_itself_out() -> None:
    text = "The harbour of Portville was closed on Monday after a storm, its master said in the evening."
    found = [candidate(row, 0.9, text) for row in range(200)]
    assert relevant(found, against(found)) == found
    alone = probabilities(found[:1], against(found[:1]))
    assert probabilities(found, against(found)) == alone * 200


def test_without_candidates_nothing_is_relevant() -> None:
    assert relevant([], against([])) == []
