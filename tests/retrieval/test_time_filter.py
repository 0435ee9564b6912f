"""The time that a question points at filters its articles or puts the newest first, says so, and can be taken off."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.errors import InvalidDate, InvalidFilter
from qa.records import Answer, AskedTime, SearchRequest
from qa.retrieval.scoring import NEWEST
from tests.support.hand_encoder import HandEncoder

SAID = "The president spoke of the border and of trade in {}."
ARTICLES = {
    "old.txt": ("2004-05-03", "Oslo"),
    "november.txt": ("2022-11-30", "Rome"),
    "monday.txt": ("2022-12-05", "Bonn"),
    "saturday.txt": ("2022-12-10", "Lima"),
    "month.txt": ("2022-12", "Kyiv"),
    "undated.txt": (None, "Cairo"),
}
DATED = ["old.txt", "november.txt", "monday.txt", "saturday.txt"]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("times") / "articles"
    folder.mkdir()
    for name, (stated, place) in ARTICLES.items():
        head = f"---\ndate: {stated}\n---\n" if stated else ""
        (folder / name).write_text(f"{head}Talks in {place}\n\n{SAID.format(place)}\n")
    return Archive.build(folder, folder.parent / "index", encoder=HandEncoder())


def files(answer: Answer) -> set[str]:
    """Return the files of what was found, copies included."""
    return {file for it in answer for file in (it.article.file, *(copy.article.file for copy in it.copies))}


def test_this_week_is_that_of_the_newest_article_and_leaves_out_all_others(archive: Archive) -> None:
    answer = archive.ask("What did the president say of the border this week?", 10)
    assert files(answer) == {"monday.txt", "saturday.txt"}
    assert answer.time == AskedTime("this week", "2022-12-05", "2022-12-10", "2022-12-10", soft=False, applied=True)
    assert answer.filtered
    assert answer.undated == 2, "they are named, not lost"


def test_the_words_of_a_window_are_not_searched_for(archive: Archive) -> None:
    asked, plain = (archive.ask(f"What did the president say of the border{it}?", 10) for it in (" this week", ""))
    parts = {it.article.file: it.parts for it in plain}
    assert all(parts.get(it.article.file, it.parts) == it.parts for it in asked)
    assert asked.question.endswith(" this week?")
    topic = archive.ask("border this week").topic
    assert topic is not None
    assert (topic.words, topic.articles) == ("border", 2)


def test_it_is_read_against_the_day_that_is_stated(archive: Archive) -> None:
    question = "What did the president say of the border this week?"
    for asked_on in ("2022-12-04", date(2022, 12, 4)):
        answer = archive.ask(question, asked_on=asked_on)
        assert files(answer) == {"november.txt"}
        assert answer.time is not None
        assert (answer.time.first, answer.time.last) == ("2022-11-28", "2022-12-04")
    assert files(archive.ask(question, asked_on="2022-11")) == {"november.txt"}, "a month is its last day"


def test_articles_of_stated_dates_need_no_such_day(archive: Archive) -> None:
    answer = archive.ask("articles published in 2004 about the border", 10)
    assert answer.topic is not None
    assert answer.topic.words == "the border"
    assert files(answer) == {"old.txt"}
    since = archive.ask("articles published since December 2022 about the border", 10)
    assert files(since) == {"monday.txt", "saturday.txt"}
    assert since.time is not None
    assert (since.time.first, since.time.last) == ("2022-12-01", None)


def test_whoever_takes_the_reading_off_finds_everything(archive: Archive) -> None:
    answer = archive.ask("What did the president say of the border this week?", 10, any_time=True)
    assert files(answer) == set(ARTICLES)
    assert answer.time is None
    assert not answer.filtered


def test_stated_dates_stand_instead_of_those_of_the_question(archive: Archive) -> None:
    for after, before in (("2022-11", None), (None, "2022-11-30"), ("2004", "2022-11-30")):
        asked, plain = (
            archive.ask(f"What did the president say of the border{it}?", 10, after=after, before=before)
            for it in (" this week", "")
        )
        assert files(asked) == files(plain)
        assert asked.undated == plain.undated == 2
        assert asked.time is not None
        assert not asked.time.applied


def test_a_window_that_would_leave_no_passage_is_not_applied(archive: Archive) -> None:
    answer = archive.ask("What did the president say of the border this week?", 10, asked_on="2030-01-01")
    assert files(answer) == set(ARTICLES)
    assert answer.time == AskedTime("this week", "2029-12-31", "2030-01-01", "2030-01-01", soft=False, applied=False)
    assert not answer.filtered
    assert answer.undated == 0
    alone = archive.ask("What did he say of the border this week?", articles=["old.txt"])
    assert files(alone) == {"old.txt"}, "the other filters stay"


def test_what_is_preferred_comes_first_among_equals_and_loses_nothing(archive: Archive) -> None:
    for question in ("What is the latest of the border?", "the latest on the border"):
        answer = archive.ask(question, 10)
        newest_first = ["saturday.txt", "monday.txt", "november.txt", "old.txt", "month.txt", "undated.txt"]
        leading = [it.article.file for it in answer]
        assert leading == [it for it in newest_first if it in leading], question
        assert files(answer) == set(ARTICLES)
        assert answer.time is not None
        assert (answer.time.words, answer.time.soft, answer.time.applied) == ("latest", True, True)
        assert not answer.filtered


def test_the_part_of_the_newest_is_absolute_small_and_nothing_for_the_undated_and_the_later(archive: Archive) -> None:
    question = "What is the latest of the border?"
    for asked_on, zero in ((None, set[str]()), ("2022-12-05", {"saturday.txt"})):
        answer = archive.ask(question, 10, asked_on=asked_on)
        parts = {it.article.file: it.parts[NEWEST] for it in answer if it.article.file in ARTICLES}
        assert all(0 <= part <= 0.03 for part in parts.values())
        nothing = {file for file, part in parts.items() if part == 0}
        assert nothing == (zero | {"month.txt", "undated.txt"}) & set(parts)
    alone = archive.ask(question, articles=["monday.txt"]).evidence[0]
    among = next(it for it in archive.ask(question, 10) if it.article.file == "monday.txt")
    assert alone.parts == among.parts


def test_a_survey_counts_what_an_answer_shows(archive: Archive) -> None:
    for question in ("What did the president say of the border this week?", "What is the latest of the border?"):
        for asked_on in (None, "2022-12-04", "2030"):
            for any_time in (False, True):
                answer = archive.ask(question, 10, asked_on=asked_on, any_time=any_time)
                survey = archive.survey(question, asked_on=asked_on, any_time=any_time)
                assert (survey.passages, survey.time) == (answer.relevant, answer.time)


def test_many_questions_are_read_against_one_day(archive: Archive) -> None:
    questions = ["What did the president say this week of the border?", "border this week"]
    for answer in archive.ask_many(questions, 10, asked_on=date(2022, 12, 4)):
        assert files(answer) == {"november.txt"}


def test_an_archive_without_dates_reads_no_time_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(f"Talks\n\n{SAID.format('Oslo')}\n")
    archive = Archive.build(tmp_path / "articles", tmp_path / "index", encoder=HandEncoder())
    for question, soft in (("What did the president say this week?", False), ("Who is the current president?", True)):
        answer = archive.ask(question)
        assert len(answer) == 1
        assert answer.time is not None
        assert (answer.time.asked_on, answer.time.soft, answer.time.applied) == (None, soft, False)
        assert NEWEST not in answer.evidence[0].parts


@pytest.mark.parametrize("asked_on", ["yesterday", "2022-13", "2022-02-30", 20221210])
def test_a_day_that_is_none_is_refused_in_one_line_whatever_is_asked(archive: Archive, asked_on: str) -> None:
    for question in ("Who spoke?", "Who spoke this week?"):
        with pytest.raises(InvalidDate, match=r"\Aasked_on is .*, which is not a date: write one such as 2022-12-31"):
            archive.ask(question, asked_on=asked_on)
        with pytest.raises(InvalidDate):
            archive.survey(question, asked_on=asked_on)


def test_a_flag_that_is_none_is_refused_in_one_line(archive: Archive) -> None:
    with pytest.raises(InvalidFilter, match=r"\Aany_time is 'yes' and must be true or false\Z"):
        archive.answer(SearchRequest("Who spoke?", any_time="yes"))  # type: ignore[arg-type]


def test_quoted_and_excluded_words_point_at_no_time(archive: Archive) -> None:
    for question in ('Who said "this week" of the border?', "Who spoke of the border -latest", "Who said «сегодня»?"):
        assert archive.ask(question).time is None
    answer = archive.ask('Who said "border" this week, -Bonn?', 10)
    assert files(answer) == {"saturday.txt"}
    assert answer.unheld == ()
    assert archive.ask("this week").time is None, "nothing else would be asked"


QUESTIONS = [
    "What did the president say of the border?",
    "Who spoke of trade in 2004?",
    "border",
    "Tell me about trade",
    'Who spoke in "Oslo" -Rome?',
    "Who led before the election of 2005?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_without_such_words_are_answered_as_before(archive: Archive, question: str) -> None:
    """As where nothing is read, to the last byte, and with the parts of a score that there were before."""
    asked, unread = archive.ask(question, 10), archive.ask(question, 10, any_time=True)
    assert json.dumps(replace(asked, request=unread.request).to_dict()) == json.dumps(unread.to_dict())
    for asked_on in ("2004-05-03", "2030"):
        other = archive.ask(question, 10, asked_on=asked_on)
        assert json.dumps(replace(other, request=asked.request).to_dict()) == json.dumps(asked.to_dict())
    assert asked.time is None
    assert all(NEWEST not in it.parts for it in asked)
