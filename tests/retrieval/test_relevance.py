"""Which candidates bear on a question: as likely as the floor asks, whatever the order of them and their copies."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.index.store.passages import StoredPassage
from qa.records import Article, Passage
from qa.retrieval.relevance import FLOOR, probabilities, relevant
from qa.retrieval.scoring import Weighed

NOTHING = np.zeros((1, 9), dtype=np.float32)
COMPARED = 50


def candidate(row: int, score: float, text: str | None = None) -> Weighed:
    words = text or " ".join(f"w{row}x{at}" for at in range(12))
    passage = Passage(f"{row:016x}", words, 0, len(words), 1, None)
    stored = StoredPassage(row, row, passage, (), NOTHING[0], NOTHING)
    cosines = np.array([score], dtype=np.float32)
    return Weighed(stored, Article(f"{row}.txt", words, "A"), cosines, 0.5, 0.5, 0.5, {"passage": score})


CANDIDATES = st.lists(st.floats(0, 1), max_size=80).map(lambda scores: list(map(candidate, range(len(scores)), scores)))


@given(CANDIDATES)
def test_what_bears_on_a_question_is_at_least_as_likely_as_the_floor_and_keeps_its_order(found: list[Weighed]) -> None:
    likely = probabilities(found, COMPARED)
    assert relevant(found, COMPARED) == [it for it, its_own in zip(found, likely, strict=True) if its_own >= FLOOR]


@given(CANDIDATES, st.randoms())
def test_the_order_of_those_compared_changes_nothing(found: list[Weighed], random: Random) -> None:
    shuffled = found[:COMPARED]
    random.shuffle(shuffled)
    kept = {it.stored.row for it in relevant(found, COMPARED)}
    assert {it.stored.row for it in relevant([*shuffled, *found[COMPARED:]], COMPARED)} == kept


def test_the_best_of_many_bears_on_the_question_and_what_is_far_behind_does_not() -> None:
    found = [candidate(0, 0.9), *(candidate(row, 0.1) for row in range(1, 60))]
    assert relevant(found, COMPARED) == found[:1]


def test_a_report_in_two_hundred_outlets_does_not_crowd_itself_out() -> None:
    text = "The harbour of Portville was closed on Monday after a storm, its master said in the evening."
    found = [candidate(row, 0.9, text) for row in range(200)]
    assert relevant(found, COMPARED) == found
    alone = probabilities(found[:1], COMPARED)
    assert probabilities(found, COMPARED) == alone * 200


def test_without_candidates_nothing_bears_on_the_question() -> None:
    assert relevant([], COMPARED) == []
