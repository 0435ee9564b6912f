"""What of a question points at now, or at the days of reports, is read; the time of an event never is."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.retrieval.asked_time import CountedBack, Days, Period, TimeWords, UpToNow, days_of, read_time
from qa.retrieval.time_words import Unit

SATURDAY = date(2022, 12, 10)
TODAY, THIS_WEEK, THIS_MONTH, THIS_YEAR = (CountedBack(unit, 0) for unit in get_args(Unit))
YESTERDAY, LAST_WEEK, LAST_MONTH, LAST_YEAR = (CountedBack(unit, 1) for unit in get_args(Unit))
OF_2004 = Days(date(2004, 1, 1), date(2004, 12, 31))


def read(question: str) -> TimeWords:
    found = read_time(question)
    assert found is not None, question
    assert found.words in question[found.start : found.end]
    return found


@pytest.mark.parametrize(
    ("question", "words", "period"),
    [
        ("What happened in Astana this week?", "this week", THIS_WEEK),
        ("Who won this week's chess tournament?", "this week", THIS_WEEK),
        ("How much did trade rise this year?", "this year", THIS_YEAR),
        ("Whom has Lavrov met this month?", "this month", THIS_MONTH),
        ("Who resigned in May this year?", "this year", THIS_YEAR),
        ("What did Lavrov say today?", "today", TODAY),
        ("What is in today's news about oil?", "today", TODAY),
        ("news today", "today", TODAY),
        ("What was in yesterday's papers?", "yesterday", YESTERDAY),
        ("What is in last week’s business news?", "last week", LAST_WEEK),
        ("articles from last week about Tokayev", "last week", LAST_WEEK),
        ("news about Tokayev published last month", "published last month", LAST_MONTH),
        ("What was published last month about the border?", "published last month", LAST_MONTH),
        ("What was in the papers last year about oil?", "last year", LAST_YEAR),
        ("How many died in the past three weeks?", "in the past three weeks", UpToNow("week", 3)),
        ("How many died in the last 10 days?", "in the last 10 days", UpToNow("day", 10)),
        ("What rose over the past year?", "over the past year", UpToNow("year", 1)),
        ("What happened in the past 24 hours?", "in the past 24 hours", UpToNow("day", 1)),
        ("What happened in the past 25 hours?", "in the past 25 hours", UpToNow("day", 2)),
        ("Что сказал Лавров сегодня?", "сегодня", TODAY),
        ("Что произошло на этой неделе в Астане?", "на этой неделе", THIS_WEEK),
        ("Насколько выросла торговля в этом году?", "в этом году", THIS_YEAR),
        ("новости за прошлую неделю", "прошлую неделю", LAST_WEEK),
        ("Что писали в прошлом месяце о границе?", "в прошлом месяце", LAST_MONTH),
        ("вчерашние новости", "вчерашние", YESTERDAY),
        ("Сколько погибло за последние три недели?", "за последние три недели", UpToNow("week", 3)),
        ("Сколько погибло за последнюю неделю?", "за последнюю неделю", UpToNow("week", 1)),
        ("Осы аптада Астанада не болды?", "Осы аптада", THIS_WEEK),
        ("Биыл сауда қанша өсті?", "Биыл", THIS_YEAR),
        ("бүгінгі жаңалықтар", "бүгінгі", TODAY),
        ("өткен аптадағы мақалалар", "өткен аптадағы", LAST_WEEK),
        ("Соңғы 3 күнде не болды?", "Соңғы 3 күнде", UpToNow("day", 3)),
    ],
)
def test_words_that_reach_up_to_now_or_point_at_reports_are_a_window(question: str, words: str, period: Period) -> None:
    found = read(question)
    assert (found.words, found.period) == (words, period)


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("articles published in 2004 about Blair", OF_2004),
        ("articles about Blair published in 2004", OF_2004),
        ("Which news articles that were published in 2004 mention oil?", OF_2004),
        ("What was reported in 2004 about the border?", OF_2004),
        ("What was in the news in 2004?", OF_2004),
        ("news from December 2022", Days(date(2022, 12, 1), date(2022, 12, 31))),
        ("articles from 10 December 2022", Days(SATURDAY, SATURDAY)),
        ("articles published on December 10, 2022", Days(SATURDAY, SATURDAY)),
        ("articles published on 2022-12-10", Days(SATURDAY, SATURDAY)),
        ("news published since May 2022", Days(date(2022, 5, 1), None)),
        ("articles published after 2004", Days(date(2005, 1, 1), None)),
        ("articles published before 2005", Days(None, date(2004, 12, 31))),
        ("articles published until 2005", Days(None, date(2005, 12, 31))),
        ("articles published between 2004 and March 2006", Days(date(2004, 1, 1), date(2006, 3, 31))),
        ("articles from 2004 to 2006 on oil", Days(date(2004, 1, 1), date(2006, 12, 31))),
        ("статьи, опубликованные в 2004 году", OF_2004),
        ("новости за декабрь 2022 года", Days(date(2022, 12, 1), date(2022, 12, 31))),
        ("статьи о границе, опубликованные с мая 2022 года", Days(date(2022, 5, 1), None)),
        ("2004 жылы жарияланған мақалалар", OF_2004),
        ("2022 жылғы желтоқсандағы жаңалықтар", Days(date(2022, 12, 1), date(2022, 12, 31))),
        ("2022 жылдан бері жарияланған мақалалар", Days(date(2022, 1, 1), None)),
    ],
)
def test_a_date_of_reports_is_a_window(question: str, period: Period) -> None:
    assert read(question).period == period


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is the latest on the border talks?", "latest"),
        ("Who is the current minister of defence?", "current"),
        ("WHO IS THE CURRENT MINISTER?", "CURRENT"),
        ("Where is he now?", "now"),
        ("Who is now in charge of BP?", "now"),
        ("How many goals has he scored so far this season?", "so far this season"),
        ("How much of the fund has been spent so far?", "so far"),
        ("How much has been spent so far this year?", "so far this year"),
        ("Who was the most recent winner?", "most recent"),
        ("What has Blair recently said?", "recently"),
        ("What happened in the past few days?", "past few days"),
        ("Who owns Rolls-Royce today?", "today"),  # nowadays
        ("Who is to visit Astana this week?", "this week"),  # it may have been announced before
        ("Which films will open this month?", "this month"),
        ("What happened yesterday?", "yesterday"),  # later articles report it too
        ("Who won the cup last year?", "last year"),
        ("What did the survey published last month say?", "last month"),  # the survey was, not the article
        ("How much did trade rise this year compared with last year?", "last year"),  # of two
        ("Кто нынешний президент Казахстана?", "нынешний"),
        ("последние новости о границе", "последние новости"),
        ("Кто посетит Астану сегодня?", "сегодня"),
        ("Кто выиграл в прошлом году?", "в прошлом году"),
        ("Қазіргі президент кім?", "Қазіргі"),
        ("соңғы жаңалықтар", "соңғы жаңалықтар"),
        ("былтыр кім жеңді?", "былтыр"),
    ],
)
def test_what_is_so_now_and_what_later_articles_may_report_only_prefers_the_newest(question: str, words: str) -> None:
    found = read(question)
    assert (found.words, found.period) == (words, None)


@pytest.mark.parametrize(
    "question",
    [
        "Who was president in 2004?",
        "Who ruled from 1811 to 1827?",
        "Who led before the election of 2005?",
        "What has he done since May 2022?",
        "Which report published in 2004 blamed the CIA?",
        "Which novel, published in 2004, won the Booker?",
        "articles about the book published in 2004",
        "What article was published in 1937?",
        "What was published in 1817?",
        "articles published around 2004",
        "articles published on 31 February 2004",
        "How many media were closed in 2004?",
        "Кто был президентом в 2004 году?",
        "2004 жылы президент кім болды?",
        "What was the current record in 1954?",
        "What happened this week in 1969?",
        "Who was the 2004 champion's latest coach?",
    ],
)
def test_the_time_of_an_event_is_not_read_and_a_stated_year_is_not_now(question: str) -> None:
    assert read_time(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "What happened in the last year of the war?",
        "What happened in the last three weeks of the war?",
        "What did he say in his last week in office?",
        "What did he do late last year?",
        "Who was the last man to win?",
        "Which British premier most recently became a father?",
        "What rose over the past 20 years?",
        "Who presents the Today programme?",
        "who presents the today programme",
        "What did USA Today report?",
        "Who wrote Yesterday?",
        "Who sang in Apocalypse Now?",
        "Who owned Current TV?",
        "How wide was the current account gap?",
        "How strong is the ocean current near Peru?",
        "What current does it need?",
        "What is the city now known as?",
        "From now on, who is in charge?",
        "How did it move so far away?",
        "By when, at the latest, is it due?",
        "What is the latest possible date?",
        "Until recently, who was chairman?",
        "Who was at the wheel at the moment of the crash?",
        "How do year-end figures look?",
        "Какие новые законы приняты после войны?",
        "Последний император Китая",
        "Каков дефицит счета текущих операций?",
        "Қазіргі заман дегеніміз не?",
        "Who visited Astana?",
        "",
    ],
)
def test_what_only_sounds_like_a_time_is_not_read(question: str) -> None:
    assert read_time(question) is None


DAYS = st.dates()
PERIODS = st.one_of(
    st.builds(CountedBack, st.sampled_from(get_args(Unit)), st.integers(0, 1)),
    st.builds(UpToNow, st.sampled_from(get_args(Unit)), st.integers(1, 999)),
)


@given(PERIODS, DAYS)
def test_a_window_ends_with_the_day_it_is_read_against_or_before(period: Period, day: date) -> None:
    days = days_of(period, day)
    assert days.first is not None
    assert days.last is not None
    assert days.first <= days.last
    past = isinstance(period, CountedBack) and period.ago and day > date.min
    assert days.last < day if past else days.last == day


@given(DAYS)
def test_weeks_begin_on_monday_and_join_up(day: date) -> None:
    this, last = days_of(THIS_WEEK, day), days_of(LAST_WEEK, day)
    assert this.first is not None
    assert this.first.weekday() == 0
    assert (day - this.first).days < 7
    if this.first > date.min:
        assert last == Days(this.first - timedelta(7), this.first - timedelta(1))


@given(DAYS.filter(lambda day: day.year > 1))
def test_months_and_years_begin_on_the_first_and_join_up(day: date) -> None:
    for this, last in ((THIS_MONTH, LAST_MONTH), (THIS_YEAR, LAST_YEAR)):
        now, before = days_of(this, day), days_of(last, day)
        assert now.first is not None
        assert before.first is not None
        assert (now.first.day, before.first.day) == (1, 1)
        assert before.last == now.first - timedelta(1)
        assert days_of(this, before.last).first == before.first


def test_days_are_those_of_the_calendar() -> None:
    assert days_of(THIS_WEEK, SATURDAY) == Days(date(2022, 12, 5), SATURDAY)
    assert days_of(LAST_WEEK, SATURDAY) == Days(date(2022, 11, 28), date(2022, 12, 4))
    assert days_of(LAST_MONTH, SATURDAY) == Days(date(2022, 11, 1), date(2022, 11, 30))
    assert days_of(UpToNow("month", 1), date(2023, 3, 31)) == Days(date(2023, 2, 28), date(2023, 3, 31))
    assert days_of(OF_2004, SATURDAY) == OF_2004


@given(st.text())
def test_any_text_is_read_or_left_and_what_is_read_stands_in_it(text: str) -> None:
    found = read_time(text)
    assert found is None or found.words in text[: found.end]
