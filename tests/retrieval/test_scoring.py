"""The weights themselves are fitted; what is tested holds for any of them: each part is a share of its weight."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.store.passages import StoredPassage
from qa.models.encoder.protocol import Vectors
from qa.records import Article, Passage, Sentence
from qa.retrieval.answer_type import answer_type_of
from qa.retrieval.query import Query
from qa.retrieval.scoring import NEWEST, ScoredPassage, newest_part, score_passages
from qa.retrieval.term_weights import TermWeights
from tests.support.hand_encoder import HandEncoder

ENCODER = HandEncoder()
QUESTION = ENCODER.encode_question("river border")
ASKED = TermWeights(
    {"river": 3.0, "border": 1.0, "astana": 4.0},
    frozenset({"astana"}),
    frozenset({("the", "river"), ("river", "border")}),
)
QUERY = Query("How long is the river border?", QUESTION, ASKED, answer_type_of("How long is the river border?"))


def vectors(texts: list[str]) -> Vectors:
    return ENCODER.encode_passages(texts) if texts else np.empty((0, 9), dtype=np.float32)


def stored(row: int, sentences: list[str], heading: str | None = None) -> StoredPassage:
    text, spans = " ".join(sentences), []
    for sentence in sentences:
        start = text.index(sentence)
        spans.append(Sentence(sentence, start, start + len(sentence)))
    passage = Passage(f"{row:016x}", text, 0, len(text), 1, heading)
    return StoredPassage(row, row, passage, tuple(spans), vectors([text])[0], vectors(sentences))


def article(it: StoredPassage, title: str | None = None, rest: str = "") -> Article:
    return Article(f"{it.row}.txt", f"{it.passage.text}\n\n{rest}", "name", title=title)


def score_one(it: StoredPassage, home: Article, cosine: float = 0.0) -> ScoredPassage:
    (scored,) = score_passages(QUERY, [it], {it.article_row: home}, [cosine])
    return scored


PERFECT = stored(0, [f"The river border at Astana is 9 miles long{'.' * 240}"])
FULL = score_one(PERFECT, article(PERFECT), 1.0).parts
"""What each part is worth where everything fits."""


def shares(scored: ScoredPassage) -> dict[str, float]:
    return {name: part / FULL[name] for name, part in scored.parts.items()}


def test_a_passage_that_fits_in_every_way_gets_the_whole_of_every_part() -> None:
    assert sum(FULL.values()) == pytest.approx(1.0)
    assert set(FULL) == {"passage", "sentence", "words", "article", "phrases", "kind", "length"}
    assert all(part > 0 for part in FULL.values())


def test_parts_are_what_can_be_computed_by_hand() -> None:
    it = stored(1, ["The river is wide.", "A ship came, and music."])
    scored = score_one(it, article(it, rest="The border is far."), 0.25)
    # one of the question's two words alone: cosine 1/√2; of the weight 8, the passage holds 3, its article 3 + 1;
    # one of its two pairs of words; no number, which is what it asks for
    expected = {"passage": 0.25, "sentence": 0.5**0.5, "words": 3 / 8, "article": 4 / 8, "phrases": 1 / 2, "kind": 0}
    expected["length"] = len("The river is wide. A ship came, and music.") / 240
    assert shares(scored) == pytest.approx(expected, abs=1e-6)
    assert scored.sentence_cosines == pytest.approx([0.5**0.5, 0.0], abs=1e-6)
    assert scored.best_sentence == pytest.approx(0.5**0.5)


def test_headline_and_heading_count_as_words_of_the_passage() -> None:
    it = stored(1, ["The ship is late."], heading="A border")
    scored = score_one(it, article(it, title="Astana"))
    assert shares(scored)["words"] == pytest.approx(5 / 8)
    assert shares(scored)["article"] == pytest.approx(5 / 8)
    assert scored.held == {"astana", "border"}
    assert scored.common == 0.0


def test_common_words_count_only_where_the_passage_itself_holds_them() -> None:
    it = stored(1, ["The border is open."])
    scored = score_one(it, article(it, title="The river", rest="Astana"))
    assert scored.common == pytest.approx(1 / 4)
    assert scored.held == {"river", "border"}


def test_a_number_of_the_question_is_looked_for_in_the_passage_and_its_headline() -> None:
    asked = TermWeights({"river": 1.0, "2021": 2.0}, frozenset())
    query = Query("the river in 2021", QUESTION, asked, answer_type_of("the river in 2021"))
    for text, title, share in [("In 2021.", None, 1.0), ("Then.", "Floods of 2021", 1.0), ("In 2020.", None, 0.0)]:
        it = stored(1, [text])
        (scored,) = score_passages(query, [it], {1: article(it, title=title)}, [0.0])
        assert scored.numbers == share
    assert score_one(PERFECT, article(PERFECT)).numbers == 1.0


def test_a_passage_without_sentences_is_scored_all_the_same() -> None:
    scored = score_one(stored(1, []), Article("1.txt", "", "name"), 0.5)
    assert scored.parts["sentence"] == 0.0
    assert scored.best_sentence == -1.0


SENTENCE = st.sampled_from(["The river is wide.", "A border, a border.", "Music in Astana.", "Trade rose.", "Nothing."])
STORED = st.lists(st.lists(SENTENCE, min_size=1, max_size=3, unique=True), min_size=1, max_size=6).map(
    lambda found: [stored(row, sentences) for row, sentences in enumerate(found)]
)
COSINES = st.lists(st.floats(-1, 1, width=32), min_size=6, max_size=6)


@given(STORED, COSINES)
def test_a_score_is_the_sum_of_its_parts_and_the_best_is_first(
    found: list[StoredPassage], cosines: list[float]
) -> None:
    articles = {it.article_row: article(it) for it in found}
    scored = score_passages(QUERY, found, articles, cosines[: len(found)])
    assert all(it.score == pytest.approx(sum(it.parts.values())) for it in scored)
    assert [it.score for it in scored] == sorted((it.score for it in scored), reverse=True)
    assert sorted(it.stored.row for it in scored) == list(range(len(found)))


@given(STORED, COSINES)
def test_a_score_does_not_depend_on_the_other_candidates(found: list[StoredPassage], cosines: list[float]) -> None:
    articles = {it.article_row: article(it) for it in found}
    together = score_passages(QUERY, found, articles, cosines[: len(found)])
    for it in together:
        alone = score_one(it.stored, articles[it.stored.article_row], cosines[it.stored.row])
        assert (alone.score, dict(alone.parts)) == (it.score, dict(it.parts))


def test_equal_candidates_stand_in_the_order_of_their_files() -> None:
    found = [stored(row, ["The river is wide."]) for row in (3, 1, 2)]
    scored = score_passages(QUERY, found, {it.article_row: article(it) for it in found}, [0.5] * 3)
    assert [it.article.file for it in scored] == sorted(article(it).file for it in found)


def test_parts_cannot_be_changed_by_who_reads_them() -> None:
    with pytest.raises(TypeError):
        FULL["passage"] = 2.0  # type: ignore[index]


def test_of_an_article_as_long_as_a_book_the_words_near_a_passage_count() -> None:
    it = stored(1, ["A ship came."])
    rest = "music " * 20_000
    near, far = ("The border is here. " + rest, rest + "The border is here.")
    assert shares(score_one(it, article(it, rest=near)))["article"] == pytest.approx(1 / 8)
    assert shares(score_one(it, article(it, rest=far)))["article"] == 0


def newness(stated: str | None, read_on: date) -> float:
    return newest_part(replace(QUERY, newest_on=read_on), Article("a.txt", "text", "name", date=stated))[NEWEST]


@given(st.dates(), st.dates(), st.dates())
def test_of_two_articles_the_newer_never_gets_less_and_none_gets_more_than_one_of_the_day(
    one: date, other: date, read_on: date
) -> None:
    older, newer, last = sorted((one, other, read_on))
    parts = [newness(day.isoformat(), last) for day in (older, newer, last)]
    assert parts == sorted(parts)
    assert parts[0] >= 0
    assert parts[-1] == newness(last.isoformat(), last) > 0
    if older < newer and (last - newer).days < 9_000:
        assert parts[0] < parts[1]


@pytest.mark.parametrize("stated", [None, "2022", "2022-12", "--12-10", "2022-02-30", "2022-12-11"])
def test_undated_articles_and_later_ones_get_nothing_for_their_day(stated: str | None) -> None:
    assert newness(stated, date(2022, 12, 10)) == 0


def test_where_the_newest_are_not_preferred_no_part_says_how_new_an_article_is() -> None:
    assert NEWEST not in FULL
    home = replace(article(PERFECT), date="2022-12-10")
    preferring = replace(QUERY, newest_on=date(2022, 12, 10))
    (scored,) = score_passages(preferring, [PERFECT], {PERFECT.article_row: home}, [1.0])
    assert scored.parts.keys() - FULL.keys() == {NEWEST}
    assert scored.matched == score_one(PERFECT, home, 1.0).matched == pytest.approx(1.0)
    assert scored.score > scored.matched
