from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qa.page.address import Address
from qa.page.rendering.timeline import Bar, Gap, Opens, bars, by_month, timeline
from qa.page.words.english import ENGLISH
from qa.page.words.kazakh import KAZAKH
from qa.page.words.words import Words
from tests.page.rendered import rendered

OPENS = Opens(ENGLISH.passages, "When", "page")
DAYS = st.dictionaries(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)).map(str), st.integers(1, 999), min_size=1, max_size=60
)


def shown(days: dict[str, int], words: Words = ENGLISH) -> str:
    return timeline(bars(days), lambda it: Address(article=it.period), lambda it: it.count == 1, OPENS, words)


@given(DAYS)
def test_no_passage_is_lost_whether_days_months_or_years_are_shown(days: dict[str, int]) -> None:
    slots = bars(days)
    counted = [it for it in slots if isinstance(it, Bar)]
    assert sum(it.count for it in counted) == sum(days.values())
    assert [it.period for it in counted] == sorted({it.period for it in counted})
    for it in counted:
        within = {day: count for day, count in days.items() if it.first <= day <= it.last}
        assert sum(within.values()) == it.count, "the link of a bar finds what the bar counts"


@given(DAYS)
def test_the_years_left_out_are_those_that_have_nothing(days: dict[str, int]) -> None:
    left_out, years = set[str](), {day[:4] for day in days}
    for it in bars(days):
        if isinstance(it, Gap):
            left_out |= {f"{year:04d}" for year in range(it.first, it.last + 1)}
    assert left_out == {f"{year:04d}" for year in range(int(min(years)), int(max(years)) + 1)} - years


def test_days_within_a_month_months_within_years_and_years_beyond() -> None:
    days = bars({"2022-12-10": 2, "2022-12-08": 1})
    assert days == (Bar("2022-12-08", 1), Bar("2022-12-09", 0), Bar("2022-12-10", 2))
    assert bars({"2022-11-30": 1, "2023-01-02": 4}) == (Bar("2022-11", 1), Bar("2022-12", 0), Bar("2023-01", 4))
    assert bars({"1998-12-05": 1, "2004-01-01": 2}) == (Bar("1998-12", 1), Gap(1999, 2003), Bar("2004-01", 2))
    yearly = {f"{year}-05-05": 1 for year in (2001, *range(2003, 2009))}
    assert bars(yearly)[:3] == (Bar("2001", 1), Gap(2002, 2002), Bar("2003", 1))
    assert len(bars(yearly)) == 8
    assert bars({}) == by_month({}) == ()


def test_a_bar_knows_its_first_and_its_last_day() -> None:
    assert (Bar("2024-02", 1).first, Bar("2024-02", 1).last) == ("2024-02-01", "2024-02-29")
    assert (Bar("2024", 1).first, Bar("2024", 1).last) == ("2024-01-01", "2024-12-31")
    assert (Bar("2024-02-03", 1).first, Bar("2024-02-03", 1).last) == ("2024-02-03", "2024-02-03")


def test_each_bar_is_a_link_that_says_what_it_counts_and_an_empty_one_is_none() -> None:
    html = shown({"2022-11-30": 1, "2023-01-02": 1_234})
    assert html.count("<a ") == 2
    assert html.count('class="none"') == 1
    assert 'aria-current="true"><span class="tall" style="height:0.1%"></span>' in html
    assert '<span class="named">January 2023: 1,234 passages</span>' in html
    assert timeline((), lambda _: Address(), bool, OPENS, ENGLISH) == ""


def test_a_scale_says_how_much_a_bar_is() -> None:
    html = shown({"2022-11-30": 1, "2023-01-02": 1_234})
    assert '<span style="bottom:40.5%"><b>500</b></span><span style="bottom:81.0%"><b>1,000</b></span>' in html


def test_few_months_are_named_and_of_more_the_years_and_those_that_are_empty() -> None:
    assert rendered(shown({"2022-12-10": 1, "2023-04-11": 2})).text.endswith("December 2022April 2023")
    html = shown({"1998-12-05": 1, "2004-01-01": 2})
    assert '<b aria-hidden="true"><span>1998</span></b>' in html
    assert "1999–2003: 0 passages" in html
    assert '<i aria-hidden="true">1999–2003</i>' in html
    many = shown({f"{year}-05-05": 1 for year in range(1960, 2020, 10)})
    assert '<i aria-hidden="true"></i>' in many, "there is no room for the years of many gaps"
    assert "1961–1969: 0 passages" in many


def test_every_language_names_its_months() -> None:
    assert "2022 жылғы қараша" in shown({"2022-11-30": 1, "2023-01-02": 4}, KAZAKH)
