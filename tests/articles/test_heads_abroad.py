"""The lines around headlines in languages that have no pages of their own here."""

import pytest

from qa.articles.labels import label

from .foreign_date_lines import DATE_LINES
from .heads_abroad import REPORT, each, names, read


@pytest.mark.parametrize(("line", "stated"), each(DATE_LINES))
def test_a_date_line_gives_its_date_and_nothing_else(line: str, stated: str) -> None:
    found = label(line)
    assert found is not None
    assert found.date_line is not None
    assert found.date_line.updated is stated.startswith("*")
    parsed = read(line, REPORT)
    assert parsed.article.date == stated.removeprefix("*")
    assert names(parsed) == (None, None, None, None)
    assert len(parsed.paragraphs) == 1


@pytest.mark.parametrize(
    ("line", "date", "expected"),
    [
        ("Von Hans Müller | 3. Mai 2024", "2024-05-03", (None, None, "Hans Müller", None)),
        ("Von Anna Schmidt, 21.06.2025, 09:30 Uhr", "2025-06-21", (None, None, "Anna Schmidt", None)),
        ("Von dpa | 21. Juni 2025", "2025-06-21", (None, "dpa", None, None)),
        ("Par Jeanne Roux, le 21 juin 2025 à 9h", "2025-06-21", (None, None, "Jeanne Roux", None)),
        ("Por Juan Pérez | 21 de junio de 2025", "2025-06-21", (None, None, "Juan Pérez", None)),
        ("Politik · Berlin, den 3. Mai 2024", "2024-05-03", ("Berlin", None, None, "Politik")),
        ("Wirtschaft, 3. Mai 2024", "2024-05-03", (None, None, None, "Wirtschaft")),
        ("El Salvador, 3 de mayo de 2024", "2024-05-03", ("El Salvador", None, None, None)),
        ("The Hague, 3 May 2024", "2024-05-03", ("The Hague", None, None, None)),
        ("Frankfurt am Main, Sa. 21. Juni 2025", "2025-06-21", ("Frankfurt am Main", None, None, None)),
        ("3 May 2024, 9.30 klo", "2024-05-03", (None, None, None, None)),
        ("21 Jun, 2025 09:30 a.m. ESP", "2025-06-21", (None, None, None, None)),
        ("2023年6月18日 来源：江澜晚报", "2023-06-18", (None, "江澜晚报", None, None)),
        ("2023-06-18 10:30 来源：新华网 作者：王小明", "2023-06-18", (None, "新华网", None, None)),
        ("2023.06.18 10:30 홍길동 기자", "2023-06-18", (None, None, "홍길동", None)),
        ("بقلم: محمد علي | 18 يناير 2025", "2025-01-18", (None, None, "محمد علي", None)),
        ("سياسة دولية | 18 يناير 2025", "2025-01-18", (None, None, None, None)),
        ("18 يناير 2025 (توقيت مكة)", "2025-01-18", (None, None, None, None)),
    ],
)
def test_names_beside_a_date_are_what_their_words_say(line: str, date: str, expected: tuple[str | None, ...]) -> None:
    parsed = read(line, REPORT)
    assert (parsed.article.date, names(parsed)) == (date, expected)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("سياسة دولية", "18 يناير 2025"), (None, None, None, None)),
        (("بقلم: محمد علي", "18 يناير 2025"), (None, None, "محمد علي", None)),
        (("作者：王小明", "2023年6月18日"), (None, None, "王小明", None)),
    ],
)
def test_lines_without_capitals_name_somebody_only_by_their_words(
    lines: tuple[str, ...], expected: tuple[str | None, ...]
) -> None:
    assert names(read(*lines, REPORT)) == expected


@pytest.mark.parametrize("line", ["۲۸ دی ۱۴۰۳", "1403/10/28", "28 رجب 1446 هـ", "2568-05-03", "令和5年6月18日"])
def test_a_day_of_another_calendar_is_not_reckoned(line: str) -> None:
    assert read(line, REPORT).article.date is None


@pytest.mark.parametrize("line", ["03/04/2025", "Publié le 03/04/2025 à 9h", "آخر تحديث: ٠٣/٠٤/٢٠٢٥"])
def test_a_day_that_may_be_two_is_none_in_any_digits(line: str) -> None:
    assert read(line, REPORT).article.date is None


def test_marks_that_turn_the_direction_of_writing_hide_no_date() -> None:
    assert read("آخر تحديث: ١٨\u200f/٠١\u200f/٢٠٢٥", REPORT).article.date == "2025-01-18"
