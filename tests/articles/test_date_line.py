"""Lines that say when an article was published, each read by itself."""

import pytest

from qa.articles.date_line import DateLine, read_date_line, read_month_line
from qa.articles.labels import label

DAY = "2021-06-18"


@pytest.mark.parametrize(
    "line",
    ["2021-06-18T09:30:00Z", "2021-06-18T23:30:00-08:00", "2021-06-18 09:30:00 +0300", "Date: 2021-06-18T09:30:00.5Z",
     "18 июня 2021 г.", "18 маусым 2021 ж.", "2021 жылғы 18 маусым", "Жұма, 18 маусым 2021", "18 June 2021.",
     "пт, 18 июня 2021, 09:30 МСК", "Fri 18 Jun 2021 09.30 BST", "the 18th of June 2021", "20210618",
     "Fri Jun 18 09:30:00 2021", "Жарияланды: 18 маусым 2021",
     "Дата размещения: 18.06.2021", "18.06.21, 09:30", "09:30 18.06.2021", "18 juin 2021",
     "18 June 2021 | 2,310 views", "18 июня 2021 • Просмотров: 2310", "18 маусым 2021 | 2310 рет қаралды",
     "18 June 2021 · 6 min read", "June 18, 2021 | 9:30 a.m. ET", "This story was published on 18 June 2021",
     "18 June 2021 | Share | Print", "18 June 2021 - 3 comments"],
)  # fmt: skip
def test_what_goes_with_a_date_does_not_hide_it(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert found.date == DAY
    assert (found.place, found.author, found.outlet, found.section) == (None, None, None, None)


@pytest.mark.parametrize(
    "line",
    ["18&nbsp;June&nbsp;2021", "18\u202fJune\u202f2021", "18\u00a0June\t2021", "18  June  2021", "\u200e18 June 2021",
     "\u200b18 June 2021", "18 Ju\u00adne 2021"],
)  # fmt: skip
def test_entities_odd_spaces_and_hidden_characters_are_read_as_what_they_show(line: str) -> None:
    found = label(line)
    assert found is not None
    assert found.date_line is not None
    assert found.date_line.date == DAY


@pytest.mark.parametrize(
    "line",
    ["Updated 20 June 2021 | First published 18 June 2021", "Updated 20 June 2021, published 18 June 2021",
     "Last updated: 20 June 2021. First published: 18 June 2021", "Published 18 June 2021 (updated 20 June 2021)",
     "18 June 2021 (updated 20 June 2021)", "20 June 2021 (updated), 18 June 2021 (published)",
     "Обновлено 20 июня 2021, опубликовано 18 июня 2021", "Изменено: 20.06.2021 | Дата публикации: 18.06.2021",
     "Жаңартылды: 20 маусым 2021 | Жарияланды: 18 маусым 2021", "Last modified on Sun 20 Jun 2021 | Fri 18 Jun 2021"],
)  # fmt: skip
def test_of_two_dates_the_published_one_counts_by_the_labels_beside_them(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.date, found.updated) == (DAY, False)


@pytest.mark.parametrize(
    "line",
    [
        "Updated 18 June 2021",
        "Обновлено: 18.06.2021",
        "Соңғы жаңарту: 18 маусым 2021",
        "Last edited 18 Jun 2021",
        "Amended 18 June 2021",
        "Corrected 18 June 2021",
        "Changed: 18 June 2021",
        "Исправлено 18 июня 2021",
        "Дополнено 18.06.2021",
        "Уточнено: 18 июня 2021",
        "Түзетілді 18 маусым 2021",
        "Өзгертілді: 18 маусым 2021",
        "Толықтырылды 18 маусым 2021",
    ],
)
def test_a_line_that_states_only_an_update_says_so(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.date, found.updated) == (DAY, True)


@pytest.mark.parametrize(
    "line",
    ["Originally published 18 June 2021; corrected 20 June 2021", "Corrected 20 June 2021; published 18 June 2021",
     "Added 18 June 2021, changed 20 June 2021", "18 June 2021 (corrected 20 June 2021)",
     "Published: 18 June 2021 Modified: 20 June 2021", "Опубликовано: 18.06.2021 Обновлено: 20.06.2021",
     "18.06.2021, обновлено 20.06.2021", "Опубликовано 18 июня 2021; исправлено 20 июня 2021",
     "Добавлено 18 июня 2021, уточнено 20 июня 2021", "Жарияланды: 18 маусым 2021; түзетілді: 20 маусым 2021",
     "Жарияланған күні: 18.06.2021 Жаңартылған күні: 20.06.2021",
     "2021 жылғы 18 маусым, өзгертілді 2021 жылғы 20 маусым"],
)  # fmt: skip
def test_a_line_states_the_day_of_change_beside_that_of_publication(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.date, found.updated, found.changed) == (DAY, False, "2021-06-20")


@pytest.mark.parametrize("line", ["18.06.2021 ж.", "18.06.2021ж.", "18.06.2021 жыл", "* 18 June 2021", "• 18.06.2021"])
def test_a_mark_before_the_date_or_a_kazakh_year_behind_it_hides_it_not(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert found.date == DAY


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (" date 2023-04-11 Close".strip(), DateLine("2023-04-11", explicit=True)),
        ("October 06, 11:33 UTC+3 ASTANA", DateLine("--10-06", place="ASTANA", bare=False)),
        (
            "Muhammad Irfan Published April 11, 2023 | 05:50 PM",
            DateLine("2023-04-11", author="Muhammad Irfan", explicit=True, bare=False),
        ),
        ("By Jane Doe | March 3, 2024", DateLine("2024-03-03", author="Jane Doe", explicit=True, bare=False)),
        ("Jane Doe | 3 March 2024", DateLine("2024-03-03", author="Jane Doe", explicit=True, bare=False)),
        ("3 March 2024 | Jane Doe", DateLine("2024-03-03", author="Jane Doe", explicit=True, bare=False)),
        ("Posted by Jane Doe on 3 March 2024", DateLine("2024-03-03", author="Jane Doe", explicit=True, bare=False)),
        ("Updated at: 5 Jan 2021, 10:20", DateLine("2021-01-05", updated=True, explicit=True)),
        ("Moscow, 22 October", DateLine("--10-22", place="Moscow", bare=False)),
        ("Saturday, 26 February", DateLine("--02-26")),
        ("10 декабря 2022, 18:50", DateLine("2022-12-10", explicit=True)),
        ("Posted on 3 March 2024 · 4 min read", DateLine("2024-03-03", explicit=True)),
        ("World | 3 March 2024", DateLine("2024-03-03", section="World", bare=False)),
        ("3 марта 2024 г. | Экономика", DateLine("2024-03-03", section="Экономика", bare=False)),
        ("3 March 2024 | Reuters", DateLine("2024-03-03", outlet="Reuters", bare=False)),
        ("Sunday Times, 3 March 2024", DateLine("2024-03-03", outlet="Sunday Times", bare=False)),
        ("Harbour Life | 3 March 2024", DateLine("2024-03-03", author="Harbour Life", explicit=True, bare=False)),
        ("Harbour | 3 March 2024", DateLine("2024-03-03", bare=False)),
    ],
)
def test_a_date_line_says_when_and_perhaps_where_by_whom_and_in_which_section(line: str, expected: DateLine) -> None:
    assert read_date_line(line) == expected


