import math
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.lexical.asked_words import asked_words
from qa.index.lexical.documents import LexicalDocument
from qa.index.lexical.index import LexicalIndex
from qa.index.lexical.words import held_terms
from qa.retrieval.names import written_names
from qa.retrieval.term_weights import TermWeights, weight_terms
from tests.conftest import ROOT

TEXTS = ["Trade with Astana", "Trade by river", "Trade and a bank", "Music in Moscow"]
INDEX = LexicalIndex.of(LexicalDocument(at, at, text, None, f"{at}.txt", "", ()) for at, text in enumerate(TEXTS))
ASKED = TermWeights({"trade": 1.0, "astana": 3.0, "river": 4.0}, frozenset({"astana"}))


def weighed(question: str) -> TermWeights:
    words = asked_words(question)
    return weight_terms(words, written_names(words), INDEX)


def idf(holding: int) -> float:
    return math.log(1 + (4 - holding + 0.5) / (holding + 0.5))


def test_a_word_has_the_weight_that_bm25_says_of_its_rarity() -> None:
    asked = weighed("Is there trade on the river by ship, or by ships?")
    assert asked.weights == pytest.approx({"trade": idf(3), "river": idf(1), "ship": idf(0)})


def test_a_rarer_word_has_more_weight() -> None:
    asked = weighed("trade river ship")
    assert asked.weights["trade"] < asked.weights["river"] < asked.weights["ship"]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who visited Astana?", {"astana"}),
        ("Astana and Moscow?", {"moscow"}),
        ("does Kassym-Jomart Tokayev trade?", {"kassym", "jomart", "tokayev"}),
        ("trade by river", set()),
    ],
)
def test_names_are_the_words_with_a_capital_but_the_first(question: str, names: set[str]) -> None:
    assert weighed(question).names == names


def test_coverage_is_the_share_of_the_weight_that_a_text_holds() -> None:
    assert ASKED.coverage(held_terms("Trade by rivers")) == pytest.approx(5 / 8)
    assert ASKED.coverage({"astana"}, ASKED.names) == 1.0
    assert ASKED.coverage({"river"}, ASKED.common) == pytest.approx(4 / 5)


def test_where_nothing_is_asked_for_everything_is_held() -> None:
    assert ASKED.coverage({"river"}, frozenset()) == 1.0
    assert TermWeights({}, frozenset()).coverage(set()) == 1.0


HELD = st.frozensets(st.sampled_from(["trade", "astana", "river", "music"]))


@given(HELD, HELD)
def test_coverage_is_a_share_and_never_falls_with_another_word(some: frozenset[str], more: frozenset[str]) -> None:
    assert 0 <= ASKED.coverage(some) <= ASKED.coverage(some | more) <= 1


def test_names_and_common_words_make_up_the_question() -> None:
    assert ASKED.names | ASKED.common == ASKED.weights.keys()
    assert not ASKED.names & ASKED.common


def test_a_share_is_the_same_to_the_last_bit_in_every_process() -> None:
    code = (
        "from qa.retrieval.term_weights import TermWeights\n"
        "asked = TermWeights({f'word{at}': 1 / (at + 3) for at in range(40)}, frozenset({'word0'}))\n"
        "print(asked.coverage({f'word{at}' for at in range(0, 40, 3)}, asked.common).hex())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert len(printed) == 1
