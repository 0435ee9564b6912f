from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qa.page.address import Address
from qa.page.rendering.timeline import Bar, Opens, bars, by_month, timeline
from qa.page.words.english import ENGLISH

OPENS = Opens(ENGLISH.passages, "When", "page")
DAYS = st.dictionaries(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)).map(str), st.integers(1, 999), min_size=1, max_size=60
)


@given(DAYS)
def test_no_passage_is_lost_whether_days_months_or_years_are_shown(days: dict[str, int]) -> None:
    shown = bars(days)
    assert sum(it.count for it in shown) == sum(days.values())
    assert [it.period for it in shown] == sorted({it.period for it in shown})
    for it in shown:
        within = {day: count for day, count in days.items() if it.first <= day <= it.last}
        assert sum(within.values()) == it.count, "the link of a bar finds what the bar counts"


def test_days_within_a_month_months_within_years_and_years_beyond() -> None:
    days = bars({"2022-12-10": 2, "2022-12-08": 1})
    assert days == (Bar("2022-12-08", 1), Bar("2022-12-09", 0), Bar("2022-12-10", 2))
    assert bars({"2022-11-30": 1, "2023-01-02": 4}) == (Bar("2022-11", 1), Bar("2022-12", 0), Bar("2023-01", 4))
    assert bars({"2001-05-05": 1, "2004-01-01": 2, "2009-01-01": 1})[0] == Bar("2001", 1)
    assert len(bars({"2001-05-05": 1, "2009-01-01": 1})) == 9
    assert bars({}) == by_month({}) == ()


def test_a_bar_knows_its_first_and_its_last_day() -> None:
    assert (Bar("2024-02", 1).first, Bar("2024-02", 1).last) == ("2024-02-01", "2024-02-29")
    assert (Bar("2024", 1).first, Bar("2024", 1).last) == ("2024-01-01", "2024-12-31")
    assert (Bar("2024-02-03", 1).first, Bar("2024-02-03", 1).last) == ("2024-02-03", "2024-02-03")


def test_each_bar_is_a_link_that_says_what_it_counts_and_an_empty_one_is_none() -> None:
    shown = bars({"2022-11-30": 1, "2023-01-02": 1_234})
    html = timeline(shown, lambda it: Address(article=it.period), lambda it: it.count == 1, OPENS, ENGLISH)
    assert html.count("<a ") == 2
    assert html.count('class="gap"') == 1
    assert 'aria-current="true"><span style="height:4%" title="November 2022: 1 passage"' in html
    assert '<span class="unseen">January 2023: 1,234 passages</span>' in html
    assert timeline((), lambda _: Address(), bool, OPENS, ENGLISH) == ""