@pytest.mark.parametrize(
    "line",
    ["On 22 June he flew home to Velden", "18 June 2021 – 20 June 2021", "18–20 June 2021", "06/07/2021",
     "The deal of 18 June 2021", "Velden shut its harbour 18 June 2021", "18 June 2021 was a Friday", "Summer 2021"],
)  # fmt: skip
def test_prose_a_span_of_days_and_an_ambiguous_day_are_no_date_line(line: str) -> None:
    assert read_date_line(line) is None


def test_a_month_alone_is_a_month_and_no_day() -> None:
    assert read_month_line("June 2021") == DateLine("2021-06", bare=False)
    assert read_month_line("World | Июнь 2021 г.") == DateLine("2021-06", section="World", bare=False)
    assert read_month_line("2021-06") == DateLine("2021-06", bare=False)
    assert read_month_line("Velden in June 2021") is None
    assert read_month_line("2010-11") is None  # a season
    assert read_month_line("2021-22") is None
    assert read_month_line("18 June 2021") is None


@pytest.mark.parametrize("line", ["2,310 views", "6 min read", "3 hours ago", "2310 просмотров", "5 сағат бұрын"])
def test_a_count_or_an_age_alone_is_furniture(line: str) -> None:
    found = label(line)
    assert found is not None
    assert found.kind == "page furniture"
