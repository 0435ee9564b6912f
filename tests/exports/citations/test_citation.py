from datetime import UTC, date, datetime

from qa.exports.citations import cite
from tests.page.records_made import ARTICLE, BARE, COPY, EVIDENCE, PASSAGE, SENTENCE

TODAY = date(2026, 11, 22)


def test_an_evidence_is_quoted_by_the_sentence_that_answers_with_all_that_its_article_states() -> None:
    it = cite(EVIDENCE, "How long is the border?", TODAY)
    assert it.quote == SENTENCE.text
    assert it.quote in it.passage == PASSAGE.text
    assert (it.passage_id, it.paragraph) == (PASSAGE.id, PASSAGE.number)
    assert (it.headline, it.outlet, it.author, it.date) == (
        ARTICLE.title,
        ARTICLE.outlet,
        ARTICLE.author,
        "2022-12-10",
    )
    assert (it.place, it.section, it.url, it.file) == (ARTICLE.place, ARTICLE.section, ARTICLE.url, ARTICLE.file)
    assert (it.question, it.retrieved) == ("How long is the border?", TODAY)


def test_a_copy_is_quoted_whole() -> None:
    it = cite(COPY, "Who spoke?", TODAY)
    assert it.quote == it.passage == COPY.passage.text
    assert (it.date, it.paragraph, it.outlet) == ("--12-10", 3, None)


def test_what_an_article_does_not_state_is_not_made_up() -> None:
    it = cite(BARE, "Who spoke?", TODAY)
    assert {it.headline, it.outlet, it.author, it.date, it.place, it.section, it.url} == {None}


def test_a_point_in_time_is_kept_as_its_day() -> None:
    it = cite(EVIDENCE, "Who spoke?", datetime(2026, 11, 22, 23, 59, tzinfo=UTC))
    assert it.retrieved.isoformat() == "2026-11-22"
