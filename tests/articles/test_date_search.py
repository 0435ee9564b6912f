import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.date_search import find_date, find_dates, find_months
from qa.articles.dates import agreed


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2022-12-10", "2022-12-10"),
        ("10 Dec. 2022", "2022-12-10"),
        ("10-Dec-2022", "2022-12-10"),
        ("11th April, 2023", "2023-04-11"),
        ("April 11, 2023", "2023-04-11"),
        ("APRIL 11, 2023", "2023-04-11"),
        ("Sept. 1, 2021 at 5 p.m.", "2021-09-01"),
        ("Saturday, 3rd of June 2023", "2023-06-03"),
        ("October 06, 11:33 UTC+3", "--10-06"),
        ("22 October", "--10-22"),
        ("December 10", "--12-10"),
        ("10.12.2022", "2022-12-10"),
        ("2023/04/11 20:15", "2023-04-11"),
        ("13/04/2023", "2023-04-13"),
        ("04/13/2023", "2023-04-13"),
        ("03/03/2023", "2023-03-03"),
        ("--12-10", "--12-10"),
        ("10 декабря 2022 года", "2022-12-10"),
        ("суббота, 5 мая", "--05-05"),
        ("5 янв. 2021, 10:20", "2021-01-05"),
        ("10 желтоқсан 2022", "2022-12-10"),
        ("29 February", "--02-29"),
        (" date 2022-12-10 10 Dec. 18:50", "2022-12-10"),
        ("10 Dec. 18:50, that is 2022-12-10", "2022-12-10"),
        ("Saturday, 26 February 2000 GMT", "--02-26"),
        ("2021-06-18T09:30:00Z", "2021-06-18"),
        ("2021-06-18T23:30:00-08:00", "2021-06-18"),
        ("20210618", "2021-06-18"),
        ("20210618T093000", "2021-06-18"),
        ("18.06.21", "2021-06-18"),
        ("05.03.98", "1998-03-05"),
        ("18. 6. 2021", "2021-06-18"),
        ("18/VI/2021", "2021-06-18"),
        ("18-06-2021", "2021-06-18"),
        ("06/18/21", "2021-06-18"),
        ("18 июня 2021 г.", "2021-06-18"),
        ("18 шілде 2021 ж.", "2021-07-18"),
        ("2021 жылғы 18 маусым", "2021-06-18"),
        ("2021 жылдың 18 маусымы", "2021-06-18"),
        ("2021 ж. 18 маусым", "2021-06-18"),
        ("18 маусым, 2021", "2021-06-18"),
        ("18 червня 2021 року", "2021-06-18"),
        ("18. Juni 2021", "2021-06-18"),
        ("1er février 2021", "2021-02-01"),
        ("18 de junio de 2021", "2021-06-18"),
        ("18 giugno 2021", "2021-06-18"),
        ("2021年6月18日", "2021-06-18"),
        ("6月18日", "--06-18"),
        ("Fri Jun 18 09:30:00 2021", "2021-06-18"),
        ("Fri Jun 18 09:30:00 MSK 2021", "2021-06-18"),
        ("Fri, 18 Jun 2021 09:30:00 +0300", "2021-06-18"),
        ("the 18th of June 2021", "2021-06-18"),
        ("2021, June 18", "2021-06-18"),
        ("18-Jun-21", "2021-06-18"),
        ("18 June ’21", "2021-06-18"),
        ("18 HAZİRAN 2021", "2021-06-18"),
        ("18 KASIM 2021", "2021-11-18"),
        ("10 out 2021", "2021-10-10"),
        ("10.set.2021", "2021-09-10"),
        ("3 maja 2021 r.", "2021-05-03"),
        ("3 maja (PAP)", "--05-03"),
        ("mar 3 may", "--05-03"),
        ("junio 18 de 2021", "2021-06-18"),
        ("١٨ يناير ٢٠٢١", "2021-01-18"),
        ("18 كانون الثاني 2021", "2021-01-18"),
        ("18 كانون الثاني/يناير 2021", "2021-01-18"),
        ("18 يناير (كانون الثاني) 2021", "2021-01-18"),
        ("۱۸ ژوئن ۲۰۲۱", "2021-06-18"),
        ("２０２１年６月１８日", "2021-06-18"),
        ("2021년 6월 18일", "2021-06-18"),
        ("2021. 6. 18.", "2021-06-18"),
        ("१८/०६/२०२१", "2021-06-18"),
    ],
)
def test_a_date_is_found_as_it_is_stated(line: str, date: str) -> None:
    assert find_date(line) == date


@pytest.mark.parametrize(
    "line",
    ["", "03/04/2023", "31 February", "29 February 2023", "2022-13-01", "32.12.2022", "0 May", "March of 2023",
     "Room 5 Mayfair", "v1.2.3", "10:20", "12345678", "in 2022", "5 Marchand Street", "the 10th",
     "10 out of 12", "10.12.22.5", "13.13.2022", "18/XIII/2021", "31.02.2022", "20221301", "5/6/21",
     "order 20210618-7", "18/06/1403", "1403-10-28", "2568-06-18", "5年6月18日", "10 out", "5 set points", "12 maj",
     "18 كانون المقبل", "١٨/١٣/٢٠٢١", "٠٣/٠٤/٢٠٢١"],
)  # fmt: skip
def test_an_impossible_or_ambiguous_day_is_no_date(line: str) -> None:
    assert find_date(line) is None


def test_a_full_date_wins_over_the_same_day_without_a_year_and_never_over_another_day() -> None:
    assert agreed(("--12-10", "2022-12-10")) == "2022-12-10"
    assert agreed(("--12-10", "2022-12-11")) == "--12-10"
    assert agreed(("2022-12", "2022-12-10")) == "2022-12-10"
    assert agreed(("2022-12", "2022-11-10")) == "2022-12"
    assert agreed(()) is None


def test_every_date_of_a_line_is_found_in_order() -> None:
    found = find_dates("2022-12-10 and 11 Dec.")
    assert [(stated.date, stated.start) for stated in found] == [("2022-12-10", 0), ("--12-11", 15)]


@pytest.mark.parametrize("line", ["June 2021", "Июнь 2021 г.", "маусым 2021", "2021 жылғы маусым", "junio de 2021"])
def test_a_month_without_its_day_is_found_as_one_and_is_no_date(line: str) -> None:
    assert [stated.date for stated in find_months(line)] == ["2021-06"]
    assert find_dates(line) == ()


@given(st.dates(min_value=datetime.date(1800, 1, 1), max_value=datetime.date(2199, 12, 31)))
def test_every_day_is_read_back_in_each_way_of_writing_it(day: datetime.date) -> None:
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%a, %d %b. %Y", "%Y/%m/%d"):
        assert find_date(day.strftime(form)) == day.isoformat()
    assert find_date(f"{day:%d %B}") == f"--{day:%m-%d}"


@given(st.text(alphabet="0123456789 .,-/:MayDecэмайстndrh\n", max_size=300))
def test_any_line_gives_a_real_day_or_none(line: str) -> None:
    date = find_date(line)
    if date is not None:
        datetime.date.fromisoformat(date.replace("--", "2000-", 1) if date.startswith("--") else date)
